import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../marketplaces"
import { settleOrders } from "./settle-orders"

const PAGE = 50

/** Settles every order that is due, until none is left. */
export async function settleDueOrders(
  container: MedusaContainer
): Promise<void> {
  const { orderLedger } = marketplacesOf(container)
  for (;;) {
    const ids = await orderLedger.listUnsettled(PAGE)
    if (!ids.length) {
      return
    }
    await settleOrders(container, ids)
  }
}
