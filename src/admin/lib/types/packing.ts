import type { OrderStatus } from "../../../domain/orders/order-status"

/** An order with units in a parcel. */
export type ParcelOrder = {
  id: string
  external_id: string
  status: OrderStatus | null
}

export type PackingLine = {
  line_ids: string[]
  title: string
  sku_title: string | null
  sku: string | null
  barcodes: string[]
  image_url: string | null
  quantity: number
  /** Units that were packed and are to come out: they were cancelled since. */
  surplus?: number
  /** False: the marketplace does not say which parcel lacks the cancelled units. */
  is_sure?: boolean
  scanned: number
}

/** A parcel on the packing table. */
export type PackingParcel = {
  id: string
  external_id: string
  tracking_number: string | null
  carrier: string | null
  channel_name: string | null
  state: "open" | "packed"
  orders: ParcelOrder[]
  lines: PackingLine[]
  deadline_at: string | null
}

/** What became of a scan. */
export type ScanResult = {
  id: string
  ok: boolean
  code: string
  /** In English; the pages have their own sentence for every code they know. */
  message: string | null
  /** As it came from the scanner. */
  scanned: string
  /** Fills the sentence of the code: the number of another record. */
  params?: { number: number }
}

export type PackingAnswer = {
  scan: ScanResult | null
  parcel: PackingParcel | null
  /** With the code `several_parcels`: which of them is meant. */
  parcels?: PackingParcel[]
}
