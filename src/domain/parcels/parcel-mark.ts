/**
 * What the shop did with a parcel, or with an order that has none:
 *
 * - `waybill_printed`: its waybill came out of a print job.
 * - `packed`: its contents were scanned, or a person said so.
 * - `handed_over`: the carrier has it, by a closed handover record or by a person's word
 *   (*awaiting collection*); the goods have left the count.
 * - `received_back`: the carrier or the buyer brought it back.
 */
export const PARCEL_MARK_KINDS = [
  "waybill_printed",
  "packed",
  "handed_over",
  "received_back",
] as const
export type ParcelMarkKind = (typeof PARCEL_MARK_KINDS)[number]

/** Units of one article in a parcel, one at least; by SKU, whichever lines they stand in. */
export type PackedUnits = { external_sku_id: string; units: number }

/** A mark on one order's share of a parcel; one that was taken back is not among them. */
export type ParcelMark = {
  kind: ParcelMarkKind
  /** The marketplace's parcel id; null when the whole order is meant. */
  parcel_external_id: string | null
  /** UTC. */
  at: Date
  /** Of a print: which address it was for; the same key, the same address. */
  recipient_key?: string | null
  /** Of packing: what of the order was put in; null where nobody wrote it down. */
  contents?: PackedUnits[] | null
}
