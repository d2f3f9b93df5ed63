import { MedusaContainer } from "@medusajs/framework/types"
import { readActorNames } from "../orders/read-actor-names"

/** Pick lists with the name of whoever made them in place of an id. */
export async function withNames<List extends { created_by: string }>(
  container: MedusaContainer,
  lists: List[]
): Promise<(Omit<List, "created_by"> & { created_by_name: string | null })[]> {
  const names = await readActorNames(
    container,
    lists.map(({ created_by }) => created_by)
  )
  return lists.map(({ created_by, ...list }) => ({
    ...list,
    created_by_name: names.get(created_by) ?? null,
  }))
}
