import { Amount } from "../../../domain/shared/amount"

/** What a float may be off an integer that it means. */
const NOISE = 1e-6

/**
 * Rounds shares to whole amounts that sum up to the rounded sum (largest remainder; of
 * equal remainders the first). Each share moves by less than one.
 */
export function roundTogether(shares: number[]): Amount[] {
  const floors = shares.map((share) => Math.floor(share + NOISE))
  const sum = shares.reduce((total, share) => total + share, 0)
  const missing =
    Math.floor(sum + 0.5 + NOISE) -
    floors.reduce((total, one) => total + one, 0)
  const largest_first = shares
    .map((share, index) => ({ index, rest: share - floors[index] }))
    .sort((one, other) => other.rest - one.rest || one.index - other.index)
  for (const { index } of largest_first.slice(0, Math.max(missing, 0))) {
    floors[index] += 1
  }
  return floors
}

/** Splits a whole amount in proportion to the weights; no share exceeds its weight. */
export function splitBy(amount: Amount, weights: Amount[]): Amount[] {
  const whole = weights.reduce((total, weight) => total + weight, 0)
  const part = Math.min(amount, whole)
  return whole === 0
    ? weights.map(() => 0)
    : roundTogether(weights.map((weight) => (weight / whole) * part))
}
