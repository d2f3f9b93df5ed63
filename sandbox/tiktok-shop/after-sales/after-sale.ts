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

/**
 * A unit as requests name it, without the id of its line.
 * @param base_url where pictures are served.
 */
export const requestedUnit = (unit: Unit, base_url: string) => ({
  order_line_item_id: unit.id,
  product_name: unit.product_name,
  product_image: { url: base_url + unit.picture, width: 200, height: 200 },
  sku_id: unit.sku_id,
  sku_name: unit.sku_name,
  seller_sku: unit.seller_sku,
  refund_amount: refundAmount(paidFor(unit)),
})

/** The id of a line of a request. */
export const requestLineId = (request_id: string, place: number) =>
  `${request_id}${String(place + 1).padStart(2, "0")}`

/** Amounts as TikTok writes them, of units or of a request. */
export const refundAmount = (total: number) => ({
  currency: "VND",
  refund_total: String(total),
  refund_subtotal: String(total),
  refund_shipping_fee: "0",
  refund_tax: "0",
})
