import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../workflows/marketplaces"

/** Forgets files with buyers' data when their time is over; they are not served after it anyway. */
export default async function marketplacesForgetFiles(
  container: MedusaContainer
): Promise<void> {
  await marketplacesOf(container).files.removeExpired()
}

export const config = {
  name: "marketplaces-forget-files",
  schedule: "*/15 * * * *",
}
