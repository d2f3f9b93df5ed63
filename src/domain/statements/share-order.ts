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
  const settled = shareAmounts(entry.settled, weights)
  const expected = entry.expected && shareAmounts(entry.expected, weights)
  return lines.map(({ cost }, index) => {
    const fee_parts = fees.map(({ kind, shares }) => ({
      kind,
      amount: shares[index],
    }))
    return sumsOf({
      ...entry,
      settled: withFees(
        settled[index],
        fee_parts.reduce((sum, { amount }) => sum + amount, 0)
      ),
      expected: expected && expected[index],
      fee_parts,
      cost,
    })
  })
}

function weightsOf(lines: SoldLine[]): number[] {
  const worths = lines.map(({ worth }) => Math.max(worth, 0))
  return worths.some((worth) => worth > 0)
    ? worths
    : lines.map(({ quantity }) => Math.max(quantity, 0))
}

function shareAmounts(
  { revenue, fees, adjustment }: SettledAmounts,
  weights: number[]
): SettledAmounts[] {
  const shares = [revenue, fees, adjustment].map((amount) =>
    shareOut(amount, weights)
  )
  return weights.map((_, index) => {
    const [own_revenue, own_fees, own_adjustment] = shares.map(
      (each) => each[index]
    )
    return {
      revenue: own_revenue,
      fees: own_fees,
      adjustment: own_adjustment,
      net: own_revenue + own_fees + own_adjustment,
    }
  })
}

function withFees(amounts: SettledAmounts, fees: Amount): SettledAmounts {
  return {
    ...amounts,
    fees,
    net: amounts.revenue + fees + amounts.adjustment,
  }
}
