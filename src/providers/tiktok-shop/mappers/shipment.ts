import { NeutralParcel } from "../../../domain/orders/neutral-order"
import {
  ParcelKey,
  ShipmentOffer,
} from "../../../domain/provider/arranges-shipments"
import { MappingError } from "../../../domain/provider/mapping-error"
import { JsonObject } from "../../../domain/shared/json"
import { WireOrder, WireOrderLine } from "../types"
import { Fields, fieldsOf } from "./fields"
import { mapParcels } from "./parcels"

type Share = Pick<ShipmentOffer, "state" | "reason"> & {
  /** As this order shows it; null when it is not among its parcels (any more). */
  parcel: NeutralParcel | null
}

/**
 * Where a parcel's shipment stands by its orders, read just now. An order that is
 * cancelled, or whose goods went into another parcel, has no say while another order has
 * goods in it; any other one can stop it.
 *
 * @param orders by id; those that TikTok does not know are left out.
 */
export function mapShipmentOffer(
  parcel: ParcelKey,
  orders: ReadonlyMap<string, JsonObject>
): ShipmentOffer {
  const shares = parcel.order_external_ids.map((id) =>
    shareOf(parcel.external_id, orders.get(id))
  )
  const live = shares.filter((one) => isLive(one.parcel))
  const first = (state: ShipmentOffer["state"]) =>
    live.find((one) => one.state === state)
  const deciding =
    first("arranged") ??
    first("not_offered") ??
    first("not_yet") ??
    live[0] ??
    shares[0]
  return {
    parcel,
    state: deciding?.state ?? "not_offered",
    reason: deciding ? deciding.reason : "no order of the parcel is known",
    tracking_number:
      shares.find((one) => one.parcel?.tracking_number)?.parcel
        ?.tracking_number ?? null,
  }
}

function isLive(parcel: NeutralParcel | null): boolean {
  return parcel !== null && parcel.state !== "cancelled"
}

function shareOf(parcel_id: string, json: JsonObject | undefined): Share {
  if (!json) {
    return refused(null, "TikTok Shop does not know the order")
  }
  try {
    return judge(parcel_id, fieldsOf<WireOrder>(json))
  } catch (error) {
    if (error instanceof MappingError) {
      return refused(null, `the order cannot be understood: ${error.message}`)
    }
    throw error
  }
}

function judge(parcel_id: string, order: Fields<WireOrder>): Share {
  const units = order.list<WireOrderLine>("line_items")
  const parcel =
    mapParcels(order, units).find((one) => one.external_id === parcel_id) ??
    null
  if (!parcel) {
    return refused(null, "the order's goods are in other parcels now")
  }
  if (parcel.state === "cancelled") {
    return refused(parcel, "the parcel is cancelled")
  }
  if (parcel.state !== "to_arrange") {
    return { parcel, state: "arranged", reason: null }
  }
  const status = order.required("status")
  const fulfilled_by = order.text("fulfillment_type")
  if (fulfilled_by !== null && fulfilled_by !== "FULFILLMENT_BY_SELLER") {
    return refused(parcel, "TikTok Shop fulfils this order itself")
  }
  if (order.text("shipping_type") === "SELLER") {
    return refused(
      parcel,
      "the shop's own carrier takes it; enter its tracking number in Seller Center"
    )
  }
  if (status === "UNPAID") {
    return { parcel, state: "not_yet", reason: "the order is not paid" }
  }
  if (status === "ON_HOLD") {
    return { parcel, state: "not_yet", reason: "the order is on hold" }
  }
  if (order.flag("is_buyer_request_cancel")) {
    return { parcel, state: "not_yet", reason: "the buyer asks to cancel" }
  }
  return status === "AWAITING_SHIPMENT" || status === "PARTIALLY_SHIPPING"
    ? { parcel, state: "to_arrange", reason: null }
    : refused(parcel, `the order is ${status}`)
}

function refused(parcel: NeutralParcel | null, reason: string): Share {
  return { parcel, state: "not_offered", reason }
}
