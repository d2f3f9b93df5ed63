import { toMajorUnit } from "../../domain/shared/amount"
import {
  ClaimBasis,
  ClaimEvidence,
  ClaimState,
} from "../../domain/statements/claim"
import { ClaimReason } from "../../domain/statements/claims/claimable"
import { SettlementState } from "../../domain/statements/line-state"
import { majorAmounts } from "./read-settlements"
import { inMajorUnit, Paging } from "./read-statements"
import { Sql } from "./sql-store"

/** Filters of claims; every one narrows. Claims that were given up come only by state or id. */
export type ClaimFilters = {
  id?: string[]
  state?: string[]
  channel_id?: string[]
  reason?: string[]
  settlement_id?: string[]
  /** Orders with lines in one of these statements. */
  statement_id?: string[]
  /** Part of an order number, of the marketplace's case number, or `#` and our own. */
  q?: string
  /** Those that wait for their sending, and end before this (UTC). */
  ends_before?: Date
}

/** Sorting keys as people name them; `-` before one for descending. */
const SORT_COLUMNS: Record<string, string> = {
  deadline_at: "claim.deadline_at",
  created_at: "claim.created_at",
  decided_at: "claim.decided_at",
  number: "claim.number",
  amount: "claim.amount",
  external_order_id: "claim.external_order_id",
}
export const CLAIM_SORTINGS = Object.keys(SORT_COLUMNS)

/** A claim as it is stored, with whose it is. Amounts in the smallest unit, times UTC. */
export type ClaimRow = {
  id: string
  number: number
  channel_id: string
  channel_name: string
  /** The shop's id at the marketplace. */
  shop_id: string
  provider_id: string
  settlement_id: string
  settlement_state: SettlementState | null
  channel_order_id: string | null
  medusa_order_id: string | null
  external_order_id: string
  reason: ClaimReason
  amount: number
  currency_code: string
  state: ClaimState
  deadline_at: Date | null
  basis: ClaimBasis
  evidence: ClaimEvidence[]
  note: string | null
  external_reference: string | null
  created_at: Date
  created_by: string
  decided_at: Date | null
  decided_by: string | null
  /** False once the newest settlement does not show the cause any more. */
  still_holds: boolean
}

export type ClaimCounts = {
  by_state: Record<string, number>
  /** Of the live ones. */
  by_reason: Record<string, number>
  /** What is asked for by claims in each state; major unit. */
  amounts: {
    state: ClaimState
    currency_code: string
    amount: number
  }[]
}

const FROM = `
  FROM marketplace_claim AS claim
  LEFT JOIN marketplace_channel AS channel ON channel.id = claim.channel_id
  LEFT JOIN marketplace_settlement AS settlement
    ON settlement.id = claim.settlement_id AND settlement.deleted_at IS NULL
  LEFT JOIN marketplace_channel_order AS placed
    ON placed.id = settlement.channel_order_id`

const COLUMNS = `
SELECT claim.id, claim.number, claim.channel_id,
       COALESCE(channel.name, '') AS channel_name,
       COALESCE(channel.external_id, '') AS shop_id,
       COALESCE(channel.provider_id, '') AS provider_id, claim.settlement_id,
       settlement.state AS settlement_state, settlement.channel_order_id,
       placed.medusa_order_id, claim.external_order_id, claim.reason,
       claim.amount::text AS amount, claim.currency_code, claim.state,
       claim.deadline_at, claim.basis, claim.evidence, claim.note,
       claim.external_reference, claim.created_at, claim.created_by,
       claim.decided_at, claim.decided_by,
       COALESCE(EXISTS (SELECT FROM jsonb_array_elements(settlement.findings) AS found
                         WHERE found->>'code' = claim.reason
                           AND (found->>'amount')::numeric < 0), false) AS still_holds
  ${FROM}`

/**
 * A page of claims: those that still wait for something first, by the end of their time.
 * @param order one of {@link CLAIM_SORTINGS} instead.
 */
export async function readClaims(
  sql: Sql,
  filters: ClaimFilters,
  { limit, offset, order }: Paging & { order?: string }
): Promise<ClaimRow[]> {
  const { where, params } = conditions(filters)
  const rows = await sql<ClaimRow>(
    `${COLUMNS} WHERE ${where} ORDER BY ${sorting(order)}, claim.id
      LIMIT ? OFFSET ?`,
    [...params, limit, offset]
  )
  return rows.map(toClaimRow)
}

function sorting(order: string | undefined): string {
  const column = order && SORT_COLUMNS[order.replace(/^-/, "")]
  return column
    ? `${column} ${order.startsWith("-") ? "DESC" : "ASC"} NULLS LAST`
    : "claim.state IN ('paid', 'dropped'), claim.deadline_at NULLS LAST"
}

export async function countClaims(
  sql: Sql,
  filters: ClaimFilters
): Promise<number> {
  const { where, params } = conditions(filters)
  const [{ count }] = await sql<{ count: number }>(
    `SELECT COUNT(*)::int AS count FROM marketplace_claim AS claim WHERE ${where}`,
    params
  )
  return count
}

/** How many claims there are in each state, those that were given up among them. */
export async function countClaimsByState(
  sql: Sql,
  filters: ClaimFilters
): Promise<ClaimCounts> {
  const { where, params } = conditions({ ...filters, state: undefined }, true)
  const [states, reasons] = await Promise.all([
    sql<{
      state: ClaimState
      currency_code: string
      count: number
      amount: string
    }>(
      `SELECT state, currency_code, COUNT(*)::int AS count,
              SUM(amount)::text AS amount
         FROM marketplace_claim AS claim WHERE ${where}
        GROUP BY state, currency_code ORDER BY state, currency_code`,
      params
    ),
    sql<{ reason: string; count: number }>(
      `SELECT reason, COUNT(*)::int AS count FROM marketplace_claim AS claim
        WHERE ${where} AND state NOT IN ('dropped', 'paid') GROUP BY reason`,
      params
    ),
  ])
  const by_state: Record<string, number> = {}
  for (const { state, count } of states) {
    by_state[state] = (by_state[state] ?? 0) + count
  }
  return {
    by_state,
    by_reason: Object.fromEntries(
      reasons.map(({ reason, count }) => [reason, count])
    ),
    amounts: states.map(({ state, currency_code, amount }) => ({
      state,
      currency_code,
      amount: toMajorUnit(Number(amount), currency_code),
    })),
  }
}

const LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

function conditions(filters: ClaimFilters, with_dropped = false) {
  const parts = ["claim.deleted_at IS NULL"]
  const params: unknown[] = []
  const add = (part: string, ...values: unknown[]) => {
    parts.push(part)
    params.push(...values)
  }
  const columns = [
    "id",
    "state",
    "channel_id",
    "reason",
    "settlement_id",
  ] as const
  for (const column of columns) {
    const values = filters[column]
    if (values?.length) {
      add(`claim.${column} = ANY(${LIST})`, JSON.stringify(values))
    }
  }
  const { statement_id, ends_before, q } = filters
  if (statement_id?.length) {
    add(
      `(claim.channel_id, claim.external_order_id) IN (
         SELECT line.channel_id, line.external_order_id
           FROM marketplace_statement_line AS line
          WHERE line.statement_id = ANY(${LIST})
            AND line.external_order_id IS NOT NULL AND line.deleted_at IS NULL)`,
      JSON.stringify(statement_id)
    )
  }
  if (ends_before) {
    add(
      "claim.state = 'draft' AND claim.deadline_at < ?",
      ends_before.toISOString()
    )
  }
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`
    add(
      `(claim.external_order_id ILIKE ? OR claim.external_reference ILIKE ?
        OR '#' || claim.number = ?)`,
      pattern,
      pattern,
      q
    )
  }
  if (!with_dropped && !filters.state?.length && !filters.id?.length) {
    add("claim.state <> 'dropped'")
  }
  return { where: parts.join(" AND "), params }
}

function toClaimRow(row: ClaimRow): ClaimRow {
  const date = (value: Date | null) => value && new Date(value)
  return {
    ...row,
    amount: Number(row.amount),
    deadline_at: date(row.deadline_at),
    created_at: new Date(row.created_at),
    decided_at: date(row.decided_at),
    basis: {
      ...row.basis,
      placed_at: date(row.basis.placed_at),
      owed_since: date(row.basis.owed_since),
    },
    evidence: row.evidence.map((one) => ({ ...one, at: date(one.at) })),
  }
}

/** The figures of a claim in the currency's major unit, as people see them. */
export function claimInMajorUnit(row: ClaimRow): ClaimRow {
  const { currency_code, basis } = row
  const major = (amount: unknown) =>
    typeof amount === "number" ? toMajorUnit(amount, currency_code) : amount
  return {
    ...row,
    amount: toMajorUnit(row.amount, currency_code),
    basis: {
      ...basis,
      findings: inMajorUnit(basis.findings, currency_code),
      settled: majorAmounts(basis.settled, currency_code),
      expected: basis.expected && majorAmounts(basis.expected, currency_code),
    },
    evidence: row.evidence.map((one) => ({
      ...one,
      params: Object.fromEntries(
        Object.entries(one.params).map(([name, value]) => [
          name,
          MONEY_PARAMS.includes(name) ? major(value) : value,
        ])
      ) as ClaimEvidence["params"],
    })),
  }
}

const MONEY_PARAMS = ["revenue", "fees", "adjustment", "net", "refund_amount"]
