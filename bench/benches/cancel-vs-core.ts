import { Bench, meets } from "../bench"
import { cancelPlainOrder } from "../host-orders-baseline"
import { compareSettling } from "../settle"

/** Unpaid orders that the marketplace cancelled, against core's cancel order by order. */
export const bench: Bench = {
  title:
    "Unpaid orders that the marketplace cancels, beside core's cancel order by order",
  better: "higher",
  goal: 10,
  async run(shop, say) {
    const measured = await compareSettling(shop, say, {
      status: "UNPAID",
      orders: 50,
      core_orders: 4,
      change: ["/cancel", { by: "SYSTEM" }],
      host_state: "canceled",
      core: ({ container }, { order_id }) =>
        cancelPlainOrder(container, order_id),
    })
    return { ...measured, ok: meets(bench, measured.ours / measured.baseline) }
  },
}
