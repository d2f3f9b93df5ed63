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

/** `4,5` and `4.5` are both four and a half; null for what is no percentage. */
export function rateOf(text: string): number | null {
  const percent = Number(text.trim().replace(",", "."))
  return text.trim() === "" || !(percent >= 0 && percent <= 100)
    ? null
    : Math.round(percent * PPM_PER_PERCENT)
}

/** Whole đồng, with or without signs between the thousands; null for what is none. */
export function wholeAmountOf(text: string): number | null {
  const digits = text.replace(/[\s.,₫đ]/g, "")
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null
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
