import { generateEntityId } from "@medusajs/framework/utils"
import { DEFAULT_CLAIM_WINDOW_DAYS } from "../../domain/channels/channel-settings"
import {
  ClaimBasis,
  ClaimEvidence,
  ClaimRequest,
} from "../../domain/statements/claim"
import { claimDeadline } from "../../domain/statements/claims/claim-deadline"
import { draftClaims } from "../../domain/statements/claims/draft-claims"
import { groupBy } from "../../domain/shared/group-by"
import {
  addClaimEvents,
  ID_LIST,
  lockClaims,
  MadeClaims,
  NewClaims,
  OrderClaimRow,
  SettlementToClaim,
} from "./claim-rows"
import { readClaimEvidence } from "./read-claim-evidence"
import { Sql } from "./sql-store"

/**
 * Makes a claim of every claimable cause of these settlements, with what proves it as it is now.
 * What stands already is left as it is, so that repeating it makes none.
 */
export async function makeClaims(
  sql: Sql,
  { settlement_ids, actor }: NewClaims
): Promise<MadeClaims> {
  const wanted = [...new Set(settlement_ids)]
  const settlements = await lockSettlements(sql, wanted)
  const claims = groupBy(
    await lockClaims(sql, [...settlements.keys()]),
    ({ settlement_id }) => settlement_id
  )
  const made: { settlement: SettlementToClaim; request: ClaimRequest }[] = []
  const skipped: MadeClaims["skipped"] = []
  for (const settlement_id of wanted) {
    const settlement = settlements.get(settlement_id)
    if (!settlement) {
      const code = "unknown_settlement"
      skipped.push({ settlement_id, code, reason: null, claim_id: null })
      continue
    }
    const draft = draftClaims({
      ...settlement,
      claims: (claims.get(settlement_id) ?? []).map(toPaidClaim),
    })
    made.push(...draft.requests.map((request) => ({ settlement, request })))
    skipped.push(...draft.skipped.map((skip) => ({ ...skip, settlement_id })))
  }
  return { ids: await insertClaims(sql, made, actor), skipped }
}

function toPaidClaim(row: OrderClaimRow) {
  return {
    id: row.id,
    reason: row.reason,
    state: row.state,
    amount: Number(row.amount),
    settled_then: row.settled_then,
    by_statement: row.state_before_paid !== null,
  }
}

async function lockSettlements(
  sql: Sql,
  ids: string[]
): Promise<Map<string, SettlementToClaim>> {
  const rows = await sql<SettlementToClaim>(
    `SELECT settlement.id, settlement.channel_id, settlement.external_order_id,
            settlement.channel_order_id, settlement.currency_code,
            settlement.settled, settlement.expected,
            settlement.expected_basis, settlement.findings,
            settlement.due_at IS NOT NULL AS is_due,
            settlement.confirmed_at IS NOT NULL AS is_confirmed,
            settlement.last_settled_at, settlement.owed_since,
            placed.placed_at,
            (channel.settings->>'claim_window_days')::int AS claim_window_days
       FROM marketplace_settlement AS settlement
       LEFT JOIN marketplace_channel AS channel ON channel.id = settlement.channel_id
       LEFT JOIN marketplace_channel_order AS placed
         ON placed.id = settlement.channel_order_id
      WHERE settlement.id = ANY(${ID_LIST}) AND settlement.deleted_at IS NULL
      ORDER BY settlement.id FOR UPDATE OF settlement`,
    [JSON.stringify(ids)]
  )
  const date = (value: Date | null) => value && new Date(value)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        last_settled_at: date(row.last_settled_at),
        owed_since: date(row.owed_since),
        placed_at: date(row.placed_at),
      },
    ])
  )
}

async function insertClaims(
  sql: Sql,
  made: { settlement: SettlementToClaim; request: ClaimRequest }[],
  actor: string
): Promise<string[]> {
  if (!made.length) {
    return []
  }
  const subjects = new Map(
    made.map(({ settlement }) => [
      settlement.id,
      { ...settlement, settlement_id: settlement.id },
    ])
  )
  const evidence = await readClaimEvidence(sql, [...subjects.values()])
  const rows = made.map(({ settlement, request }) =>
    toRow(settlement, request, evidence.get(settlement.id) ?? [], actor)
  )
  const stored = await sql<{ id: string; number: number }>(
    `INSERT INTO marketplace_claim
       (id, channel_id, settlement_id, external_order_id, reason, amount,
        raw_amount, currency_code, state, deadline_at, basis, evidence,
        created_by)
     SELECT row.id, row.channel_id, row.settlement_id, row.external_order_id,
            row.reason, row.amount,
            jsonb_build_object('value', row.amount::text, 'precision', 20),
            row.currency_code, 'draft', row.deadline_at, row.basis,
            row.evidence, row.created_by
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, channel_id text, settlement_id text, external_order_id text,
         reason text, amount numeric, currency_code text,
         deadline_at timestamptz, basis jsonb, evidence jsonb,
         created_by text, place int)
      ORDER BY row.place
     RETURNING id, number`,
    [JSON.stringify(rows.map((row, place) => ({ ...row, place })))]
  )
  const numbers = new Map(stored.map(({ id, number }) => [id, number]))
  await addClaimEvents(
    sql,
    rows.map(({ id, settlement_id, reason, amount }) => ({
      settlement_id,
      kind: "claimed",
      params: {
        claim_id: id,
        number: numbers.get(id) ?? 0,
        reason,
        amount,
        from: null,
        to: "draft",
      },
      actor_id: actor,
    }))
  )
  return rows.map(({ id }) => id)
}

function toRow(
  settlement: SettlementToClaim,
  { reason, amount, findings }: ClaimRequest,
  evidence: ClaimEvidence[],
  actor: string
) {
  const { settled, expected, placed_at, owed_since } = settlement
  const basis: ClaimBasis = {
    findings,
    settled,
    expected,
    placed_at,
    owed_since,
  }
  return {
    id: generateEntityId(undefined, "mpclm"),
    channel_id: settlement.channel_id,
    settlement_id: settlement.id,
    external_order_id: settlement.external_order_id,
    reason,
    amount,
    currency_code: settlement.currency_code,
    deadline_at: claimDeadline(
      settlement,
      settlement.claim_window_days ?? DEFAULT_CLAIM_WINDOW_DAYS
    ),
    basis,
    evidence,
    created_by: actor,
  }
}
