import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import marketplacesForget from "../../src/jobs/forget"
import { backgroundCount, backgroundIdle } from "../../src/workflows/background"

/** Forgets what is due: the job returns while that goes on. */
export async function forget(container: MedusaContainer): Promise<void> {
  await marketplacesForget(container)
  expect(backgroundCount("forgetting")).toBe(1)
  await backgroundIdle()
}

/** The same two hours later, when nobody connects any more with what lies there unused. */
export async function forgetLeftBehind(
  container: MedusaContainer
): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `UPDATE marketplace_authorization
          SET updated_at = now() - interval '2 hours'`
  )
  await forget(container)
}
