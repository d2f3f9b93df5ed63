import type { BlockReason } from "../../../domain/orders/block-reason"
import type { Deadline } from "../../../domain/orders/deadline"
import type {
  OrderMoney,
  Recipient,
} from "../../../domain/orders/neutral-order"
import type { HostState } from "../../../domain/orders/host-state"
import type { OrderAction } from "../../../domain/orders/order-action"
import type {
  OrderFlag,
  OrderStatus,
} from "../../../domain/orders/order-status"
import type { JsonValue } from "../../../domain/shared/json"
import type { BuyerRequest } from "./buyer-request"
import type { Parcel } from "./parcel"
import type { Receipt } from "./receipt"

export const IMPORT_STATES = [
  "pending",
  "imported",
  "blocked",
  "ignored",
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export type ChannelOrderLine = {
  id: string
  /** The marketplace's ids of its units. */
  external_line_ids?: string[]
  external_sku_id: string
  seller_sku: string | null
  title: string
  sku_title?: string | null
  image_url?: string | null
  quantity: number
  /** Of them, those that are cancelled. */
  cancelled_quantity?: number
  is_gift?: boolean
  unit_price: number
  variant_id: string | null
}

export type StatusMove = {
  at: string
  /** A user id, or `system`. */
  actor: string | null
  /** The user's name or e-mail; null for the system and for users who are gone. */
  actor_name: string | null
  source: string | null
  from_status: OrderStatus | null
  status: OrderStatus | null
  raw_status: string | null
  status_rule: string | null
}

export type ChannelOrder = {
  id: string
  channel_id: string
  channel_name?: string
  external_id: string
  display_id?: string | null
  /** Null when the marketplace's word is unknown. */
  status: OrderStatus | null
  raw_status: string
  status_rule: string | null
  /** The rule that ignores it, or that decides its stock effect. */
  import_rule?: string | null
  /** Where its Medusa order stands. */
  host_state?: HostState
  flags: OrderFlag[]
  import_state: ImportState
  block_reasons: BlockReason[]
  medusa_order_id: string | null
  medusa_display_id?: string | number | null
  /** Why the Medusa order does not follow, in English; null while nothing is wrong. */
  settle_error?: string | null
  total: number | null
  currency_code: string | null
  payment?: "prepaid" | "cod" | null
  money?: OrderMoney | null
  recipient?: Recipient | null
  /** When the last of the buyer's data was erased; null while it is there. */
  buyer_erased_at?: string | null
  lines?: ChannelOrderLine[]
  parcels?: Parcel[]
  history?: StatusMove[]
  /** What has to happen next, and by when; null when nothing is owed. */
  deadline_at?: string | null
  deadline_kind?: Deadline["kind"] | null
  /** When the marketplace cancels the order by itself. */
  cancel_at?: string | null
  /** What the buyer asks for besides a cancellation. */
  returns?: BuyerRequest[]
  cancellation_request?: BuyerRequest | null
  receipts?: Receipt[]
  placed_at: string
  external_updated_at: string
  /** What may be done with it at its marketplace, as far as the stored copy tells. */
  actions?: OrderAction[]
}

export type OrderCounts = {
  by_status: Partial<Record<OrderStatus, number>>
  by_import_state: Partial<Record<ImportState, number>>
  /** Orders whose deadline is near or past. */
  late_soon?: number
}

export type BlockedCause = {
  channel_name?: string
  code: string
  params: Record<string, JsonValue>
  orders: number
  total: number
  currency_code: string | null
  listing_id: string | null
  channel_id: string
}

/** What brings a line of an order's history. */
export const HISTORY_SOURCES = [
  "webhook",
  "event",
  "poll",
  "download",
  "link",
  "retry",
  "action",
  "confirm_order",
  "refuse_order",
  "request",
  "check",
] as const
