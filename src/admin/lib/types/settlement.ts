import type { SettledAmounts } from "../../../domain/statements/amounts"
import type { ClaimState } from "../../../domain/statements/claim"
import type { ExpectationBasis } from "../../../domain/statements/expected-income"
import type { FeePart } from "../../../domain/statements/fee-kind"
import type { FeeRule as Rule } from "../../../domain/statements/fee-rule"
import type { Finding, FindingCode } from "../../../domain/statements/finding"
import type { SettlementState } from "../../../domain/statements/line-state"
import type { StatementLine } from "./statement"

/** What an order was paid over all statements, beside what it should bring. */
export type Settlement = {
  id: string
  channel_id: string
  channel_name: string | null
  external_order_id: string
  /** Null while the order was never downloaded. */
  channel_order_id: string | null
  placed_at: string | null
  state: SettlementState
  currency_code: string
  settled: SettledAmounts
  expected: SettledAmounts | null
  expected_basis: ExpectationBasis | null
  difference: SettledAmounts | null
  fee_parts: FeePart[]
  findings: Finding[]
  line_count: number
  last_settled_at: string | null
  owed_since: string | null
  /** A person has looked at it and agrees. */
  confirmed_at: string | null
  confirmed_by_name: string | null
  /** True while it is being compared (again). */
  comparing: boolean
}

export type SettlementDetail = Settlement & {
  lines: StatementLine[]
  expectation: {
    basis: ExpectationBasis
    amounts: SettledAmounts
    fee_parts: FeePart[] | null
    price: number
    seller_discount: number
    refunded: number
    lost: number
    missing: number
    quantity: number
  } | null
  events: {
    id: string
    kind: string
    /** Of a claim: its number and what it became. */
    params: {
      reason?: string | null
      claim_id?: string
      number?: number
      to?: ClaimState
      note?: string | null
    } | null
    at: string
    actor_name: string | null
  }[]
  claims: {
    id: string
    number: number | string
    reason: FindingCode
    amount: number
    currency_code: string
    state: ClaimState
  }[]
}

export type SettlementCounts = {
  by_state: Partial<Record<SettlementState, number>>
  by_finding: Partial<Record<FindingCode, number>>
  unconfirmed: number
  outstanding: {
    age: string
    currency_code: string
    count: number
    amount: number
  }[]
}

export const DECISION_REFUSALS = [
  "unknown_settlement",
  "pending",
  "not_found",
] as const

export type SettlementDecision = {
  settlements: Settlement[]
  refused: { id: string; code: (typeof DECISION_REFUSALS)[number] }[]
}

/** A fee as the shop expects it; amounts in the major unit. */
export type FeeRule = Rule

export type FeeRuleInput = Omit<FeeRule, "id" | "channel_id">

/** A rule that the statements speak for; nothing of it is saved. */
export type FeeRuleProposal = {
  rule: Partial<FeeRuleInput> & Pick<FeeRule, "kind">
  evidence: { order_count: number; agreeing_count: number }
}
