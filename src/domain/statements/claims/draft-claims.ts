import { SettledAmounts } from "../amounts"
import { ClaimRequest, ClaimState, LIVE_CLAIM_STATES } from "../claim"
import { ExpectationBasis } from "../expected-income"
import { Finding, FindingCode } from "../finding"
import { claimRequests, PaidClaim, stillToClaim } from "./claimable"

/** Why nothing is claimed for a settlement, or not for one of its reasons. */
export const CLAIM_SKIP_CODES = [
  "unknown_settlement",
  /** Its newest lines are being compared. */
  "comparing",
  /** A person agreed with it. */
  "confirmed",
  "nothing_to_claim",
  /** The channel has no fee rules: what was agreed about this fee is not known. */
  "fees_unknown",
  "already_claimed",
  "already_paid",
] as const
export type ClaimSkipCode = (typeof CLAIM_SKIP_CODES)[number]

export type ClaimSkip = {
  code: ClaimSkipCode
  /** Null where it is about the settlement as a whole. */
  reason: FindingCode | null
  /** The claim that stands for it. */
  claim_id: string | null
}

/** A settlement that people want to claim; smallest unit. */
export type ClaimedSettlement = {
  settled: SettledAmounts
  findings: Finding[]
  /** Null while nothing can be expected. */
  expected_basis: ExpectationBasis | null
  is_due: boolean
  is_confirmed: boolean
  /** All claims of its order but those that were given up. */
  claims: (PaidClaim & { id: string; state: ClaimState })[]
}

/** What cannot be said without knowing which fees were agreed. */
const ABOUT_FEES: readonly FindingCode[] = [
  "fee_higher",
  "fee_unexpected",
  "net_lower",
]

/** What to claim of a settlement: one request a reason, none that stands already. */
export function draftClaims({
  settled,
  findings,
  expected_basis,
  is_due,
  is_confirmed,
  claims,
}: ClaimedSettlement): { requests: ClaimRequest[]; skipped: ClaimSkip[] } {
  const none = (code: ClaimSkipCode) => ({
    requests: [],
    skipped: [{ code, reason: null, claim_id: null }],
  })
  if (is_due) {
    return none("comparing")
  }
  const wanted = claimRequests(findings)
  if (!wanted.length) {
    return none("nothing_to_claim")
  }
  if (is_confirmed) {
    return none("confirmed")
  }
  const paid = claims.filter(({ state }) => state === "paid")
  const requests: ClaimRequest[] = []
  const skipped: ClaimSkip[] = []
  for (const request of wanted) {
    const { reason } = request
    const live = claims.find(
      (claim) =>
        claim.reason === reason && LIVE_CLAIM_STATES.includes(claim.state)
    )
    const amount = stillToClaim(request, settled, paid)
    if (live) {
      skipped.push({ code: "already_claimed", reason, claim_id: live.id })
    } else if (expected_basis === "price" && ABOUT_FEES.includes(reason)) {
      skipped.push({ code: "fees_unknown", reason, claim_id: null })
    } else if (amount === 0) {
      const last = paid.filter((claim) => claim.reason === reason).pop()
      skipped.push({ code: "already_paid", reason, claim_id: last?.id ?? null })
    } else {
      requests.push({ ...request, amount })
    }
  }
  return { requests, skipped }
}
