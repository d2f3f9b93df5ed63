import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Users by id as their colleagues know them: the name, else the e-mail. Whoever is gone,
 * and the system itself, is not among them.
 */
export async function readActorNames(
  container: MedusaContainer,
  actors: string[]
): Promise<Map<string, string>> {
  const ids = [...new Set(actors)].filter((id) => id.startsWith("user_"))
  if (!ids.length) {
    return new Map()
  }
  const users = await container
    .resolve(Modules.USER)
    .listUsers(
      { id: ids },
      { select: ["id", "email", "first_name", "last_name"] }
    )
  return new Map(
    users.map(({ id, email, first_name, last_name }) => [
      id,
      [first_name, last_name].filter(Boolean).join(" ") || email,
    ])
  )
}
