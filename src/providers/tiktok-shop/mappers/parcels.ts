import {
  NeutralParcel,
  ParcelState,
} from "../../../domain/orders/neutral-order"
import { WireOrder, WireOrderLine, WirePackage } from "../types"
import { compareIds } from "../../shared/external-id"
import { Fields } from "./fields"

/** What TikTok calls a package's status, both on orders and on packages. */
export const PARCEL_STATES: Record<string, ParcelState | undefined> = {
  TO_FULFILL: "to_arrange",
  PROCESSING: "arranged",
  FULFILLING: "collected",
  COMPLETED: "delivered",
  CANCELLED: "cancelled",
}

/** Where the units name no package status, the order's own tells. */
const PARCEL_STATE_OF_ORDER: Record<string, ParcelState | undefined> = {
  AWAITING_COLLECTION: "arranged",
  IN_TRANSIT: "collected",
  DELIVERED: "delivered",
  COMPLETED: "delivered",
  CANCELLED: "cancelled",
}

/**
 * The order's parcels, from its list of packages and from its units; a parcel may be
 * known to only one of them. Of a combined parcel only this order's units are listed.
 */
export function mapParcels(
  order: Fields<WireOrder>,
  units: Fields<WireOrderLine>[]
): NeutralParcel[] {
  const parcels = new Map<string, NeutralParcel>()
  const parcel = (external_id: string): NeutralParcel => {
    const known = parcels.get(external_id) ?? {
      external_id,
      state: PARCEL_STATE_OF_ORDER[order.text("status") ?? ""] ?? "to_arrange",
      raw_status: null,
      tracking_number: null,
      carrier: null,
      external_line_ids: [],
    }
    parcels.set(external_id, known)
    return known
  }
  for (const one of order.list<WirePackage>("packages")) {
    const id = packageId(one.text("id"))
    if (id) {
      parcel(id)
    }
  }
  for (const unit of units) {
    const id = packageId(unit.text("package_id"))
    if (id) {
      const known = parcel(id)
      known.external_line_ids.push(unit.required("id"))
      known.raw_status ??= unit.text("package_status")
      known.tracking_number ??= unit.text("tracking_number")
      known.carrier ??= unit.text("shipping_provider_name")
    }
  }
  const found = [...parcels.values()]
  const [only] = found
  if (only && found.length === 1) {
    only.tracking_number ??= order.text("tracking_number")
    only.carrier ??= order.text("shipping_provider")
  }
  for (const one of found) {
    one.external_line_ids.sort(compareIds)
    one.state = PARCEL_STATES[one.raw_status ?? ""] ?? one.state
  }
  return found.sort((one, other) =>
    compareIds(one.external_id, other.external_id)
  )
}

/** TikTok writes 0 where there is no package yet. */
function packageId(id: string | null): string | null {
  return id === "0" ? null : id
}
