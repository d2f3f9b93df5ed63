import { SettledAmounts } from "../../domain/statements/amounts"
import { ClaimState } from "../../domain/statements/claim"
import { ClaimSkip } from "../../domain/statements/claims/draft-claims"
import { ExpectationBasis } from "../../domain/statements/expected-income"
import { Finding, FindingCode } from "../../domain/statements/finding"
import { addSettlementEvents } from "./confirm-settlements"
import { Sql } from "./sql-store"

/** What people ask to claim; `actor` is a user id. */
export type NewClaims = { settlement_ids: string[]; actor: string }

export type MadeClaims = {
  /** In the order of the settlements. */
  ids: string[]
  skipped: (ClaimSkip & { settlement_id: string })[]
}

/** A settlement that something is claimed of; locked until the transaction ends. */
export type SettlementToClaim = {
  id: string
  channel_id: string
  external_order_id: string
  channel_order_id: string | null
  currency_code: string
  settled: SettledAmounts
  expected: SettledAmounts | null
  expected_basis: ExpectationBasis | null
  findings: Finding[]
  is_due: boolean
  is_confirmed: boolean
  last_settled_at: Date | null
  owed_since: Date | null
  placed_at: Date | null
  /** Null where the channel has the default. */
  claim_window_days: number | null
}

/** A claim of an order as the rules see it. */
export type OrderClaimRow = {
  id: string
  settlement_id: string
  reason: FindingCode
  amount: string
  state: ClaimState
  settled_then: SettledAmounts
  state_before_paid: ClaimState | null
  made_at: Date
  decided_at: Date | null
}

/** What people change of a claim; what is left out stays. */
export type ClaimChange = {
  state?: ClaimState
  note?: string | null
  external_reference?: string | null
  deadline_at?: Date | null
}

/** One line in the history of a settlement: what became of one of its claims. */
export type ClaimEvent = {
  settlement_id: string
  kind: "claimed" | "claim_changed"
  params: {
    claim_id: string
    number: number
    reason: FindingCode
    /** Smallest unit. */
    amount: number
    from: ClaimState | null
    to: ClaimState
    note?: string | null
  }
  actor_id: string
}

export function addClaimEvents(sql: Sql, events: ClaimEvent[]): Promise<void> {
  return addSettlementEvents(sql, events)
}

export const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** All claims of these settlements but those that were given up, oldest first; locked. */
export async function lockClaims(
  sql: Sql,
  settlement_ids: string[]
): Promise<OrderClaimRow[]> {
  const rows = await sql<OrderClaimRow>(
    `SELECT id, settlement_id, reason, amount::text AS amount, state,
            basis->'settled' AS settled_then, state_before_paid,
            created_at AS made_at, decided_at
       FROM marketplace_claim
      WHERE settlement_id = ANY(${ID_LIST}) AND state <> 'dropped'
        AND deleted_at IS NULL
      ORDER BY number FOR UPDATE`,
    [JSON.stringify(settlement_ids)]
  )
  return rows.map((row) => ({
    ...row,
    made_at: new Date(row.made_at),
    decided_at: row.decided_at && new Date(row.decided_at),
  }))
}
