import { toMajorUnit } from "../shared/amount"
import { OrderIdentities } from "./identities"
import { NeutralOrder } from "./neutral-order"
import { DraftPayment } from "./order-draft"
import { OrderStatus, isCancelled } from "./order-status"

/** How the order is paid, as far as anybody knows when it comes in. */
export function draftPayment(
  order: NeutralOrder,
  status: OrderStatus,
  ids: OrderIdentities
): DraftPayment {
  const collection_id = ids.payment_collection_id
  const amount = toMajorUnit(order.money.total, order.currency_code)
  if (isCancelled(status)) {
    return { kind: "none" }
  }
  if (amount === 0) {
    return { kind: "nothing_owed", collection_id }
  }
  if (order.payment === "cod") {
    return { kind: "cash_on_delivery", amount, collection_id }
  }
  if (!order.paid_at && status === "new") {
    return { kind: "awaiting_payment", amount, collection_id }
  }
  return {
    kind: "captured",
    amount,
    collection_id,
    session_id: ids.payment_session_id,
    payment_id: ids.payment_id,
    capture_id: ids.capture_id,
    // Past `new` a prepaid order is paid, also where the marketplace gives no time.
    captured_at: order.paid_at ?? order.placed_at,
  }
}
