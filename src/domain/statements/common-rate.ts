import { Amount } from "../shared/amount"

const MILLION = 1_000_000n
const HALF = MILLION / 2n

/** Rates people agree on: whole percents, tenths, hundredths, … (millionths). */
const ROUND_STEPS = [10_000n, 5_000n, 1_000n, 500n, 100n, 10n, 1n]

/**
 * The rate (millionths, at most 1,000,000) that gives most of the amounts exactly when half a
 * unit is rounded away from zero; of several the roundest one.
 * @param points amounts and what they were taken of, both positive.
 * @param most_amount amounts of this height may have been cut off.
 * @returns null when no rate gives any of the amounts.
 */
export function commonRate(
  points: { base: Amount; amount: Amount }[],
  most_amount: Amount | null
): number | null {
  const ends = points.flatMap(({ base, amount }) => {
    const range = rangeOf(base, amount, amount === most_amount)
    return range
      ? [
          { at: range.first, step: 1 },
          { at: range.last + 1n, step: -1 },
        ]
      : []
  })
  ends.sort((a, b) => (a.at === b.at ? a.step - b.step : a.at < b.at ? -1 : 1))
  let open = 0
  let most = 0
  let best: { first: bigint; last: bigint } | null = null
  for (const [index, { at, step }] of ends.entries()) {
    open += step
    const next = ends[index + 1]
    if (next && next.at > at && open > most) {
      most = open
      best = { first: at, last: next.at - 1n }
    }
  }
  return best && roundest(best)
}

/** All rates that make this amount of this base. */
function rangeOf(
  base: Amount,
  amount: Amount,
  is_limit: boolean
): { first: bigint; last: bigint } | null {
  if (base <= 0 || amount <= 0) {
    return null
  }
  const of = BigInt(base)
  const wanted = BigInt(amount) * MILLION
  const first = divideUp(wanted - HALF, of)
  const last = is_limit ? MILLION : divideUp(wanted + HALF, of) - 1n
  const end = last < MILLION ? last : MILLION
  return first <= end ? { first, last: end } : null
}

function divideUp(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b
}

function roundest({ first, last }: { first: bigint; last: bigint }): number {
  for (const step of ROUND_STEPS) {
    const candidate = divideUp(first, step) * step
    if (candidate <= last) {
      return Number(candidate)
    }
  }
  return Number(first)
}
