import { OrderStatus } from "../orders/order-status"
import { Amount } from "../shared/amount"
import { addSettled, NOTHING_SETTLED, SettledAmounts } from "./amounts"
import { FeePart } from "./fee-kind"
import { LineKind, StatementLine } from "./statement-line"

/** What of an order decides what it should be paid. Times UTC, money in the smallest unit. */
export type SettledOrder = {
  status: OrderStatus | null
  currency_code: string
  placed_at: Date
  /** Since when it is owed: it has reached the buyer; null while it has not. */
  owed_since: Date | null
  /** Of the units that were sold, before discounts; units cancelled before they left are not among them. */
  price: Amount
  seller_discount: Amount
  /** What the buyer pays, shipping included. */
  buyer_total: Amount
  /** Units sold. */
  quantity: number
  /** Of the price less the seller's discount: what came back, or was given back for. */
  refunded: Amount
  /** Of the price less the seller's discount: what the carrier or the marketplace lost. */
  lost: Amount
  /** Of `refunded`: goods that have not come back although their time is over. */
  missing: Amount
}

/** A line as it counts for its order. */
export type CountedLine = Pick<
  StatementLine,
  "kind" | "quantity" | "settled_at" | "currency_code" | "amounts" | "fee_parts"
> & {
  /** Which statement it is of. */
  statement_id: string
}

/** What all lines of an order come to. */
export type OrderLines = {
  settled: SettledAmounts
  /** By kind and name. */
  fee_parts: FeePart[]
  sales: SettledAmounts
  refunds: SettledAmounts
  compensation: Amount
  /** Negative corrections among them, as not every marketplace tells the two apart. */
  deductions: Amount
  quantity: number | null
  currency_codes: string[]
  count: number
  compared_count: number
  /** Rows of sales. */
  sale_count: number
  statements_with_sales: number
  first_settled_at: Date | null
  last_settled_at: Date | null
}

/** Kinds that are compared with what the order should bring; the others are booked as they are. */
const COMPARED: readonly LineKind[] = ["sale", "refund"]

export function isCompared(kind: LineKind): boolean {
  return COMPARED.includes(kind)
}

/** What a line adds to its order: all of one that nothing is expected of is an adjustment. */
export function bookedAmounts({
  kind,
  amounts,
}: Pick<StatementLine, "kind" | "amounts">): SettledAmounts {
  return isCompared(kind)
    ? amounts
    : { revenue: 0, fees: 0, adjustment: amounts.net, net: amounts.net }
}

/** Adds up the lines of one order; duplicates and refused rows must not be among them. */
export function addUpLines(lines: CountedLine[]): OrderLines {
  const compared = lines.filter(({ kind }) => isCompared(kind))
  const sales = lines.filter(({ kind }) => kind === "sale")
  const times = lines
    .flatMap(({ settled_at }) => (settled_at ? [settled_at.getTime()] : []))
    .sort((a, b) => a - b)
  return {
    settled: sumOf(lines),
    fee_parts: addUpFees(compared.flatMap(({ fee_parts }) => fee_parts)),
    sales: sumOf(sales),
    refunds: sumOf(lines.filter(({ kind }) => kind === "refund")),
    compensation: netOf(lines, "compensation"),
    deductions:
      netOf(lines, "deduction") + Math.min(netOf(lines, "adjustment"), 0),
    quantity: sales.some(({ quantity }) => quantity === null)
      ? null
      : sales.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
    currency_codes: [
      ...new Set(lines.map(({ currency_code }) => currency_code)),
    ],
    count: lines.length,
    compared_count: compared.length,
    sale_count: sales.length,
    statements_with_sales: new Set(
      sales.map(({ statement_id }) => statement_id)
    ).size,
    first_settled_at: times.length ? new Date(times[0]) : null,
    last_settled_at: times.length ? new Date(times[times.length - 1]) : null,
  }
}

/** Fees of one kind and name become one; those that cancel out stay, as they were charged. */
export function addUpFees(parts: FeePart[]): FeePart[] {
  const sums = new Map<string, FeePart>()
  for (const part of parts) {
    const key = `${part.kind} ${part.name}`
    const known = sums.get(key)
    sums.set(key, { ...part, amount: part.amount + (known?.amount ?? 0) })
  }
  return [...sums.values()]
}

function sumOf(lines: CountedLine[]): SettledAmounts {
  return lines.map(bookedAmounts).reduce(addSettled, NOTHING_SETTLED)
}

function netOf(lines: CountedLine[], kind: LineKind): Amount {
  return lines
    .filter((line) => line.kind === kind)
    .reduce((sum, { amounts }) => sum + amounts.net, 0)
}
