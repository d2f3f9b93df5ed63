import {
  NeutralOrder,
  StatusMeaning,
} from "../../../domain/orders/neutral-order"
import { MappingError } from "../../../domain/provider/mapping-error"
import { OrderOwner } from "../../../domain/provider/marketplace-provider"
import { JsonObject } from "../../../domain/shared/json"
import { initiatorOf } from "../cancel-reasons"
import { isHeld, meaningOf } from "../statuses"
import {
  WireAddress,
  WireCancelInfo,
  WireCustomer,
  WireInvoice,
  WireItem,
  WireOrder,
  WirePayment,
  WirePlace,
  WireRequisition,
  WireRmaInfo,
  WireShipping,
  WireShippingPlan,
} from "../types"
import { earliest, isRefused, mapConfirmation } from "./confirmation"
import { departedBeforeCancel } from "./departure"
import { Fields, fieldsOf } from "./fields"
import { clearTime, hintIn } from "./figures"
import { deliveredAt, departedAt, mapHistory, timeOf } from "./history"
import { mapLines } from "./lines"
import { CURRENCY, mapMoney } from "./money"
import { fulfilledBy, sellersItems } from "./owner"
import { mapParcels } from "./parcels"
import { mapRecipient } from "./recipient"

/**
 * Translates an order of Tiki's list or detail, purely.
 * @param shop tells the seller's own items from those of others.
 * @throws {MappingError} naming the field that cannot be understood.
 */
export function mapOrder(payload: JsonObject, shop: OrderOwner): NeutralOrder {
  const order = fieldsOf<WireOrder>(payload)
  const items = order.list<WireItem>("items")
  const invoice = order.object<WireInvoice>("invoice")
  if (items.length === 0) {
    throw new MappingError(order.at("items"), "is empty")
  }
  if (!invoice) {
    throw new MappingError(order.at("invoice"), "is missing")
  }
  const raw_status = order.required("status")
  const history = mapHistory(order)
  const earlier = history.map((step) => step.raw_status)
  const meaning = meaningOf(raw_status, earlier)
  const { money, lines: of_items } = mapMoney(
    invoice,
    items,
    (item) => fulfilledBy(order, item, shop) !== "other_seller"
  )
  const lines = mapLines(order, shop, meaning, of_items)
  const placed_at = order.requiredTime("created_at")
  const external_updated_at = order.time("updated_at") ?? placed_at
  const cancelled_at = cancelledAt(order, history)
  // Goods of an order that ended have left before its end.
  const latest = cancelled_at ?? external_updated_at
  const { state, confirm_by } = mapConfirmation(order, shop)
  const own = sellersItems(order, shop)
  const shipping = order.object<WireShipping>("shipping")
  const address = shipping?.object<WireAddress>("address") ?? null
  const payment = paymentOf(order, invoice)
  return {
    external_id: order.required("code"),
    raw_status,
    meaning,
    placed_at,
    external_updated_at,
    paid_at:
      payment === "prepaid" && meaning.kind !== "not_yet_with_seller"
        ? (clearTime(invoice, "purchased_at") ?? placed_at)
        : null,
    currency_code: CURRENCY,
    payment,
    kind: order.flag("is_rma") ? "replacement" : "sale",
    original_external_id:
      order.object<WireRmaInfo>("rma_info")?.text("original_order_code") ??
      null,
    warehouse_external_id: warehouseOf(order, own),
    buyer: {
      external_id: order.object<WireCustomer>("customer")?.text("id") ?? null,
      email: address?.text("email") ?? null,
      message: null,
    },
    recipient: mapRecipient(address),
    money,
    lines,
    parcels: mapParcels(order, shipping, meaning, lines),
    arranged_at: null,
    collected_at:
      departedAt(order, history, latest) ??
      (meaning.kind === "cancelled"
        ? departedBeforeCancel(order, latest)
        : null),
    delivered_at: deliveredAt(order, history),
    cancelled_at,
    cancellation: mapCancellation(order, meaning, own),
    seller_confirmation: state === "not_offered" ? null : state,
    deadlines: {
      ship_by: confirm_by ?? earliest(own, "pickup_confirm_sla"),
      collect_by: null,
      deliver_by: clearTime(
        shipping?.object<WireShippingPlan>("plan"),
        "promised_delivery_date"
      ),
      cancel_at: null,
    },
    flags: isHeld(raw_status) ? ["on_hold"] : [],
  }
}

/** Prepaid, unless Tiki says otherwise: of an order without a payment, what is left to collect does. */
function paymentOf(
  order: Fields<WireOrder>,
  invoice: Fields<WireInvoice>
): NeutralOrder["payment"] {
  const payment = order.object<WirePayment>("payment")
  const method = payment?.text("method")?.toLowerCase() ?? null
  const is_prepaid =
    payment?.flagIfGiven("is_prepaid") ??
    (method ? method !== "cod" : hintIn(invoice, "collectible_amount") === 0)
  return is_prepaid ? "prepaid" : "cod"
}

/** The warehouse that all of the seller's items leave from, as far as it is one. */
function warehouseOf(
  order: Fields<WireOrder>,
  own: Fields<WireItem>[]
): string | null {
  const named = own.map(
    (item) =>
      item.text("seller_inventory_id") ??
      item
        .object<WireRequisition>("inventory_requisition")
        ?.text("seller_inventory_id") ??
      null
  )
  const [first, ...others] = new Set(named.filter((id) => id !== null))
  if (first) {
    return others.length === 0 ? first : null
  }
  return order.object<WirePlace>("seller_warehouse")?.text("id") ?? null
}

function cancelledAt(
  order: Fields<WireOrder>,
  history: ReturnType<typeof mapHistory>
): Date | null {
  return (
    clearTime(order.object<WireCancelInfo>("cancel_info"), "canceled_at") ??
    timeOf(history, ["canceled", "closed"])
  )
}

/** Who cancelled: the reason tells, or that the seller refused every item. */
function mapCancellation(
  order: Fields<WireOrder>,
  meaning: StatusMeaning,
  own: Fields<WireItem>[]
): NeutralOrder["cancellation"] {
  if (meaning.kind !== "cancelled") {
    return null
  }
  const info = order.object<WireCancelInfo>("cancel_info")
  const code = info?.text("reason_code") ?? null
  const text = info?.text("reason_text") ?? null
  const comment = info?.text("comment") ?? null
  const reason = text ?? comment ?? code
  const refused = own.length > 0 && own.every(isRefused)
  return {
    initiator:
      reason === null && refused
        ? "seller"
        : initiatorOf({ code, text, comment }),
    reason,
  }
}
