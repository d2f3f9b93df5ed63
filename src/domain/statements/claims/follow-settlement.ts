import { Amount } from "../../shared/amount"
import { SettledAmounts, subtractSettled } from "../amounts"
import { ClaimState, LIVE_CLAIM_STATES } from "../claim"
import { Finding, FindingCode } from "../finding"

/** A claim as far as later statements decide it; money in the smallest unit, times UTC. */
export type FollowedClaim = {
  id: string
  reason: FindingCode
  amount: Amount
  state: ClaimState
  made_at: Date
  /** Of the last change of its state. */
  decided_at: Date | null
  /** Of the order when the claim was made. */
  settled_then: SettledAmounts
  /** Where a statement, not a person, found it paid: its state before. */
  state_before_paid: ClaimState | null
}

export type ClaimMove = { id: string; from: ClaimState; to: ClaimState }

export type NewerSettlement = { settled: SettledAmounts; findings: Finding[] }

/** What claims that are paid took of the money that came; null for right now. */
type Taken = { amount: Amount; at: Date | null }[]

/**
 * What a newer settlement of the order makes of its claims, which come oldest first.
 *
 * A live claim is paid once what came since it was made, corrections and compensations included,
 * covers it beside other claims; or once its cause is gone and money came in its place. A cause
 * that is gone without money, such as a changed fee rule, decides nothing: people do.
 *
 * One that was paid by itself becomes what it was when that money goes away again, as when a
 * statement is taken back; unless the same is claimed anew by now.
 */
export function followSettlement(
  claims: FollowedClaim[],
  settlement: NewerSettlement
): ClaimMove[] {
  const moves: ClaimMove[] = []
  const taken: Taken = []
  for (const claim of claims.filter(({ state }) => state === "paid")) {
    if (claim.state_before_paid && !isPaid(claim, settlement, taken)) {
      if (!isClaimedAnew(claims, claim)) {
        moves.push({ id: claim.id, from: "paid", to: claim.state_before_paid })
      }
    } else {
      taken.push({ amount: claim.amount, at: claim.decided_at })
    }
  }
  for (const claim of claims.filter(isLive)) {
    if (isPaid(claim, settlement, taken)) {
      taken.push({ amount: claim.amount, at: null })
      moves.push({ id: claim.id, from: claim.state, to: "paid" })
    }
  }
  return moves
}

function isPaid(
  { reason, amount, made_at, settled_then }: FollowedClaim,
  { settled, findings }: NewerSettlement,
  taken: Taken
): boolean {
  const came = subtractSettled(settled, settled_then)
  const others = taken
    .filter(({ at }) => at === null || at > made_at)
    .reduce((sum, one) => sum + one.amount, 0)
  const is_open = findings.some(
    (finding) => finding.code === reason && finding.amount < 0
  )
  return (
    came.net > 0 &&
    (came.net - others >= amount ||
      (!is_open && (reason === "unpaid_overdue" || isMostOf(came, amount))))
  )
}

/**
 * What was missing came as revenue, as fees given back or as a correction, whatever else the same
 * lines hold; the channel's tolerance may leave a rest of it.
 */
function isMostOf(
  { revenue, fees, adjustment }: SettledAmounts,
  amount: Amount
): boolean {
  return Math.max(revenue, fees, adjustment) * 2 >= amount
}

function isLive({ state }: FollowedClaim): boolean {
  return LIVE_CLAIM_STATES.includes(state)
}

function isClaimedAnew(claims: FollowedClaim[], claim: FollowedClaim): boolean {
  return claims.some(
    (other) =>
      other.id !== claim.id && other.reason === claim.reason && isLive(other)
  )
}
