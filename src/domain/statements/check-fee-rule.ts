import { FeeRule } from "./fee-rule"

/** Why a rule cannot be used; `other` where it meets another one. */
export type FeeRuleProblem =
  | { code: "nothing_charged" | "ends_before_start" | "not_a_date" }
  | {
      code: "overlaps"
      other: Pick<FeeRule, "id" | "starts_on" | "ends_on">
    }

type Days = Pick<FeeRule, "starts_on" | "ends_on">

/**
 * Looks whether a rule makes sense beside the others of its channel: of one kind and name only
 * one may hold on a day.
 * @param others the channel's other rules.
 */
export function checkFeeRule(
  rule: Omit<FeeRule, "id">,
  others: FeeRule[]
): FeeRuleProblem | null {
  const { starts_on, ends_on } = rule
  if ([starts_on, ends_on].some((day) => day !== null && !isDay(day))) {
    return { code: "not_a_date" }
  }
  if (starts_on !== null && ends_on !== null && ends_on < starts_on) {
    return { code: "ends_before_start" }
  }
  if (rule.rate_ppm === 0 && rule.fixed_amount === 0) {
    return { code: "nothing_charged" }
  }
  const other = others.find(
    ({ kind, name, ...days }) =>
      kind === rule.kind && name === rule.name && overlap(rule, days)
  )
  return other ? { code: "overlaps", other } : null
}

/** Whether both hold on some day. */
export function overlap(a: Days, b: Days): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a)
}

function startsBeforeEnd(a: Days, b: Days): boolean {
  return a.starts_on === null || b.ends_on === null || a.starts_on <= b.ends_on
}

/** `yyyy-mm-dd`, a day that exists. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(at.getTime()) &&
    at.toISOString().slice(0, 10) === text
  )
}
