import { Amount } from "../shared/amount"
import { SettledAmounts } from "./amounts"
import { feesByKind, ReportEntry, ReportSums, sumsOf } from "./report-sums"
import { shareOut } from "./share-out"

/** A line of an order, as far as it decides what of the order's money is the line's. */
export type SoldLine = {
  /** Price less the seller's discount of the units that were not cancelled (smallest unit). */
  worth: Amount
  quantity: number
  /** Of the units that did not come back; null for unknown. */
  cost: Amount | null
}

/**
 * Shares what an order was paid, and what it should be, over its lines by their worth: revenue,
 * adjustment and each kind of fee by themselves, so that a line's own amounts add up, and those
 * of all lines are the order's to the smallest unit. Lines without worth share by quantity.
 * @throws {RangeError} without lines.
 */
export function shareOrder(
  entry: Omit<ReportEntry, "cost">,
  lines: SoldLine[]
): ReportSums[] {
  const weights = weightsOf(lines)
  const fees = feesByKind(entry.settled.fees, entry.fee_parts).map(
    ({ kind, amount }) => ({ kind, shares: shareOut(amount, weights) })
  )
  const settled = shareAmounts(entry.settled, weights, (index) =>
    fees.reduce((sum, { shares }) => sum + shares[index], 0)
  )
  const expected = entry.expected && shareExpected(entry.expected, weights)
  return lines.map(({ cost }, index) =>
    sumsOf({
      ...entry,
      settled: settled[index],
      expected: expected && expected[index],
      fee_parts: fees.map(({ kind, shares }) => ({
        kind,
        amount: shares[index],
      })),
      cost,
    })
  )
}

function weightsOf(lines: SoldLine[]): number[] {
  const worths = lines.map(({ worth }) => Math.max(worth, 0))
  return worths.some((worth) => worth > 0)
    ? worths
    : lines.map(({ quantity }) => Math.max(quantity, 0))
}

function shareExpected(
  expected: SettledAmounts,
  weights: number[]
): SettledAmounts[] {
  const fees = shareOut(expected.fees, weights)
  return shareAmounts(expected, weights, (index) => fees[index])
}

function shareAmounts(
  amounts: Pick<SettledAmounts, "revenue" | "adjustment">,
  weights: number[],
  feesOf: (index: number) => Amount
): SettledAmounts[] {
  const revenues = shareOut(amounts.revenue, weights)
  const adjustments = shareOut(amounts.adjustment, weights)
  return weights.map((_, index) => {
    const revenue = revenues[index]
    const adjustment = adjustments[index]
    const fees = feesOf(index)
    return { revenue, fees, adjustment, net: revenue + fees + adjustment }
  })
}
