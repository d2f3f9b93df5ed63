import { MedusaContainer } from "@medusajs/framework/types"
import { inBackground } from "../workflows/background"
import { addMissingFlows } from "../workflows/flows/add-missing-flows"
import { startDueFlows } from "../workflows/flows/start-due-flows"
import { marketplacesOf } from "../workflows/marketplaces"
import { followHostFulfillments } from "../workflows/orders/follow-host-fulfillment"
import { importUnplannedOrders } from "../workflows/orders/import-unplanned-orders"
import { readNudgedOrders } from "../workflows/orders/read-nudged-orders"
import { settleDueOrders } from "../workflows/orders/settle-due-orders"
import { executeRun } from "../workflows/runs/execute-run"
import { judgeDueSettlements } from "../workflows/statements/judge-due-settlements"

/**
 * Looks once a second at what rows say is due, and begins it in the background. It
 * returns at once: an engine that runs one job at a time is not held up.
 */
export default async function marketplacesTick(
  container: MedusaContainer
): Promise<void> {
  await marketplacesOf(container).heartbeat.tick(() => beginDueWork(container))
}

async function beginDueWork(container: MedusaContainer): Promise<void> {
  const marketplaces = marketplacesOf(container)
  await addMissingFlows(marketplaces)
  readNudgedOrders(container)
  inBackground(container, "settling", () => settleDueOrders(container))
  inBackground(container, "fulfilments in Medusa", () =>
    followHostFulfillments(container)
  )
  inBackground(container, "unplanned", () => importUnplannedOrders(container))
  inBackground(container, "settlements", () => judgeDueSettlements(container))
  for (const { id } of await marketplaces.runs.listUnattended()) {
    inBackground(container, `run ${id}`, () => executeRun(container, id))
  }
  startDueFlows(container)
}

export const config = {
  name: "marketplaces-tick",
  schedule: { interval: 1000 },
}
