import { toMajorUnit } from "../../domain/shared/amount"
import { SettledAmounts } from "../../domain/statements/amounts"
import { FeePart } from "../../domain/statements/fee-kind"
import { Finding } from "../../domain/statements/finding"
import { SettlementState } from "../../domain/statements/line-state"
import { inMajorUnit, Paging } from "./read-statements"
import { Sql } from "./sql-store"

/** Filters of settlements; every one narrows. */
export type SettlementFilters = {
  id?: string[]
  state?: string[]
  channel_id?: string[]
  /** Orders with lines in one of these statements. */
  statement_id?: string[]
  /** Codes of which one is among the findings. */
  finding?: string[]
  confirmed?: boolean
  overdue?: boolean
  /** Part of an order number. */
  q?: string
}

/** Sorting keys as people name them; `-` before one for descending. */
const SORT_COLUMNS: Record<string, string> = {
  last_settled_at: "settlement.last_settled_at",
  owed_since: "settlement.owed_since",
  external_order_id: "settlement.external_order_id",
  settled: "(settlement.settled->>'net')::numeric",
  difference: "(settlement.difference->>'net')::numeric",
  updated_at: "settlement.updated_at",
}
export const SETTLEMENT_SORTINGS = Object.keys(SORT_COLUMNS)

/** A settlement as people see it. Amounts in the currency's major unit, times UTC. */
export type SettlementView = {
  id: string
  channel_id: string
  channel_name: string | null
  provider_id: string | null
  external_order_id: string
  /** Null while the order was never downloaded. */
  channel_order_id: string | null
  order_status: string | null
  medusa_order_id: string | null
  placed_at: Date | null
  state: SettlementState
  currency_code: string
  settled: SettledAmounts
  expected: SettledAmounts | null
  expected_basis: string | null
  difference: SettledAmounts | null
  fee_parts: FeePart[]
  findings: Finding[]
  line_count: number
  first_settled_at: Date | null
  last_settled_at: Date | null
  owed_since: Date | null
  confirmed_at: Date | null
  confirmed_by: string | null
  /** True while it is still being compared (again). */
  comparing: boolean
  updated_at: Date
}

const COLUMNS = `
SELECT settlement.id, settlement.channel_id, channel.name AS channel_name,
       channel.provider_id, settlement.external_order_id,
       settlement.channel_order_id, placed.status AS order_status,
       placed.medusa_order_id, placed.placed_at, settlement.state,
       settlement.currency_code, settlement.settled, settlement.expected,
       settlement.expected_basis, settlement.difference, settlement.fee_parts,
       settlement.findings, settlement.line_count,
       settlement.first_settled_at, settlement.last_settled_at,
       settlement.owed_since, settlement.confirmed_at, settlement.confirmed_by,
       settlement.due_at IS NOT NULL AS comparing, settlement.updated_at
  FROM marketplace_settlement AS settlement
  LEFT JOIN marketplace_channel AS channel ON channel.id = settlement.channel_id
  LEFT JOIN marketplace_channel_order AS placed
    ON placed.id = settlement.channel_order_id`

/**
 * A page of settlements. Orders that nobody has to look at, pending ones without anything owed,
 * are left out unless they are asked for by id or number.
 * @param order one of {@link SETTLEMENT_SORTINGS}; the newest settled come first.
 */
export async function readSettlements(
  sql: Sql,
  filters: SettlementFilters,
  { limit, offset, order = "-last_settled_at" }: Paging & { order?: string }
): Promise<{ settlements: SettlementView[]; count: number }> {
  const { where, params } = settlementConditions(filters)
  const descending = order.startsWith("-")
  const column =
    SORT_COLUMNS[descending ? order.slice(1) : order] ??
    SORT_COLUMNS.last_settled_at
  const direction = descending ? "DESC NULLS LAST" : "ASC NULLS LAST"
  const rows = await sql<SettlementView>(
    `${COLUMNS} WHERE ${where}
      ORDER BY ${column} ${direction}, settlement.id ${descending ? "DESC" : "ASC"}
      LIMIT ? OFFSET ?`,
    [...params, limit, offset]
  )
  const [counted] = await sql<{ count: number }>(
    `SELECT COUNT(*)::int AS count FROM marketplace_settlement AS settlement
      WHERE ${where}`,
    params
  )
  return { settlements: rows.map(toView), count: counted.count }
}

/** The SQL of the filters over `settlement`. */
export function settlementConditions(filters: SettlementFilters): {
  where: string
  params: unknown[]
} {
  const parts = ["settlement.deleted_at IS NULL"]
  const params: unknown[] = []
  const add = (part: string, ...values: unknown[]) => {
    parts.push(part)
    params.push(...values)
  }
  for (const column of ["id", "state", "channel_id"] as const) {
    const values = filters[column]
    if (values?.length) {
      add(`settlement.${column} = ANY(${LIST})`, JSON.stringify(values))
    }
  }
  const { statement_id, finding, confirmed, overdue, q } = filters
  if (statement_id?.length) {
    add(
      `(settlement.channel_id, settlement.external_order_id) IN (
         SELECT line.channel_id, line.external_order_id
           FROM marketplace_statement_line AS line
           JOIN marketplace_statement AS statement
             ON statement.id = line.statement_id AND statement.status = 'done'
            AND statement.deleted_at IS NULL
          WHERE line.statement_id = ANY(${LIST})
            AND line.external_order_id IS NOT NULL AND line.deleted_at IS NULL)`,
      JSON.stringify(statement_id)
    )
  }
  const codes = [...(finding ?? [])]
  if (codes.length) {
    add(
      `${WITH_FINDINGS} AND settlement.findings @> ANY(
         ARRAY(SELECT jsonb_array_elements(?::jsonb)))`,
      JSON.stringify(codes.map((code) => [{ code }]))
    )
  }
  if (overdue !== undefined) {
    add(overdue ? `${WITH_FINDINGS} AND ${OVERDUE}` : `NOT ${OVERDUE}`)
  }
  if (confirmed !== undefined) {
    add(`settlement.confirmed_at IS ${confirmed ? "NOT NULL" : "NULL"}`)
  }
  if (q) {
    add(
      "settlement.external_order_id ILIKE ?",
      `%${q.replace(/[\\%_]/g, "\\$&")}%`
    )
  } else if (!filters.id?.length) {
    add(NOT_IDLE)
  }
  return { where: parts.join(" AND "), params }
}

const LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** As the index of findings has it. */
export const WITH_FINDINGS = `settlement.findings <> '[]'::jsonb`

const OVERDUE = `settlement.findings @> '[{"code":"unpaid_overdue"}]'::jsonb`

/** Cancelled before anything was paid, and orders whose last line was taken back. */
export const NOT_IDLE = `NOT (settlement.state = 'pending' AND settlement.line_count = 0
                       AND settlement.findings = '[]'::jsonb)`

function toView(row: SettlementView): SettlementView {
  const { currency_code } = row
  return {
    ...row,
    settled: majorAmounts(row.settled, currency_code),
    expected: row.expected && majorAmounts(row.expected, currency_code),
    difference: row.difference && majorAmounts(row.difference, currency_code),
    fee_parts: majorParts(row.fee_parts, currency_code),
    findings: inMajorUnit(row.findings, currency_code),
  }
}

/** The same amounts in the currency's major unit. */
export function majorAmounts(
  { revenue, fees, adjustment, net }: SettledAmounts,
  currency_code: string
): SettledAmounts {
  const major = (amount: number) => toMajorUnit(Number(amount), currency_code)
  return {
    revenue: major(revenue),
    fees: major(fees),
    adjustment: major(adjustment),
    net: major(net),
  }
}

export function majorParts(parts: FeePart[], currency_code: string): FeePart[] {
  return parts.map((part) => ({
    ...part,
    amount: toMajorUnit(part.amount, currency_code),
  }))
}
