import { ParcelKey } from "../../domain/provider/arranges-shipments"
import { LoadedParcel } from "./load-parcels"

/** How a call names a parcel; null for an order that has none. */
export function parcelKey({
  external_id,
  shares,
}: LoadedParcel): ParcelKey | null {
  return external_id === null
    ? null
    : {
        external_id,
        order_external_ids: shares.map(({ row }) => row.external_id),
      }
}
