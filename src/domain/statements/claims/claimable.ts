import { Amount } from "../../shared/amount"
import { SettledAmounts } from "../amounts"
import { ClaimRequest } from "../claim"
import { Finding, FindingCode } from "../finding"

/**
 * What a shop can ask the marketplace to put right: money that was not paid, was kept without
 * ground, or is owed for goods. What the shop gained by, what no amount can be named of, and
 * payments that are not overdue yet are no claims.
 */
export const CLAIMABLE_FINDINGS = [
  "revenue_lower",
  "fee_higher",
  "fee_unexpected",
  "net_lower",
  "quantity_differs",
  "refunded_without_return",
  "refunded_too_much",
  "fees_kept_after_refund",
  "returned_goods_missing",
  "lost_without_compensation",
  "deduction_unexplained",
  "unpaid_overdue",
] as const satisfies readonly FindingCode[]
export type ClaimReason = (typeof CLAIMABLE_FINDINGS)[number]

export function isClaimReason(code: FindingCode): code is ClaimReason {
  return (CLAIMABLE_FINDINGS as readonly FindingCode[]).includes(code)
}

/**
 * What can be claimed for an order: one request for each reason, with all that the shop lost by
 * it (several fees that are too high are one claim). None where nothing can be claimed.
 */
export function claimRequests(findings: Finding[]): ClaimRequest[] {
  return CLAIMABLE_FINDINGS.flatMap((reason) => {
    const own = findings.filter(
      ({ code, amount }) => code === reason && amount < 0
    )
    return own.length
      ? [
          {
            reason,
            amount: own.reduce((sum, { amount }) => sum - amount, 0),
            findings: own,
          },
        ]
      : []
  })
}

/** A claim of the same order that was paid; smallest unit. */
export type PaidClaim = {
  reason: FindingCode
  amount: Amount
  /** Of the order when it was claimed. */
  settled_then: SettledAmounts
  /** True where a statement showed it, false where a person said so. */
  by_statement: boolean
}

/**
 * What of a request was not paid for yet. Corrections do not make a cause go away, as nothing is
 * expected of them: what they brought for earlier claims is not asked for again. 0 for nothing.
 */
export function stillToClaim(
  { reason, amount }: ClaimRequest,
  settled: SettledAmounts,
  paid: PaidClaim[]
): Amount {
  const own = paid.filter((claim) => claim.reason === reason)
  const seen = own.filter(({ by_statement }) => by_statement)
  const told = own.filter(
    (claim) => !claim.by_statement && claim.amount <= amount
  )
  const corrections =
    settled.adjustment -
    Math.min(
      settled.adjustment,
      ...seen.map(({ settled_then }) => settled_then.adjustment)
    )
  const covered = Math.min(sum(seen), corrections) + sum(told)
  return Math.max(amount - covered, 0)
}

function sum(claims: PaidClaim[]): Amount {
  return claims.reduce((total, { amount }) => total + amount, 0)
}
