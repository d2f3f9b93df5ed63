import { Order, Unit } from "../orders/order"

export const HOUR = 3600

/** Unanswered for so long, TikTok grants a request (seconds). */
export const ANSWER_TIME = { usual: 48 * HOUR, replacement: 24 * HOUR }

/** What the buyer gets back for a unit, in đồng. */
export const paidFor = (unit: Unit) =>
  unit.original_price - unit.seller_discount - unit.platform_discount

/** An order's units by id; all live ones when none are named. @throws {RangeError} */
export function unitsOf(order: Order, unit_ids?: readonly string[]): Unit[] {
  const live = order.units.filter(({ status }) => status !== "CANCELLED")
  const units = unit_ids
    ? order.units.filter(({ id }) => unit_ids.includes(id))
    : live
  if (!units.length || (unit_ids && units.length !== unit_ids.length)) {
    throw new RangeError(`order ${order.id} has no such units`)
  }
  return units
}

/** Numbers the requests of an order. */
export const requestId = (order_id: string, place: number) =>
  `4035${order_id.slice(-12)}${String(place).padStart(2, "0")}`

/** Amounts as TikTok writes them, of units or of a request. */
export const refundAmount = (total: number) => ({
  currency: "VND",
  refund_total: String(total),
  refund_subtotal: String(total),
  refund_shipping_fee: "0",
  refund_tax: "0",
})
