import {
  NeutralOrder,
  NeutralOrderLine,
  StatusMeaning,
} from "../../../domain/orders/neutral-order"
import { OrderFlag } from "../../../domain/orders/order-status"
import { MappingError } from "../../../domain/provider/mapping-error"
import { JsonObject } from "../../../domain/shared/json"
import { meaningOf } from "../statuses"
import { WireAddress, WireOrder, WireOrderLine, WirePayment } from "../types"
import { Fields, fieldsOf } from "./fields"
import { mapLines } from "./lines"
import { mapMoney } from "./money"
import { mapDeadlines } from "./deadlines"
import { allInParcels, mapParcels } from "./parcels"
import { mapRecipient } from "./recipient"

/**
 * Translates an order of TikTok's order search or detail, purely.
 * @throws {MappingError} naming the field that cannot be understood.
 */
export function mapOrder(payload: JsonObject): NeutralOrder {
  const order = fieldsOf<WireOrder>(payload)
  const units = order.list<WireOrderLine>("line_items")
  const payment = order.object<WirePayment>("payment")
  if (units.length === 0) {
    throw new MappingError(order.at("line_items"), "is empty")
  }
  if (!payment) {
    throw new MappingError(order.at("payment"), "is missing")
  }
  const raw_status = order.required("status")
  const parcels = mapParcels(order, units)
  const meaning = meaningOf(raw_status, allInParcels(units) ? parcels : [])
  const currency_code = payment.required("currency").toLowerCase()
  const lines = mapLines(units, {
    currency_code,
    fulfilled_by: fulfilledBy(order),
  })
  return {
    external_id: order.required("id"),
    raw_status,
    meaning,
    placed_at: order.requiredTime("create_time"),
    external_updated_at: order.requiredTime("update_time"),
    paid_at: order.time("paid_time"),
    currency_code,
    payment: order.flag("is_cod") ? "cod" : "prepaid",
    kind: kindOf(order),
    original_external_id:
      order.text("replaced_order_id") ?? order.text("exchange_source_order_id"),
    warehouse_external_id: order.text("warehouse_id"),
    buyer: {
      external_id: order.text("user_id"),
      email: order.text("buyer_email"),
      message: order.text("buyer_message"),
    },
    recipient: mapRecipient(order.object<WireAddress>("recipient_address")),
    money: mapMoney(payment, currency_code, lines),
    lines,
    parcels,
    arranged_at: arrangedAt(order, units),
    collected_at: order.time("collection_time"),
    delivered_at: order.time("delivery_time"),
    cancelled_at: order.time("cancel_time"),
    cancellation: mapCancellation(order, units, meaning),
    seller_confirmation: null,
    deadlines: mapDeadlines(order, meaning),
    flags: flagsOf(order, raw_status),
  }
}

function kindOf(order: Fields<WireOrder>): NeutralOrder["kind"] {
  if (order.flag("is_sample_order")) {
    return "sample"
  }
  return order.flag("is_replacement_order") || order.flag("is_exchange_order")
    ? "replacement"
    : "sale"
}

/** Everything but the seller's own fulfilment happens in a warehouse of the marketplace. */
function fulfilledBy(
  order: Fields<WireOrder>
): NeutralOrderLine["fulfilled_by"] {
  const type = order.text("fulfillment_type") ?? "FULFILLMENT_BY_SELLER"
  return type === "FULFILLMENT_BY_SELLER" ? "seller" : "marketplace"
}

/** When all live units were arranged; the order's own time may lag behind a split. */
function arrangedAt(
  order: Fields<WireOrder>,
  units: Fields<WireOrderLine>[]
): Date | null {
  const own = order.time("rts_time")
  if (own) {
    return own
  }
  const times = units
    .filter((unit) => unit.text("display_status") !== "CANCELLED")
    .map((unit) => unit.time("rts_time"))
  const known = times.filter((time) => time !== null)
  return known.length > 0 && known.length === times.length
    ? new Date(Math.max(...known.map(Number)))
    : null
}

function mapCancellation(
  order: Fields<WireOrder>,
  units: Fields<WireOrderLine>[],
  meaning: StatusMeaning
): NeutralOrder["cancellation"] {
  if (meaning.kind !== "cancelled" && !order.time("cancel_time")) {
    return null
  }
  const first = (name: "cancel_user" | "cancel_reason") =>
    units.map((unit) => unit.text(name)).find((value) => value !== null)
  const initiator = order.text("cancellation_initiator") ?? first("cancel_user")
  return {
    initiator:
      initiator === "SELLER"
        ? "seller"
        : initiator === "BUYER"
          ? "buyer"
          : "system",
    reason: order.text("cancel_reason") ?? first("cancel_reason") ?? null,
  }
}

/** What TikTok says of an order beside its status. */
export function flagsOf(
  order: Fields<WireOrder>,
  raw_status: string
): OrderFlag[] {
  const flags: [OrderFlag, boolean][] = [
    // `is_on_hold_order` also says that the order once was, or will be.
    ["on_hold", raw_status === "ON_HOLD"],
    ["buyer_cancel_requested", order.flag("is_buyer_request_cancel")],
    ["address_changed", order.flag("has_updated_recipient_address")],
    // Packages say it without the last letter.
    ["combined", /^COMBINED?$/.test(order.text("split_or_combine_tag") ?? "")],
  ]
  return flags.filter(([, set]) => set).map(([flag]) => flag)
}
