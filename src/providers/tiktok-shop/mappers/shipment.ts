import { NeutralParcel } from "../../../domain/orders/neutral-order"
import {
  ParcelKey,
  ShipmentOffer,
} from "../../../domain/provider/arranges-shipments"
import { ShipmentHindrance } from "../../../domain/provider/shipment-hindrance"
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
    reason: deciding ? deciding.reason : { code: "unknown_order" },
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
    return refused(null, { code: "unknown_order" })
  }
  try {
    return judge(parcel_id, fieldsOf<WireOrder>(json))
  } catch (error) {
    if (error instanceof MappingError) {
      return refused(null, {
        code: "not_understood",
        params: { detail: error.message },
      })
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
    return refused(null, { code: "in_other_parcels" })
  }
  if (parcel.state === "cancelled") {
    return refused(parcel, { code: "cancelled" })
  }
  if (parcel.state !== "to_arrange") {
    return { parcel, state: "arranged", reason: null }
  }
  const status = order.required("status")
  const fulfilled_by = order.text("fulfillment_type")
  if (fulfilled_by !== null && fulfilled_by !== "FULFILLMENT_BY_SELLER") {
    return refused(parcel, { code: "fulfilled_by_marketplace" })
  }
  if (order.text("shipping_type") === "SELLER") {
    return refused(parcel, { code: "own_carrier" })
  }
  if (status === "UNPAID") {
    return { parcel, state: "not_yet", reason: { code: "unpaid" } }
  }
  if (status === "ON_HOLD") {
    return { parcel, state: "not_yet", reason: { code: "on_hold" } }
  }
  if (order.flag("is_buyer_request_cancel")) {
    return {
      parcel,
      state: "not_yet",
      reason: { code: "buyer_cancel_requested" },
    }
  }
  return status === "AWAITING_SHIPMENT" || status === "PARTIALLY_SHIPPING"
    ? { parcel, state: "to_arrange", reason: null }
    : refused(parcel, { code: "past_arranging", params: { status } })
}

function refused(
  parcel: NeutralParcel | null,
  reason: ShipmentHindrance
): Share {
  return { parcel, state: "not_offered", reason }
}
