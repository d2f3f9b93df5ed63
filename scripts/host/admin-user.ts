import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createUsersWorkflow } from "@medusajs/medusa/core-flows"

/**
 * Makes sure that an admin can sign in with this e-mail and password. An
 * existing user is kept; the password becomes the given one.
 */
export async function ensureAdminUser(
  container: MedusaContainer,
  { email, password }: { email: string; password: string }
): Promise<void> {
  const users = container.resolve(Modules.USER)
  const auth = container.resolve(Modules.AUTH)
  const [known] = await users.listUsers({ email })
  const user =
    known ??
    (
      await createUsersWorkflow(container).run({
        input: { users: [{ email }] },
      })
    ).result[0]
  const [identity] = await auth.listProviderIdentities({
    entity_id: email,
    provider: "emailpass",
  })
  if (!identity) {
    const { success, error } = await auth.register("emailpass", {
      body: { email, password },
    })
    if (!success) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The admin user could not be registered: ${error}`
      )
    }
  } else {
    await auth.updateProvider("emailpass", { entity_id: email, password })
  }
  const [{ auth_identity_id }] = await auth.listProviderIdentities({
    entity_id: email,
    provider: "emailpass",
  })
  await auth.updateAuthIdentities({
    id: auth_identity_id as string,
    app_metadata: { user_id: user.id },
  })
}
