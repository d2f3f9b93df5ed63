import { MedusaContainer } from "@medusajs/framework/types"
import marketplacesForget from "../../src/jobs/forget"
import { backgroundCount, backgroundIdle } from "../../src/workflows/background"

/** Forgets what is due: the job returns while that goes on. */
export async function forget(container: MedusaContainer): Promise<void> {
  await marketplacesForget(container)
  expect(backgroundCount("forgetting")).toBe(1)
  await backgroundIdle()
}
