import { MedusaContainer } from "@medusajs/framework/types"
import { RedactsOrders } from "../../domain/provider/redacts-orders"
import { marketplacesOf } from "../marketplaces"
import { lockOrders } from "../orders/lock-orders"
import { clearHostOrder } from "./clear-host-order"
import { Erasure, judgeOrder } from "./erasure"

/**
 * Erases the buyer of one order, if nothing stands in the way by now: first the order is closed
 * to copies with the buyer's data, then what hangs on it goes. It counts as erased once
 * `BuyerErasureService.end` was called for it. Wherever it stops, beginning anew ends the same.
 */
export function eraseOrder(
  container: MedusaContainer,
  provider: RedactsOrders,
  id: string
): Promise<Erasure> {
  const { buyerErasures } = marketplacesOf(container)
  return lockOrders(container, [id], async () => {
    const [order] = await buyerErasures.find([id])
    const erasure = judgeOrder(order, provider)
    if (erasure.outcome !== "erasable") {
      return erasure
    }
    await buyerErasures.begin(id, (payload) => provider.redactOrder(payload))
    await buyerErasures.clear(id)
    if (order.medusa_order_id) {
      await clearHostOrder(container, order.medusa_order_id)
    }
    return { ...erasure, outcome: "erased" }
  })
}
