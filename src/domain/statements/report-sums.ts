import { Amount } from "../shared/amount"
import { addSettled, SettledAmounts } from "./amounts"
import { FeeKind } from "./fee-kind"

/** All fees of one kind together. */
export type FeeSum = { kind: FeeKind; amount: Amount }

/**
 * Amounts beside the cost of the goods that they are for. Both are of the orders whose cost is
 * known: null where it is known of none.
 */
export type AmountsWithCost = SettledAmounts & {
  cost: Amount | null
  /** Net less cost. Money of no order, such as advertising, is no part of it. */
  margin: Amount | null
}

/** What a row of a report comes to, and the totals alike (smallest unit). */
export type ReportSums = {
  /** What was paid: after settlement. */
  settled: AmountsWithCost
  /** What the orders should bring, paid or not: before settlement. Null where nothing is known. */
  expected: AmountsWithCost | null
  /** Of `expected`: delivered, and in no statement yet. */
  outstanding: Amount
  /** They make the settled fees. */
  fee_parts: FeeSum[]
  order_count: number
  /** Orders that statements name. */
  settled_count: number
  /** Orders whose goods' cost is not known: their margin is in no sum. */
  orders_without_cost: number
}

/** An order, or a line of no order, as it counts for a report. */
export type ReportEntry = {
  is_order: boolean
  is_settled: boolean
  settled: SettledAmounts
  expected: SettledAmounts | null
  is_outstanding: boolean
  fee_parts: FeeSum[]
  /** Of the goods that were sold and did not come back; null for unknown. */
  cost: Amount | null
}

const NO_AMOUNTS: AmountsWithCost = {
  revenue: 0,
  fees: 0,
  adjustment: 0,
  net: 0,
  cost: null,
  margin: null,
}

export const NO_SUMS: ReportSums = {
  settled: NO_AMOUNTS,
  expected: null,
  outstanding: 0,
  fee_parts: [],
  order_count: 0,
  settled_count: 0,
  orders_without_cost: 0,
}

export function sumsOf(entry: ReportEntry): ReportSums {
  const { is_order, is_settled, settled, expected, cost } = entry
  const is_counted = is_settled || expected !== null
  return {
    settled: withCost(settled, is_settled ? cost : null),
    expected: expected && withCost(expected, cost),
    outstanding: entry.is_outstanding ? (expected?.net ?? 0) : 0,
    fee_parts: feesByKind(settled.fees, entry.fee_parts),
    order_count: is_order ? 1 : 0,
    settled_count: is_order && is_settled ? 1 : 0,
    orders_without_cost: is_order && is_counted && cost === null ? 1 : 0,
  }
}

export function addSums(a: ReportSums, b: ReportSums): ReportSums {
  return {
    settled: addWithCost(a.settled, b.settled),
    expected:
      a.expected && b.expected
        ? addWithCost(a.expected, b.expected)
        : (a.expected ?? b.expected),
    outstanding: a.outstanding + b.outstanding,
    fee_parts: addFees([...a.fee_parts, ...b.fee_parts]),
    order_count: a.order_count + b.order_count,
    settled_count: a.settled_count + b.settled_count,
    orders_without_cost: a.orders_without_cost + b.orders_without_cost,
  }
}

/** One sum for each kind; what no part explains of the fees is `other`. */
export function feesByKind(fees: Amount, parts: FeeSum[]): FeeSum[] {
  const rest = parts.reduce((left, { amount }) => left - amount, fees)
  return addFees(
    rest === 0 ? parts : [...parts, { kind: "other", amount: rest }]
  )
}

function addFees(parts: FeeSum[]): FeeSum[] {
  const sums: FeeSum[] = []
  for (const { kind, amount } of parts) {
    const known = sums.find((one) => one.kind === kind)
    if (known) {
      known.amount += amount
    } else {
      sums.push({ kind, amount })
    }
  }
  return sums
}

function withCost(
  amounts: SettledAmounts,
  cost: Amount | null
): AmountsWithCost {
  return { ...amounts, cost, margin: cost === null ? null : amounts.net - cost }
}

function addWithCost(a: AmountsWithCost, b: AmountsWithCost): AmountsWithCost {
  return {
    ...addSettled(a, b),
    cost: addKnown(a.cost, b.cost),
    margin: addKnown(a.margin, b.margin),
  }
}

function addKnown(a: Amount | null, b: Amount | null): Amount | null {
  return a === null || b === null ? (a ?? b) : a + b
}
