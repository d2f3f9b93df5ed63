import type { FeeSum } from "../../../domain/statements/report-sums"
import type { SettlementState } from "../../../domain/statements/line-state"

export const REPORT_KINDS = ["month", "channel", "product", "order"] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** Which day an order counts by. */
export const REPORT_DATES = ["ordered", "settled"] as const
export type ReportDate = (typeof REPORT_DATES)[number]

type Amounts = {
  revenue: number
  fees: number
  adjustment: number
  net: number
  /** Of the orders whose cost is known; null where it is known of none. */
  cost: number | null
  margin: number | null
}

/** What a row comes to, or the report as a whole. */
export type ReportFigures = Amounts & {
  currency_code: string
  order_count: number
  settled_count: number
  orders_without_cost: number
  fee_parts: FeeSum[]
  /** What the orders should bring. */
  expected: Amounts | null
  /** Delivered, and in no statement yet. */
  outstanding: number
}

export type ReportRow = ReportFigures & {
  id: string
  /** Money of no order, such as advertising. */
  is_without_order: boolean
  channel_id: string | null
  channel_name: string | null
  settlement_id: string | null
  external_order_id: string | null
  state: SettlementState | null
  placed_at: string | null
  variant_id: string | null
  sku: string | null
  title: string | null
  units: number | null
  /** `2026-03`; null for orders without a day. */
  month: string | null
}

export type SettlementReport = {
  rows: ReportRow[]
  /** Of all rows, not of the page. */
  totals: ReportFigures
  currency_code: string
  currencies: string[]
  /** Orders whose amounts may still change. */
  comparing: number
  count: number
}

type OutstandingAge = { age: string; count: number; amount: number }

/** Money that is still to come, by days since its orders were delivered. */
export type OutstandingReport = {
  outstanding: (OutstandingAge & { currency_code: string })[]
  channels: {
    channel_id: string
    channel_name: string | null
    currency_code: string
    count: number
    amount: number
    ages: OutstandingAge[]
  }[]
}
