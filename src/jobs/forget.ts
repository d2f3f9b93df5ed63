import { MedusaContainer } from "@medusajs/framework/types"
import { forgetOldData } from "../workflows/retention/forget-old-data"

/** Forgets what the shop keeps no longer, and ends erasures that something interrupted. */
export default async function marketplacesForget(
  container: MedusaContainer
): Promise<void> {
  await forgetOldData(container)
}

export const config = {
  name: "marketplaces-forget",
  schedule: "*/15 * * * *",
}
