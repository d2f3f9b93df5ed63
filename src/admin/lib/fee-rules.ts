import { type TypedNumber, percentFrom, wholeNumberFrom } from "./typed-number"
import type { FeeRule, FeeRuleInput } from "./types"

/** A rule without anything said yet. */
export const NEW_RULE: FeeRuleInput = {
  kind: "commission",
  name: null,
  basis: "revenue",
  rate_ppm: 0,
  fixed_amount: 0,
  most_amount: null,
  starts_on: null,
  ends_on: null,
}

const PPM_PER_PERCENT = 10_000

export function percentOf(rate_ppm: number): number {
  return rate_ppm / PPM_PER_PERCENT
}

/** A rate in parts of a million from percent as typed. */
export function rateOf(text: string): TypedNumber {
  const percent = percentFrom(text)
  return percent && Math.round(percent * PPM_PER_PERCENT)
}

/** Whole đồng, with or without their sign. */
export function wholeAmountOf(text: string): TypedNumber {
  return wholeNumberFrom(text.replace(/[₫đ]\s*$/, ""))
}

/** What keeps a rule from being saved; null when nothing does. */
export function ruleProblem({
  rate_ppm,
  fixed_amount,
  starts_on,
  ends_on,
}: Pick<FeeRule, "rate_ppm" | "fixed_amount" | "starts_on" | "ends_on">):
  "no_amount" | "wrong_dates" | null {
  if (rate_ppm === 0 && fixed_amount === 0) {
    return "no_amount"
  }
  return starts_on && ends_on && ends_on < starts_on ? "wrong_dates" : null
}
