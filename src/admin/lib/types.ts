import type {
  ChannelSettings,
  ChannelStatus,
} from "../../domain/channels/channel-settings"
import type { OrderMoney, Recipient } from "../../domain/orders/neutral-order"
import type { LinkState } from "../../domain/listings/diff-listing"
import type { LinkEvidence } from "../../domain/listings/match-listing"
import type { NeutralListing } from "../../domain/listings/neutral-listing"
import type { BlockReason } from "../../domain/orders/block-reason"
import type { OrderAction } from "../../domain/orders/order-action"
import type { OrderFlag, OrderStatus } from "../../domain/orders/order-status"
import type { ConnectField } from "../../domain/provider/authorization"
import type {
  ConfirmationOffer,
  PickupSlot,
} from "../../domain/provider/confirms-orders"
import type { MarketplaceErrorKind } from "../../domain/provider/marketplace-error"
import type { JsonValue } from "../../domain/shared/json"
import type { LocalizedText } from "../../domain/shared/localized-text"

/*
 * The HTTP contract as the pages see it. Amounts are in the currency's major unit,
 * as everywhere in Medusa's API; times are ISO 8601, UTC; marketplace ids are text.
 */

/** Medusa's list envelope. */
export type ListOf<TName extends string, TItem> = Record<TName, TItem[]> & {
  count: number
  offset: number
  limit: number
}

export type Provider = {
  id: string
  label: LocalizedText
  capabilities: string[]
  /** What connecting asks for; fields of one method belong together. */
  connect_fields: ConnectField[]
  /** True when a person may sign in at the marketplace instead. */
  connects_by_consent: boolean
  /** Which settings a channel of this provider has. */
  settings_schema?:
    | { name: string }[]
    | { properties?: Record<string, { default?: JsonValue }> }
    | null
  /** Statuses a person may choose for a manual download. */
  downloadable_statuses?: OrderStatus[]
  /** What a manual download brings without a choice; null for every status. */
  default_download_statuses?: OrderStatus[] | null
  /** Page of an order at the marketplace; `{id}` stands for the order id. */
  order_url?: string | null
}

export type Channel = {
  id: string
  provider_id: string
  name: string
  external_id: string
  region: string | null
  currency_code: string
  status: ChannelStatus
  settings: ChannelSettings
  sales_channel_id: string | null
  last_order_sync_at: string | null
  last_listing_sync_at?: string | null
  /** Why the status is what it is; null when all is well. */
  status_reason?: string | null
  /** What went wrong last; null when all is well. */
  last_error?: string | null
  /** When a person has to sign in again; null when unknown or never. */
  authorization_ends_at?: string | null
  /** The marketplace's warehouses, as far as they are known. */
  warehouses?: { external_id: string; name: string; is_default?: boolean }[]
}

/** An installation that came without our own request and waits for its owner. */
export type Authorization = {
  id: string
  provider_id: string
  account_name: string
  shops: { name: string }[]
}

export type ConnectResult = { channel?: Channel; authorization_url?: string }

export type ChannelTest = {
  ok: boolean
  /** The marketplace's or our own sentence, in English. */
  reason?: string | null
  code?: MarketplaceErrorKind | "failed"
  shop?: { name: string } | null
}

export type VariantSummary = {
  id: string
  title: string | null
  sku: string | null
  product_id: string | null
  product_title: string | null
}

export type Suggestion = {
  variant_id: string
  variant?: VariantSummary | null
  evidence: LinkEvidence
  /** May be linked without asking. */
  certain?: boolean
}

export type ListingSuggestion = Suggestion & {
  listing_id: string
  listing?: Listing | null
}

export type Listing = {
  id: string
  channel_id: string
  external_product_id: string
  external_sku_id: string
  seller_sku: string | null
  title: string
  sku_title: string | null
  price: number | null
  currency_code?: string
  image_url: string | null
  marketplace_quantity: number | null
  /** Whose warehouse the goods lie in. */
  fulfilled_by?: NeutralListing["fulfilled_by"]
  link_state: LinkState
  variant_id: string | null
  variant?: VariantSummary | null
  /** A user id, or `auto:` with the rule. */
  linked_by?: string | null
  suggestion: Suggestion | null
  /** What a download found otherwise since it was linked. */
  changes?: { field: string; from: JsonValue; to: JsonValue }[]
}

export type ListingCounts = {
  by_link_state: Partial<Record<LinkState, number>>
}

export const IMPORT_STATES = [
  "pending",
  "imported",
  "blocked",
  "ignored",
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export type ChannelOrderLine = {
  id: string
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

export type Parcel = {
  id: string
  external_id: string
  status: string | null
  tracking_number: string | null
  carrier: string | null
  ship_by?: string | null
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
  flags: OrderFlag[]
  import_state: ImportState
  block_reasons: BlockReason[]
  medusa_order_id: string | null
  medusa_display_id?: string | number | null
  total: number | null
  currency_code: string | null
  payment?: "prepaid" | "cod" | null
  money?: OrderMoney | null
  recipient?: Recipient | null
  lines?: ChannelOrderLine[]
  parcels?: Parcel[]
  history?: StatusMove[]
  ship_by?: string | null
  placed_at: string
  external_updated_at: string
  /** What may be done with it at its marketplace, as far as the stored copy tells. */
  actions?: OrderAction[]
}

/** What the seller may decide about an order, read afresh. */
export type Confirmation = Pick<
  ConfirmationOffer,
  "state" | "scope" | "may_refuse"
> & {
  lines: ConfirmationLine[]
  confirm_by: string | null
  pickup_slots: PickupSlot[]
  warehouses: { external_id: string; name: string }[]
}

export type ConfirmationLine = Partial<
  Pick<ChannelOrderLine, "sku_title" | "image_url">
> & {
  id: string
  title: string | null
  seller_sku: string | null
  quantity: number | null
}

export type OrderCounts = {
  by_status: Partial<Record<OrderStatus, number>>
  by_import_state: Partial<Record<ImportState, number>>
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

export const RUN_KINDS = [
  "order_download",
  "listing_download",
  "product_creation",
  "order_action",
] as const
export const RUN_STATUSES = ["running", "done", "failed"] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

export type Run = {
  id: string
  kind: string
  status: RunStatus
  preview?: boolean
  /** What the run was asked for; of its own kind. */
  params?: Record<string, JsonValue> | null
  progress: {
    done: number
    total: number | null
    phase?: string | null
  } | null
  counts: Record<string, number>
  error?: string | null
  created_at?: string
  finished_at?: string | null
}

export type RunResult = {
  /** Of the line; of the channel order where the run acts on orders. */
  id: string
  /** Whether an action left the order as it was wanted. */
  ok?: boolean
  channel_id?: string | null
  channel_name: string | null
  external_id: string
  code: string
  params: Record<string, JsonValue> | null
  message: string | null
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
] as const

/** Codes of an order download besides the block reasons. */
export const ORDER_RESULT_CODES = [
  "imported",
  "updated",
  "moved_back",
  "unchanged",
  "ignored",
  "listing_not_downloaded",
  "listing_not_linked",
  "out_of_window",
  "failed",
] as const
export const LISTING_RESULT_CODES = [
  "created",
  "changed",
  "unchanged",
  "gone",
  "failed",
] as const
export const PRODUCT_RESULT_CODES = [
  "product_created",
  "linked",
  "failed",
] as const
