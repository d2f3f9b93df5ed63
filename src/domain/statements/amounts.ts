import { Amount } from "../shared/amount"

/**
 * What a marketplace settles, signed as it pays: revenue positive, fees negative, each reversal
 * the other way round. `net` is what reaches the seller: revenue + fees + adjustment.
 */
export type SettledAmounts = {
  /** What the buyer's side brings: price less the seller's discounts and refunds. */
  revenue: Amount
  /** Everything the marketplace keeps, withheld taxes and shipping included. */
  fees: Amount
  /** Corrections and compensations, which are neither. */
  adjustment: Amount
  net: Amount
}

export const NOTHING_SETTLED: SettledAmounts = {
  revenue: 0,
  fees: 0,
  adjustment: 0,
  net: 0,
}

export function addSettled(
  a: SettledAmounts,
  b: SettledAmounts
): SettledAmounts {
  return {
    revenue: a.revenue + b.revenue,
    fees: a.fees + b.fees,
    adjustment: a.adjustment + b.adjustment,
    net: a.net + b.net,
  }
}

export function subtractSettled(
  a: SettledAmounts,
  b: SettledAmounts
): SettledAmounts {
  return {
    revenue: a.revenue - b.revenue,
    fees: a.fees - b.fees,
    adjustment: a.adjustment - b.adjustment,
    net: a.net - b.net,
  }
}
