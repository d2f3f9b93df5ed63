import { MedusaContainer } from "@medusajs/framework/types"
import { RedactsOrders } from "../../domain/provider/redacts-orders"
import { ErasureCandidate } from "../../modules/marketplace-channel/services/buyer-erasures"
import { marketplacesOf } from "../marketplaces"
import { lockOrders } from "../orders/lock-orders"
import { clearHostOrder } from "./clear-host-order"

/**
 * Erases the buyer of one order: first the order is closed to copies with the buyer's data,
 * then everything that there is of it goes, and only then it counts as erased. Wherever it
 * stops, beginning anew ends the same.
 * @returns since when nothing is left.
 */
export function eraseOrder(
  container: MedusaContainer,
  provider: RedactsOrders,
  order: Pick<
    ErasureCandidate,
    "id" | "channel_id" | "external_id" | "medusa_order_id"
  >
): Promise<Date> {
  const { buyerErasures } = marketplacesOf(container)
  return lockOrders(container, [order.id], async () => {
    await buyerErasures.begin(order.id, (payload) =>
      provider.redactOrder(payload)
    )
    await buyerErasures.clear(order)
    if (order.medusa_order_id) {
      await clearHostOrder(container, order.medusa_order_id)
    }
    return buyerErasures.end(order.id)
  })
}
