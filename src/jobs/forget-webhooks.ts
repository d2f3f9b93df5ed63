import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../workflows/marketplaces"

const KEPT_MS = 14 * 24 * 3_600_000

/** Forgets webhook bodies after 14 days; they hold buyer data and serve only to look back. */
export default async function marketplacesForgetWebhooks(
  container: MedusaContainer
): Promise<void> {
  await marketplacesOf(container).inbox.removeBefore(
    new Date(Date.now() - KEPT_MS)
  )
}

export const config = {
  name: "marketplaces-forget-webhooks",
  schedule: "17 * * * *",
}
