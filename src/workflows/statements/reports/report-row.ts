import { toMajorUnit } from "../../../domain/shared/amount"
import { FeeSum, ReportSums } from "../../../domain/statements/report-sums"
import { SettlementState } from "../../../domain/statements/line-state"

/** What the rows of a report are. */
export const REPORT_KINDS = ["order", "product", "channel", "month"] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** What a row is about; what does not apply is null. */
export type ReportLabels = {
  /** Of the row within its report. */
  id: string
  /**
   * True for money of no order, such as advertising: it is in every report, so that the totals
   * of all are the same.
   */
  is_without_order: boolean
  channel_id: string | null
  channel_name: string | null
  /** Of a settlement. */
  settlement_id: string | null
  external_order_id: string | null
  channel_order_id: string | null
  state: SettlementState | null
  placed_at: Date | null
  last_settled_at: Date | null
  /** Of a product; of one that is linked to none the marketplace's own title. */
  variant_id: string | null
  sku: string | null
  title: string | null
  /** Units that were sold and did not come back unharmed. */
  units: number | null
  /** `2026-03`; null for orders without a day. */
  month: string | null
}

type Amounts = {
  revenue: number
  fees: number
  adjustment: number
  net: number
  cost: number | null
  margin: number | null
}

/** What a row comes to, in the currency's major unit. */
export type ReportFigures = Amounts & {
  currency_code: string
  order_count: number
  settled_count: number
  orders_without_cost: number
  /** Fees by kind; they make `fees`. */
  fee_parts: FeeSum[]
  /** After settlement: the amounts beside it are these. */
  settled: Amounts
  /** Before settlement: what the orders should bring. */
  expected: Amounts | null
  outstanding: number
}

export type ReportRow = ReportLabels & ReportFigures

export const NO_LABELS: ReportLabels = {
  id: "",
  is_without_order: false,
  channel_id: null,
  channel_name: null,
  settlement_id: null,
  external_order_id: null,
  channel_order_id: null,
  state: null,
  placed_at: null,
  last_settled_at: null,
  variant_id: null,
  sku: null,
  title: null,
  units: null,
  month: null,
}

/** Sums as people see them. */
export function toFigures(
  sums: ReportSums,
  currency_code: string
): ReportFigures {
  const major = (amount: number) => toMajorUnit(amount, currency_code)
  const known = (amount: number | null) => amount && major(amount)
  const amounts = (of: ReportSums["settled"]): Amounts => ({
    revenue: major(of.revenue),
    fees: major(of.fees),
    adjustment: major(of.adjustment),
    net: major(of.net),
    cost: known(of.cost),
    margin: known(of.margin),
  })
  const settled = amounts(sums.settled)
  return {
    currency_code,
    order_count: sums.order_count,
    settled_count: sums.settled_count,
    orders_without_cost: sums.orders_without_cost,
    ...settled,
    fee_parts: sums.fee_parts.map(({ kind, amount }) => ({
      kind,
      amount: major(amount),
    })),
    settled,
    expected: sums.expected && amounts(sums.expected),
    outstanding: major(sums.outstanding),
  }
}
