import { MedusaContainer } from "@medusajs/framework/types"
import { CountedOrder } from "../../modules/marketplace-channel/services/stock-demand-counter"
import { marketplacesOf } from "../marketplaces"
import { followStockNow } from "./follow-stock-now"

/**
 * Makes orders count for exactly what they stand for, and has the listings looked at whose
 * sales they explain: units that were held as unseen are let go soon. The reservation alone is
 * told earlier than it counts.
 */
export async function countAndLook(
  container: MedusaContainer,
  orders: CountedOrder[]
): Promise<void> {
  const { stockDemand, stockNudges } = marketplacesOf(container)
  const changed = await stockDemand.set(orders)
  await followStockNow(container, await stockNudges.addSkus(changed, "order"))
}
