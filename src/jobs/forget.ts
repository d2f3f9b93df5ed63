import { MedusaContainer } from "@medusajs/framework/types"
import { inBackground } from "../workflows/background"
import { forgetOldData } from "../workflows/retention/forget-old-data"

/**
 * Begins to forget what the shop keeps no longer, and to end erasures that something interrupted.
 * It returns at once: an engine that runs one job at a time is not held up.
 */
export default async function marketplacesForget(
  container: MedusaContainer
): Promise<void> {
  inBackground(container, "forgetting", () => forgetOldData(container))
}

export const config = {
  name: "marketplaces-forget",
  schedule: "*/15 * * * *",
}
