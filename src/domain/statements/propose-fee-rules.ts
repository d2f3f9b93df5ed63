import { Amount } from "../shared/amount"
import { commonRate } from "./common-rate"
import { feeOf } from "./expect-income"
import { FeeKind, FeePart } from "./fee-kind"
import { FEE_BASES, FeeBasis, FeeRule } from "./fee-rule"
import { SettledOrder } from "./order-settlement"

/** An order that was settled at its full revenue, with the fees that were charged for it. */
export type FeeSample = { order: SettledOrder; fee_parts: FeePart[] }

/** What a fee could be, without where it belongs and when it holds. */
export type ProposedRule = Pick<
  FeeRule,
  "kind" | "name" | "basis" | "rate_ppm" | "fixed_amount" | "most_amount"
>

export type FeeProposal = {
  rule: ProposedRule
  /** Orders that were looked at, and those whose fee the rule gives to the unit. */
  evidence: { order_count: number; agreeing_count: number }
}

/** Withheld by law and taken as they are stated: no rule is needed. */
const WITHOUT_RULE: readonly FeeKind[] = ["vat", "income_tax"]

/**
 * The rules that settled orders speak for: of each fee the rate, with or without a limit, or the
 * fixed amount that gives most orders' fee exactly. A rule holds for every order, so a fee that
 * half of the orders or fewer agree with, an affiliate's commission for example, has none. All
 * fees of a kind become one rule where that explains as many orders as one rule for each name.
 */
export function proposeFeeRules(samples: FeeSample[]): FeeProposal[] {
  const kinds = new Set(
    samples.flatMap(({ fee_parts }) => fee_parts.map(({ kind }) => kind))
  )
  return [...kinds]
    .filter((kind) => !WITHOUT_RULE.includes(kind))
    .sort()
    .flatMap((kind) => proposalsOf(samples, kind))
}

function proposalsOf(samples: FeeSample[], kind: FeeKind): FeeProposal[] {
  const names = [
    ...new Set(
      samples.flatMap(({ fee_parts }) =>
        fee_parts.filter((part) => part.kind === kind).map(({ name }) => name)
      )
    ),
  ].sort()
  const whole = propose(samples, kind, null)
  const named =
    names.length < 2
      ? []
      : names.flatMap((name) => propose(samples, kind, name) ?? [])
  const together = samples.filter((sample) =>
    named.every(({ rule }) => agrees(rule, sample))
  ).length
  return whole && (!named.length || whole.evidence.agreeing_count >= together)
    ? [whole]
    : named
}

function propose(
  samples: FeeSample[],
  kind: FeeKind,
  name: string | null
): FeeProposal | null {
  const best = candidates(samples, kind, name)
    .map((rule) => ({
      rule,
      evidence: {
        order_count: samples.length,
        agreeing_count: samples.filter((sample) => agrees(rule, sample)).length,
      },
    }))
    .reduce<FeeProposal | null>(
      (most, next) =>
        most && most.evidence.agreeing_count >= next.evidence.agreeing_count
          ? most
          : next,
      null
    )
  return best && best.evidence.agreeing_count * 2 > best.evidence.order_count
    ? best
    : null
}

/** The likelier come first: of those that explain as many orders, the first one is taken. */
function candidates(
  samples: FeeSample[],
  kind: FeeKind,
  name: string | null
): ProposedRule[] {
  const charged = samples.map((sample) => ({
    order: sample.order,
    amount: chargedOf(sample, kind, name),
  }))
  const rule = (changes: Partial<ProposedRule>): ProposedRule => ({
    kind,
    name,
    basis: "revenue",
    rate_ppm: 0,
    fixed_amount: 0,
    most_amount: null,
    ...changes,
  })
  const amounts = charged.flatMap(({ amount }) => (amount > 0 ? amount : []))
  const limit = Math.max(...amounts)
  const limits =
    amounts.filter((amount) => amount === limit).length > 1
      ? [null, limit]
      : [null]
  const rates = limits.flatMap((most_amount) =>
    FEE_BASES.flatMap((basis) => {
      const points = charged.flatMap(({ order, amount }) =>
        amount > 0 ? { base: baseOf(basis, order), amount } : []
      )
      const rate_ppm = commonRate(points, most_amount)
      return rate_ppm ? rule({ basis, rate_ppm, most_amount }) : []
    })
  )
  const usual = mostCommon(amounts)
  const fixed = usual ? [rule({ fixed_amount: usual })] : []
  const bases = new Set(charged.map(({ order }) => baseOf("revenue", order)))
  return bases.size > 1 ? [...fixed, ...rates] : [...rates, ...fixed]
}

function agrees(rule: ProposedRule, sample: FeeSample): boolean {
  return feeOf(rule, sample.order) === chargedOf(sample, rule.kind, rule.name)
}

/** Positive where it is kept. */
function chargedOf(
  { fee_parts }: FeeSample,
  kind: FeeKind,
  name: string | null
): Amount {
  return fee_parts
    .filter(
      (part) => part.kind === kind && (name === null || part.name === name)
    )
    .reduce((sum, { amount }) => sum - amount, 0)
}

/** What a rule of 100 % without a limit would take. */
function baseOf(basis: FeeBasis, order: SettledOrder): Amount {
  return feeOf(
    { basis, rate_ppm: 1_000_000, fixed_amount: 0, most_amount: null },
    order
  )
}

function mostCommon(amounts: Amount[]): Amount | null {
  const counts = new Map<Amount, number>()
  for (const amount of amounts) {
    counts.set(amount, (counts.get(amount) ?? 0) + 1)
  }
  return (
    [...counts].sort(
      ([a, times], [b, others]) => others - times || a - b
    )[0]?.[0] ?? null
  )
}
