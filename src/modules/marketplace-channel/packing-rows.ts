import { JsonObject, JsonValue } from "../../domain/shared/json"
import { NewParcelMark } from "./write-parcel-marks"

/**
 * A parcel that a code was found to mean. An order without parcels stands for its own: then
 * `id` and `external_id` are the channel order's id.
 */
export type FoundParcel = {
  id: string
  channel_id: string
  external_id: string
  order_ids: string[]
  /** One of `PARCEL_STATES`; null for an order without parcels. */
  state: string | null
  tracking_number: string | null
  carrier: string | null
}

/** A scan to be written down. */
export type NewScan = {
  /** `mpscan_…`; of a step that has a name derived from it: the same step is written once. */
  id: string
  channel_id: string | null
  /** Key of the parcel, as {@link FoundParcel.external_id}. */
  parcel_external_id: string | null
  scanned: string
  ok: boolean
  code: string
  actor: string
}

/** What the row of a step says that was done before. */
export type EarlierScan = Omit<NewScan, "actor">

/** What is decided about an item while nobody else counts for its parcel. */
export type CountDecision = {
  ok: boolean
  code: string
  line_id: string | null
  /** Made in the same moment: the parcel is packed. */
  marks: NewParcelMark[]
}

/** What became of an item, and what is counted now, by order line. */
export type CountedScan = {
  /** Set when the same step was counted before: now nothing was. */
  earlier: EarlierScan | null
  ok: boolean
  code: string
  counts: Map<string, number>
}

/** What a scanned item of an order line may carry beside the variant's own codes. */
export type LineCodes = {
  line_id: string
  variant_id: string | null
  barcode: string | null
  seller_sku: string | null
  image_url: string | null
}

/** A stored order with what its status depends on, read in one go. */
export type TableOrder = {
  id: string
  channel_id: string
  external_id: string
  display_id: string
  raw_status: string
  payload: JsonObject
  reservation_generation: number
  content_hash: string
  external_updated_at: Date
  medusa_order_id: string | null
  host_state: string
  import_rule: string | null
  settle_due_at: Date | null
  line_ids: string[]
  /** Lines of each receipt. */
  receipts: JsonValue[]
  requests: {
    kind: string
    state: string
    lines: JsonValue
    received_at: string | null
  }[]
}

/** Names a parcel among scans. */
export type TableKey = { channel_id: string; parcel_external_id: string }
