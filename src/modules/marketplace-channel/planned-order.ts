import { BlockReason } from "../../domain/orders/block-reason"
import { NeutralParcel } from "../../domain/orders/neutral-order"
import { JsonValue } from "../../domain/shared/json"

/** What brought the news. */
export type OrderNewsSource =
  | "webhook"
  | "event"
  | "poll"
  | "download"
  | "link"
  | "retry"
  | "action"
  | "print"
  | "scan"
  | "handover"
  | "hand"
  | "request"
  | "check"
  | "medusa"

export type PlannedLine = {
  id: string
  position: number
  external_line_ids: string[]
  external_product_id: string
  external_sku_id: string
  seller_sku: string | null
  title: string
  sku_title: string | null
  image_url: string | null
  quantity: number
  cancelled_quantity: number
  unit_price: number
  seller_discount: number
  platform_discount: number
  is_gift: boolean
  fulfilled_by: string
  variant_id: string | null
}

/** What planning found out about one copy of an order; amounts in major units. */
export type PlannedOrder = {
  id: string
  channel_id: string
  /** Hash of the copy this is about; a row that has moved on is left alone. */
  planned_hash: string
  /**
   * `updated_at` of the row as it was read. One that was written meanwhile, for example
   * because the shop marked a parcel, counts as not planned, and is planned once more.
   */
  read_at: Date
  status: string | null
  status_rule: string | null
  raw_status: string
  flags: string[]
  import_state: "imported" | "blocked" | "ignored"
  import_rule: string | null
  block_reasons: BlockReason[]
  medusa_order_id: string | null
  /** Medusa had its order before this copy. */
  was_made: boolean
  host_state: string
  /** True while the Medusa order has not reached what the status asks for. */
  settle_due: boolean
  reservation_generation: number
  external_updated_at: Date
  paid_at: Date | null
  ship_by: Date | null
  deadline_at: Date | null
  deadline_kind: string | null
  cancel_at: Date | null
  currency_code: string | null
  total: number | null
  payment: string | null
  money: JsonValue
  /** Null where the marketplace names no buyer, or the copy is redacted. */
  buyer_external_id: string | null
  recipient: JsonValue
  search_text: string
  lines: PlannedLine[]
  parcels: NeutralParcel[]
}

export type OrderChange = {
  id: string
  from_status: string | null
  status: string | null
  from_import_state: string
  import_state: string
}
