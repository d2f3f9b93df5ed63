import type { ReceivedLine } from "../../../domain/returns/received-lines"
import type { ParcelOrder, ScanResult } from "./packing"

export type HandoverDirection = "outbound" | "inbound"
export type GoodsCondition = "good" | "damaged"

/** Units of a parcel by order line. */
export type HandoverLine = Partial<ReceivedLine> & {
  line_id: string
  title?: string | null
  sku_title?: string | null
  sku?: string | null
  image_url?: string | null
  /** Units that are expected. */
  quantity?: number
}

export type HandoverParcel = {
  /** Null for one that is expected and was not scanned. */
  scan_id: string | null
  parcel_id: string | null
  external_id: string | null
  tracking_number: string | null
  carrier: string | null
  channel_name: string | null
  orders: ParcelOrder[]
  /** A word for what is odd about it, although it is in. */
  warning: string | null
  condition: GoodsCondition | null
  note: string | null
  lines: HandoverLine[] | null
  photos: { id: string }[]
  scanned_at: string | null
}

/** A code that could not be taken in. */
export type SetAside = {
  scan_id: string
  scanned: string
  code: string
  message: string | null
  at: string
}

export type Handover = {
  id: string
  /** For people. */
  number: number
  direction: HandoverDirection
  /** Null: every channel. */
  channel_id: string | null
  channel_name: string | null
  /** Null: any carrier. */
  carrier: string | null
  status: "open" | "closed"
  note: string | null
  created_at: string
  created_by_name: string | null
  closed_at: string | null
  closed_by_name: string | null
  /** In the list. */
  parcel_count?: number
}

export type HandoverDetail = Handover & {
  parcels: HandoverParcel[]
  missing: HandoverParcel[]
  /** How many these are in all, listed or not. */
  missing_count: number
  set_aside: SetAside[]
}

export type HandoverScanAnswer = {
  scan: ScanResult & { parcel?: HandoverParcel | null }
}

/** What closing did not do, and why. */
export type HandoverRefusal = {
  external_id: string
  code: string
  message: string | null
}
