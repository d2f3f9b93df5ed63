import { MedusaContainer } from "@medusajs/framework/types"
import { readHandover } from "../../../../workflows/handovers/read-handover"
import { readActorNames } from "../orders/read-actor-names"

type Named<Record> = Omit<Record, "created_by" | "closed_by"> & {
  created_by_name: string | null
  closed_by_name: string | null
}

/** Records with the names of their people in place of ids. */
export async function withNames<
  Record extends { created_by: string; closed_by: string | null },
>(container: MedusaContainer, records: Record[]): Promise<Named<Record>[]> {
  const names = await readActorNames(
    container,
    records.flatMap(({ created_by, closed_by }) => [
      created_by,
      ...(closed_by ? [closed_by] : []),
    ])
  )
  return records.map(({ created_by, closed_by, ...record }) => ({
    ...record,
    created_by_name: names.get(created_by) ?? null,
    closed_by_name: names.get(closed_by ?? "") ?? null,
  }))
}

/** A record as the API shows it. */
export async function showHandover(container: MedusaContainer, id: string) {
  const [handover] = await withNames(container, [
    await readHandover(container, id),
  ])
  return handover
}
