/** How one connected shop is run. Amounts of stock are units. */
export type ChannelSettings = {
  /** Which of our stock locations serves which marketplace warehouse; one to one. */
  warehouses: { external_id: string; stock_location_id: string }[]
  /** Units kept back from the marketplace. */
  buffer: number
  /** Part of the free stock that is offered, 0 to 1. */
  share: number
  /** Most units ever offered; null for no limit. */
  cap: number | null
  /** Fewer units than this are offered as none. */
  minimum: number
  /** How long a sale may be missing from the order feed (minutes). */
  unseen_window_minutes: number
  stock_paused: boolean
  /** When goods leave the count: at handover, or only at success. */
  deduct_stock_on: "handover" | "succeeded"
  /** Bring an order in even when its product was deleted or never downloaded. */
  always_import_products: boolean
  /** Orders whose goods left before this moment never touch stock (ISO 8601, UTC). */
  stock_from: string
  /** What becomes of orders from before `stock_from`: Medusa orders, or channel orders only. */
  import_history: "orders" | "channel_only"
  /** Days a manual download may reach back; null for no limit. */
  order_lookback_days: number | null
  /** Emit Medusa's `order.placed` for imported orders, which mails hang on. */
  emit_order_placed: boolean
  /** Days within which goods that come back should have arrived; later they are listed. */
  return_arrival_days: number
  /** Differences of a settlement up to this are none (đồng, or the smallest unit). */
  settlement_tolerance: number
  /** Days after delivery by which an order should have been paid. */
  settlement_overdue_days: number
  /** Fetch new statements once a day, where the marketplace's API gives them. */
  download_statements: boolean
  /**
   * Whether statements change payments in Medusa. `never`: cash on delivery is captured when an
   * order succeeds. `when_settled`: it stays unpaid until its settlement matches or is confirmed.
   */
  capture_payments: "never" | "when_settled"
  /** Days after settlement within which the marketplace takes a claim. */
  claim_window_days: number
}

/** `return_arrival_days` where nobody chose otherwise. */
export const DEFAULT_RETURN_ARRIVAL_DAYS = 14

/** `settlement_overdue_days` where nobody chose otherwise: a statement's period and its payment. */
export const DEFAULT_SETTLEMENT_OVERDUE_DAYS = 15

/**
 * `claim_window_days` where nobody chose otherwise. The marketplaces publish no figure for
 * differences in a statement; a month is short enough to be in time.
 */
export const DEFAULT_CLAIM_WINDOW_DAYS = 30

/** `connected` and `expiring` work; `needs_authorization` and `paused` make no calls. */
export const CHANNEL_STATUSES = [
  "connected",
  "expiring",
  "needs_authorization",
  "paused",
] as const
export type ChannelStatus = (typeof CHANNEL_STATUSES)[number]
