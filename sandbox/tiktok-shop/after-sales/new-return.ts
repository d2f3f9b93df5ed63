import { Order, Unit } from "../orders/order"
import { ANSWER_TIME, paidFor, requestId } from "./after-sale"
import { Return, ReturnKind } from "./return"

export type ReturnInput = {
  /** Default `RETURN_AND_REFUND`. */
  type?: ReturnKind
  /** Default every live unit of the order. */
  unit_ids?: string[]
  reason?: string
  reason_text?: string
  /** Đồng; default what was paid for the units. */
  refund_total?: number
  shipment_type?: Return["shipment_type"]
  role?: Return["role"]
}

/**
 * A request as it is when the buyer makes it.
 * @param place how many the order has had before.
 * @param now seconds, UTC.
 */
export function newReturn(
  order: Order,
  units: Unit[],
  input: ReturnInput,
  place: number,
  now: number
): Return {
  const type = input.type ?? "RETURN_AND_REFUND"
  const replace = type === "REPLACEMENT"
  const paid = units.reduce((sum, unit) => sum + paidFor(unit), 0)
  return {
    id: requestId(order.id, 50 + place),
    order_id: order.id,
    shop_id: order.shop_id,
    type,
    status: replace
      ? "REPLACEMENT_REQUEST_PENDING"
      : "RETURN_OR_REFUND_REQUEST_PENDING",
    role: input.role ?? "BUYER",
    reason: input.reason ?? "ecom_order_delivered_refund_reason_damaged",
    reason_text: input.reason_text ?? "Hàng bị lỗi hoặc hư hỏng",
    unit_ids: units.map(({ id }) => id),
    refund_total: replace ? 0 : (input.refund_total ?? paid),
    create_time: now,
    update_time: now,
    deadline: now + (replace ? ANSWER_TIME.replacement : ANSWER_TIME.usual),
    shipment_type: input.shipment_type ?? "PLATFORM",
    tracking_number: "",
    carrier_id: "",
    delivered_back: false,
    buyer_keeps_item: type === "REFUND",
    arbitration: null,
    partial_refund: null,
    partial_refund_declined: false,
    pre_return_id: null,
    next_return_id: null,
    answers: [],
    reject_reason: null,
    new_order_id: null,
  }
}
