import type { PushOutcome } from "../../../domain/stock/push-outcome"
import type {
  StockOverride,
  StockRules,
} from "../../../domain/stock/stock-rules"
import type {
  RULES_CHANGED,
  StockCause,
  StockEventKind,
  StockReason,
  StockState,
} from "../../../domain/stock/stock-state"
import type { WantedStep } from "../../../domain/stock/wanted-quantity"

export type StockWarehouse = {
  warehouse_external_id: string
  warehouse_name: string | null
  /** Null for a warehouse that is not mapped. */
  stock_location_id: string | null
  wanted: number | null
  pushed: number | null
  pushed_at: string | null
  confirmed: number | null
  confirmed_at: string | null
  seen: number | null
  seen_at: string | null
  committed: number | null
  unseen: number
}

/** Where a listing's stock stands; numbers are sums over its mapped warehouses. */
export type Stock = {
  listing_id: string
  channel_id: string
  channel_name: string
  title: string
  sku_title: string | null
  seller_sku: string | null
  image_url: string | null
  variant_id: string | null
  /** Null before the first look. */
  state: StockState | null
  reason: StockReason | null
  behind_since: string | null
  looked_at: string | null
  wanted: number | null
  pushed: number | null
  confirmed: number | null
  seen: number | null
  unseen: number
  pushed_at: string | null
  confirmed_at: string | null
  warehouses: StockWarehouse[]
  rules: StockRules
  override: StockOverride | null
}

export type StockCounts = {
  by_state: Partial<Record<StockState, number>>
  behind: number
}

/** One inventory item that the listing is made of; units of the item. */
export type FreeUnits = {
  inventory_item_id: string
  sku: string | null
  title: string | null
  required_quantity: number
  stocked: number
  reserved: number
  unseen_here: number
  unseen_elsewhere: number
  locked_elsewhere: number
  free: number
}

/** What decided a number. */
export type DecidedBy = WantedStep["rule"] | "not_counted"

/** The sum behind the number of one warehouse. */
export type StockExplanation = {
  warehouse_external_id: string
  warehouse_name: string | null
  stock_location_id: string
  stock_location_name: string | null
  as_of: string | null
  quantity: number | null
  kind: "counted" | "not_counted"
  decided_by: DecidedBy
  free: FreeUnits[]
  scarcest_item_id: string | null
  steps: WantedStep[]
  buffer: number
  share: number
  cap: number | null
  minimum: number
}

export type StockReservation = {
  id: string
  inventory_item_id: string
  units: number
  created_at: string
  description: string | null
  channel_order: {
    id: string
    external_id: string
    channel_name: string | null
    status: string | null
  } | null
  medusa_order: { id: string; display_id: string } | null
  /** Sold on a marketplace, its order not read yet. */
  unseen_of: {
    listing_id: string
    channel_id: string
    channel_name: string
    title: string
  } | null
}

export type StockPushEntry = {
  kind: "push"
  at: string
  batch_id: string
  from: number
  to: number
  wanted: number | null
  cause: StockCause
  actor: string
  actor_name: string | null
  outcome: PushOutcome | "pending"
  error: string | null
  confirmed_at: string | null
}

export type StockEventEntry = {
  kind: StockEventKind
  at: string
  warehouse_external_id: string
  units: number
  from: number | null
  to: number | null
}

/** A person gave the listing other rules of its own. */
export type StockRulesEntry = {
  kind: typeof RULES_CHANGED
  at: string
  actor: string
  actor_name: string | null
  from: StockOverride | null
  to: StockOverride | null
}

export type StockEntry = StockPushEntry | StockEventEntry | StockRulesEntry

/** What keeps the stock of every channel from being raised. */
export type StockWarning = {
  code: string
  message: string
  params: Record<string, string | number>
}

/** A listing's stock with all that explains it. */
export type StockStory = Stock & {
  explanation: StockExplanation[]
  reservations: StockReservation[]
  reservations_count: number
  /** Those that are not in the list. */
  reservations_more: number
  timeline: StockEntry[]
}

/** From a change of stock to its number on the marketplace, over the last hour. */
export type StockLag = {
  p50_ms: number | null
  p95_ms: number | null
  p99_ms: number | null
  longest_ms: number | null
  pushes: number
  since: string
  behind: number
  oldest_behind_since: string | null
}

/** The certificate of a full comparison; without an end while it is under way. */
export type StockSweep = {
  id: string
  channel_id: string
  started_at: string
  finished_at: string | null
  compared: number
  equal: number
  repaired: number
  explained: number
  unexplained: number
}

export type StockPreview = {
  listing_id: string
  title: string
  sku_title: string | null
  seller_sku: string | null
  now: number | null
  then: number | null
  why: {
    decided_by: DecidedBy | StockState
    steps: WantedStep[]
    overridden: (keyof StockRules)[]
  }
}
