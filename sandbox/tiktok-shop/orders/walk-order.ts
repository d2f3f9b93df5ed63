import { STEP_AFTER } from "./demo-orders"
import { cancel, PathStatus, step, stepsTo } from "./life-cycle"
import { Order } from "./order"
import { defaultReason, OrderInput } from "./place-order"

/**
 * All that an order goes through at once, from the moment of placing to where the input
 * wants it; the times are spread over the time since.
 * @param now seconds, UTC.
 */
export function walkOrder(
  placed: Order,
  input: OrderInput,
  now: number
): [Order, ...Order[]] {
  const steps: [Order, ...Order[]] = [placed]
  const at = (status: PathStatus) =>
    Math.min(now, placed.create_time + STEP_AFTER[status])
  const path = input.refunded_before_collection
    ? [...stepsTo(placed, "AWAITING_COLLECTION"), "COMPLETED" as const]
    : stepsTo(placed, input.status ?? "AWAITING_SHIPMENT")
  let order = placed
  for (const status of path) {
    order = step(order, status, at(status))
    steps.push(order)
  }
  if (input.cancel) {
    const { by, reason = defaultReason(by), units } = input.cancel
    const ids = order.units.slice(0, units).map(({ id }) => id)
    const time = Math.min(now, order.update_time + 60)
    steps.push(cancel(order, by, reason, time, units ? ids : undefined))
  }
  return steps
}
