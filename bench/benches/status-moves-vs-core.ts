import { Bench, meets } from "../bench"
import { shipPlainOrder } from "../host-orders-baseline"
import { compareSettling } from "../settle"

/**
 * Orders that the marketplace says are delivered: fulfilled, shipped, delivered and
 * completed here, against core's fulfil, ship and deliver, which leave them open.
 */
export const bench: Bench = {
  title:
    "Delivered orders fulfilled to the end, beside core's fulfil, ship and deliver",
  better: "higher",
  goal: 4,
  async run(shop, say) {
    const measured = await compareSettling(shop, say, {
      status: "AWAITING_SHIPMENT",
      orders: 20,
      core_orders: 4,
      change: ["/advance", { to: "DELIVERED" }],
      host_state: "completed",
      core: ({ container }, { order_id, items }) =>
        shipPlainOrder(container, order_id, items),
    })
    return { ...measured, ok: meets(bench, measured.ours / measured.baseline) }
  },
}
