import { Amount } from "../shared/amount"

/**
 * Shares an amount by weights without losing or making a unit: each share is rounded towards
 * zero, and what is left goes, one by one, to those that lost most by it (the earlier one of
 * two). Shares have the sign of the amount; who has no weight gets nothing.
 * @param weights whole numbers from 0; all of them 0 stands for equal weights.
 * @throws {RangeError} without weights, or with one that is negative or no whole number.
 */
export function shareOut(amount: Amount, weights: number[]): Amount[] {
  if (!weights.length || weights.some((one) => !isWeight(one))) {
    throw new RangeError("an amount is shared by whole weights from 0")
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) {
    return shareOut(
      amount,
      weights.map(() => 1)
    )
  }
  const whole = BigInt(Math.abs(amount))
  const shares = weights.map((weight, index) => {
    const part = whole * BigInt(weight)
    return { index, share: part / total, lost: part % total }
  })
  const given = shares.reduce((sum, { share }) => sum + share, 0n)
  const unlucky = [...shares]
    .sort((a, b) => Number(b.lost > a.lost) - Number(a.lost > b.lost))
    .slice(0, Number(whole - given))
  for (const one of unlucky) {
    one.share += 1n
  }
  return shares.map(({ share }) =>
    amount < 0 && share > 0n ? -Number(share) : Number(share)
  )
}

function isWeight(weight: number): boolean {
  return Number.isSafeInteger(weight) && weight >= 0
}
