import { Amount } from "../shared/amount"

/**
 * Shares an amount by weights without losing or making a unit: each share is rounded towards
 * zero, and what is left goes, one by one, to those that lost most by it (the earlier one of
 * two). Shares have the sign of the amount; who has no weight gets nothing.
 * @param weights whole numbers from 0, up to 2^53 together; all of them 0 stands for equal weights.
 * @throws {RangeError} without weights, or with others than these.
 */
export function shareOut(amount: Amount, weights: number[]): Amount[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!weights.length || ![...weights, total].every(isWeight)) {
    throw new RangeError("an amount is shared by whole weights from 0")
  }
  if (weights.length === 1) {
    return [amount]
  }
  return total === 0
    ? byWeights(
        amount,
        weights.map(() => 1),
        weights.length
      )
    : byWeights(amount, weights, total)
}

function byWeights(amount: Amount, weights: number[], total: number): Amount[] {
  const whole = Math.abs(amount)
  const shares = weights.map((weight) => divide(whole, weight, total))
  const left = shares.reduce((rest, { share }) => rest - share, whole)
  if (left > 0) {
    // Sorting keeps the order of equals.
    const unlucky = [...shares].sort((a, b) => b.lost - a.lost)
    for (const one of unlucky.slice(0, left)) {
      one.share += 1
    }
  }
  return shares.map(({ share }) => (amount < 0 && share > 0 ? -share : share))
}

/** `whole × weight ÷ total`, exactly: what it comes to, and what remains of the division. */
function divide(whole: number, weight: number, total: number) {
  const product = whole * weight
  if (Number.isSafeInteger(product)) {
    const lost = product % total
    return { share: (product - lost) / total, lost }
  }
  const exact = BigInt(whole) * BigInt(weight)
  return {
    share: Number(exact / BigInt(total)),
    lost: Number(exact % BigInt(total)),
  }
}

function isWeight(weight: number): boolean {
  return Number.isSafeInteger(weight) && weight >= 0
}
