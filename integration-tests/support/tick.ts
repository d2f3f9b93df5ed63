import { MedusaContainer } from "@medusajs/framework/types"
import marketplacesTick from "../../src/jobs/tick"
import { backgroundIdle } from "../../src/workflows/background"

/** Lets everything that is due happen. */
export async function tick(container: MedusaContainer): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await marketplacesTick(container)
    await backgroundIdle()
  }
}
