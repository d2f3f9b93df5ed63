import { MedusaContainer } from "@medusajs/framework/types"
import { inBackground } from "../workflows/background"
import { marketplacesOf } from "../workflows/marketplaces"
import { captureSettledPayments } from "../workflows/statements/capture-settled-payments"

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Orders that nothing happened to for longer were settled before statements were kept here. */
const REACH_MS = 90 * DAY_MS

/** A little less than a day, so that an hourly look comes to each once a day. */
const STALE_MS = 23 * HOUR_MS

/**
 * Puts orders on record that have reached their buyers and that no statement names yet, and has
 * those looked at again once a day that time alone changes: unpaid ones become overdue. What is
 * settled is captured, where channels are set so and it was not done at once.
 */
export default async function marketplacesOwedOrders(
  container: MedusaContainer
): Promise<void> {
  const { settlements } = marketplacesOf(container)
  await settlements.addOwed(new Date(Date.now() - REACH_MS))
  await settlements.makeStaleDue(new Date(Date.now() - STALE_MS))
  inBackground(container, "settled payments", () =>
    captureSettledPayments(container)
  )
}

export const config = {
  name: "marketplaces-owed-orders",
  schedule: "23 * * * *",
}
