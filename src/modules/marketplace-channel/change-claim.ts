import { MedusaError } from "@medusajs/framework/utils"
import { ClaimState, LIVE_CLAIM_STATES } from "../../domain/statements/claim"
import { mayMoveClaim } from "../../domain/statements/claims/claim-moves"
import { FindingCode } from "../../domain/statements/finding"
import { addClaimEvents, ClaimChange } from "./claim-rows"
import { Sql } from "./sql-store"

type StoredClaim = {
  id: string
  number: number
  settlement_id: string
  reason: FindingCode
  amount: string
  state: ClaimState
  state_before_paid: ClaimState | null
  note: string | null
  external_reference: string | null
  deadline_at: Date | null
}

/**
 * What a person does to a claim; recorded where its state or its note changes.
 * @throws {MedusaError} NOT_FOUND; NOT_ALLOWED for a step that its state does not take, or while
 * another claim stands for the same.
 */
export async function changeClaim(
  sql: Sql,
  id: string,
  change: ClaimChange,
  actor: string
): Promise<void> {
  const claim = await lockClaim(sql, id)
  const state = change.state ?? claim.state
  if (!mayMoveClaim(claim.state, state)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `A claim that is "${claim.state}" cannot become "${state}".`
    )
  }
  const has_moved = state !== claim.state
  if (has_moved && isRevived(claim.state, state)) {
    await assertAlone(sql, claim)
  }
  const merged = {
    note: change.note === undefined ? claim.note : change.note,
    external_reference:
      change.external_reference === undefined
        ? claim.external_reference
        : change.external_reference,
    deadline_at:
      change.deadline_at === undefined ? claim.deadline_at : change.deadline_at,
  }
  await sql(
    `UPDATE marketplace_claim
        SET state = ?, note = ?, external_reference = ?, deadline_at = ?,
            updated_at = clock_timestamp()
            ${has_moved ? ", decided_at = clock_timestamp(), decided_by = ?, state_before_paid = NULL" : ""}
      WHERE id = ?`,
    [
      state,
      merged.note,
      merged.external_reference,
      merged.deadline_at && new Date(merged.deadline_at).toISOString(),
      ...(has_moved ? [actor] : []),
      id,
    ]
  )
  if (has_moved || merged.note !== claim.note) {
    await addClaimEvents(sql, [
      {
        settlement_id: claim.settlement_id,
        kind: "claim_changed",
        params: {
          claim_id: id,
          number: claim.number,
          reason: claim.reason,
          amount: Number(claim.amount),
          from: claim.state,
          to: state,
          note: merged.note,
        },
        actor_id: actor,
      },
    ])
  }
}

/** The claim, after its settlement: whoever makes claims or follows them locks in this order. */
async function lockClaim(sql: Sql, id: string): Promise<StoredClaim> {
  await sql(
    `SELECT id FROM marketplace_settlement
      WHERE id = (SELECT settlement_id FROM marketplace_claim WHERE id = ?)
        FOR UPDATE`,
    [id]
  )
  const [claim] = await sql<StoredClaim>(
    `SELECT id, number, settlement_id, reason, amount::text AS amount, state,
            state_before_paid, note, external_reference, deadline_at
       FROM marketplace_claim WHERE id = ? AND deleted_at IS NULL FOR UPDATE`,
    [id]
  )
  if (!claim) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no claim ${id}.`
    )
  }
  return claim
}

function isRevived(from: ClaimState, to: ClaimState): boolean {
  return !LIVE_CLAIM_STATES.includes(from) && LIVE_CLAIM_STATES.includes(to)
}

async function assertAlone(
  sql: Sql,
  { id, settlement_id, reason }: StoredClaim
): Promise<void> {
  const [other] = await sql<{ number: number }>(
    `SELECT number FROM marketplace_claim
      WHERE settlement_id = ? AND reason = ? AND id <> ?
        AND state NOT IN ('dropped', 'paid') AND deleted_at IS NULL`,
    [settlement_id, reason, id]
  )
  if (other) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Claim #${other.number} stands for the same by now.`
    )
  }
}
