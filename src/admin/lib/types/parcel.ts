import type { ParcelState } from "../../../domain/orders/neutral-order"
import type { ParcelMarkKind } from "../../../domain/parcels/parcel-mark"

/** What the shop did with a parcel. */
export type ParcelMark = {
  kind: ParcelMarkKind
  at: string
  /** Null for the system and for users who are gone. */
  actor_name: string | null
  reason: string | null
}

export type Parcel = {
  id: string
  external_id: string
  state?: ParcelState
  status: string | null
  tracking_number: string | null
  carrier: string | null
  ship_by?: string | null
  /** Channel orders with units in it. */
  order_ids?: string[]
  /** When its waybill was printed last; null when it never was. */
  printed_at?: string | null
  marks?: ParcelMark[]
}
