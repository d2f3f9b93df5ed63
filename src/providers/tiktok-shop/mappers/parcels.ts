import {
  NeutralParcel,
  ParcelState,
} from "../../../domain/orders/neutral-order"
import { compareIds } from "../../shared/external-id"
import { WireOrder, WireOrderLine, WirePackage } from "../types"
import { Fields } from "./fields"

/** What TikTok calls a package's status, both on orders and on packages. */
const STATE_OF_PACKAGE: Record<string, ParcelState | undefined> = {
  TO_FULFILL: "to_arrange",
  PROCESSING: "arranged",
  FULFILLING: "collected",
  COMPLETED: "delivered",
  CANCELLED: "cancelled",
}

/** Where no package status is named, that of the unit tells, or else of the order. */
const STATE_OF_STATUS: Record<string, ParcelState | undefined> = {
  UNPAID: "to_arrange",
  ON_HOLD: "to_arrange",
  AWAITING_SHIPMENT: "to_arrange",
  PARTIALLY_SHIPPING: "to_arrange",
  AWAITING_COLLECTION: "arranged",
  IN_TRANSIT: "collected",
  DELIVERED: "delivered",
  COMPLETED: "delivered",
  CANCELLED: "cancelled",
}

/** Least advanced first. */
const PROGRESS: ParcelState[] = [
  "to_arrange",
  "arranged",
  "collected",
  "delivered",
]

type Unit = Fields<WireOrderLine>

/**
 * The order's parcels, from its list of packages and from its units; a parcel may be
 * known to only one of them. Of a combined parcel only this order's units are listed, and
 * of a parcel with live units only those: what was cancelled is not packed.
 */
export function mapParcels(
  order: Fields<WireOrder>,
  units: Unit[]
): NeutralParcel[] {
  const contents = new Map<string, Unit[]>()
  for (const one of order.list<WirePackage>("packages")) {
    const id = packageId(one.text("id"))
    if (id) {
      contents.set(id, [])
    }
  }
  for (const unit of units) {
    const id = packageId(unit.text("package_id"))
    if (id) {
      contents.set(id, [...(contents.get(id) ?? []), unit])
    }
  }
  const parcels = [...contents].map(([external_id, inside]) =>
    mapParcel(external_id, inside, order)
  )
  const [only] = parcels
  if (only && parcels.length === 1) {
    only.tracking_number ??= order.text("tracking_number")
    only.carrier ??= order.text("shipping_provider")
  }
  return parcels.sort((one, other) =>
    compareIds(one.external_id, other.external_id)
  )
}

/** True when every unit that is still to be sent lies in a parcel. */
export function allInParcels(units: Unit[]): boolean {
  return units.every(
    (unit) => !isLive(unit) || packageId(unit.text("package_id"))
  )
}

function mapParcel(
  external_id: string,
  inside: Unit[],
  order: Fields<WireOrder>
): NeutralParcel {
  const live = inside.filter(isLive)
  const counted = live.length ? live : inside
  const first = (name: keyof WireOrderLine & string) =>
    counted.map((unit) => unit.text(name)).find((text) => text !== null) ?? null
  return {
    external_id,
    state: stateOf(counted, live.length > 0 || !inside.length, order),
    raw_status: first("package_status"),
    tracking_number: first("tracking_number"),
    carrier: first("shipping_provider_name"),
    external_line_ids: counted
      .map((unit) => unit.required("id"))
      .sort(compareIds),
  }
}

/**
 * Where a parcel stands: its least advanced unit tells. One that nobody has collected will
 * not go out any more when its units are cancelled or the order is over, as after a full
 * refund, whatever TikTok still calls it.
 */
function stateOf(
  units: Unit[],
  has_live_units: boolean,
  order: Fields<WireOrder>
): ParcelState {
  const named = units.map(
    (unit) => STATE_OF_PACKAGE[unit.text("package_status") ?? ""]
  )
  const has_left = named.includes("collected") || named.includes("delivered")
  if (!has_left && (!has_live_units || endedInTheShop(order))) {
    return "cancelled"
  }
  const of_order = STATE_OF_STATUS[order.text("status") ?? ""] ?? "to_arrange"
  if (!units.length) {
    return of_order
  }
  const states = units.map(
    (unit, index) =>
      named[index] ??
      STATE_OF_STATUS[unit.text("display_status") ?? ""] ??
      of_order
  )
  return PROGRESS.find((one) => states.includes(one)) ?? "cancelled"
}

function endedInTheShop(order: Fields<WireOrder>): boolean {
  const status = order.text("status")
  return (
    (status === "COMPLETED" || status === "CANCELLED") &&
    order.time("collection_time") === null &&
    order.time("delivery_time") === null
  )
}

function isLive(unit: Unit): boolean {
  return unit.text("display_status") !== "CANCELLED"
}

/** TikTok writes 0 where there is no package yet. */
function packageId(id: string | null): string | null {
  return id === "0" ? null : id
}
