import { StockCell, UnseenUnits } from "../../domain/stock/stock-cell"
import { StockOverride } from "../../domain/stock/stock-rules"
import {
  StockCause,
  StockEventKind,
  StockReason,
  StockState,
} from "../../domain/stock/stock-state"
import { PushOutcome } from "../../domain/stock/push-outcome"
import { HeldUnseen } from "../../domain/stock/unseen-hold"
import { WantedQuantity } from "../../domain/stock/wanted-quantity"

/** A listing of a channel with all that deciding about its stock looks at. */
export type StockListingRow = {
  id: string
  external_product_id: string
  external_sku_id: string
  variant_id: string | null
  /** False when Medusa does not count the variant; null when there is no such variant (any more). */
  manage_inventory: boolean | null
  fulfilled_by: string
  /** The marketplace works its number out from those of its parts. */
  is_set: boolean
  gone: boolean
  stock_rules: StockOverride | null
  parts: { inventory_item_id: string; required_quantity: number }[]
  cells: (StockCell & {
    warehouse_external_id: string
    /** What orders held as committed at the last look. */
    counted_committed: number
  })[]
  counted: { warehouse_external_id: string; net: number; committed: number }[]
  state: StockState | null
  reason: StockReason | null
  failures: number
  /** A campaign refused the number, and nothing tells that it let it go since. */
  is_locked: boolean
  behind_since: Date | null
  last_push: LastStockPush | null
}

/** The newest write of a listing. */
export type LastStockPush = {
  id: string
  sent_at: Date
  /** When its outcome was known; when it was sent while that is open. */
  known_at: Date
  outcome: PushOutcome | "pending"
  /** Seen on the marketplace since. */
  confirmed: boolean
  /** What was shown before it, what open orders had then, and what was written. */
  cells: {
    warehouse_external_id: string
    seen: number
    committed: number | null
    quantity: number
  }[]
}

export type StockLevelRow = {
  inventory_item_id: string
  location_id: string
  stocked: number
  reserved: number
}

/** A cell of any channel that takes from an inventory item. */
export type StockClaimRow = {
  listing_id: string
  channel_id: string
  warehouse_external_id: string
  inventory_item_id: string
  location_id: string
  required_quantity: number
  seen: number | null
  seen_committed: number | null
  /** Net units of imported orders: at the last look, and by now. */
  counted: number
  counted_net: number
  /**
   * Of imported orders, by now or at the last look, whichever is more: what was collected since
   * leaves both numbers, and the look knows only one.
   */
  counted_committed: number
  unseen: UnseenUnits[]
  is_locked: boolean
}

/** What a cell remembers of sales that no order stands for. */
export type StockMemoryRow = Pick<
  StockClaimRow,
  | "listing_id"
  | "warehouse_external_id"
  | "unseen"
  | "seen_committed"
  | "counted"
>

export type StockFactRows = {
  listings: StockListingRow[]
  levels: StockLevelRow[]
  claims: StockClaimRow[]
  /** What Medusa holds of these listings' unseen units; not part of `levels`. */
  holds: HeldUnseen[]
}

/** What a look at one listing came to. */
export type StockLookRow = {
  listing_id: string
  external_sku_id: string
  state: StockState
  reason: StockReason | null
  /** Writes that failed one after the other so far. */
  failures: number
  /** Whether what is shown differs from what should be. */
  behind: boolean
  since: Date
  cells: {
    warehouse_external_id: string
    stock_location_id: string | null
    available: number
    committed: number | null
    /** Null for a warehouse that is not mapped. */
    cell: StockCell | null
    /** What orders held as committed when it was read. */
    counted_committed: number
    wanted: WantedQuantity | null
  }[]
  events: {
    warehouse_external_id: string
    kind: StockEventKind
    units: number
    params: Record<string, number>
  }[]
  push: NewStockPush | null
}

export type NewStockPush = {
  id: string
  batch_id: string
  cause: StockCause
  actor: string
  cells: {
    warehouse_external_id: string
    seen: number
    committed: number | null
    counted: number
    /** What is written. */
    quantity: number
    /** What it should be; differs where a raise is held back. */
    wanted: number | null
  }[]
}

export type AnsweredPush = {
  id: string
  listing_id: string
  outcome: PushOutcome
  error: string | null
  error_code: string | null
  state: StockState
  reason: StockReason | null
  /** The numbers to expect at the next look, by warehouse. */
  expected: { warehouse_external_id: string; expected: number }[]
}
