import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../workflows/marketplaces"
import { watchHealth } from "../workflows/health/watch-health"

/** For how long one can look back at what was wrong. */
const KEPT_MS = 90 * 24 * 3_600_000

/** Looks once a minute whether anything has fallen silent, and forgets what was over long ago. */
export default async function marketplacesHealth(
  container: MedusaContainer
): Promise<void> {
  await watchHealth(container)
  await marketplacesOf(container).alarms.forgetBefore(
    new Date(Date.now() - KEPT_MS)
  )
}

export const config = {
  name: "marketplaces-health",
  schedule: "* * * * *",
}
