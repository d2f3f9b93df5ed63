import { groupBy } from "../../domain/shared/group-by"
import { followSettlement } from "../../domain/statements/claims/follow-settlement"
import { addClaimEvents, lockClaims } from "./claim-rows"
import { JudgedSettlement } from "./settlement-rows"
import { Sql } from "./sql-store"

/**
 * Claims follow what was worked out for their orders: they are paid once a statement makes the
 * difference up, and what they were once that money goes away again. Recorded as the system's.
 */
export async function followClaims(
  sql: Sql,
  judged: Pick<JudgedSettlement, "id" | "settled" | "findings">[]
): Promise<void> {
  const claims = groupBy(
    await lockClaims(
      sql,
      judged.map(({ id }) => id)
    ),
    ({ settlement_id }) => settlement_id
  )
  const moves = judged.flatMap((settlement) => {
    const own = claims.get(settlement.id) ?? []
    const byId = new Map(own.map((claim) => [claim.id, claim]))
    return followSettlement(
      own.map((claim) => ({ ...claim, amount: Number(claim.amount) })),
      settlement
    ).flatMap((move) => {
      const claim = byId.get(move.id)
      return claim ? [{ ...move, claim }] : []
    })
  })
  if (!moves.length) {
    return
  }
  const stored = await sql<{ id: string; number: number }>(
    `UPDATE marketplace_claim AS claim
        SET state = move."to", decided_at = clock_timestamp(),
            decided_by = 'system', updated_at = clock_timestamp(),
            state_before_paid = CASE WHEN move."to" = 'paid' THEN move."from" END
       FROM jsonb_to_recordset(?::jsonb) AS move(id text, "from" text, "to" text)
      WHERE claim.id = move.id
      RETURNING claim.id, claim.number`,
    [JSON.stringify(moves.map(({ id, from, to }) => ({ id, from, to })))]
  )
  const numbers = new Map(stored.map(({ id, number }) => [id, number]))
  await addClaimEvents(
    sql,
    moves.map(({ id, from, to, claim: { settlement_id, reason, amount } }) => ({
      settlement_id,
      kind: "claim_changed",
      params: {
        claim_id: id,
        number: numbers.get(id) ?? 0,
        reason,
        amount: Number(amount),
        from,
        to,
      },
      actor_id: "system",
    }))
  )
}
