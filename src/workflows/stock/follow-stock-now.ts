import { MedusaContainer } from "@medusajs/framework/types"
import { worksInBackground } from "../background"
import { startStockFlows } from "../flows/start-due-flows"
import { marketplacesOf } from "../marketplaces"

/**
 * Has the stock of these channels followed at once; rows say which listings. A process that
 * only serves leaves it to the next tick of a worker.
 */
export async function followStockNow(
  container: MedusaContainer,
  channel_ids: string[]
): Promise<void> {
  if (!channel_ids.length) {
    return
  }
  await marketplacesOf(container).flows.hasten(channel_ids, "stock")
  if (worksInBackground(container)) {
    startStockFlows(container)
  }
}
