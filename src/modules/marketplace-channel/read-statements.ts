import { Amount, toMajorUnit } from "../../domain/shared/amount"
import { JsonObject } from "../../domain/shared/json"
import { SettledAmounts } from "../../domain/statements/amounts"
import { FeePart } from "../../domain/statements/fee-kind"
import { Finding, withMoneyIn } from "../../domain/statements/finding"
import { LineState } from "../../domain/statements/line-state"
import { LineKind, RowRefusal } from "../../domain/statements/statement-line"
import { Sql } from "./sql-store"

/** Filters of a statement's lines; every one narrows. */
export type LineFilters = {
  state?: string[]
  kind?: string[]
  /** Part of an order number, SKU or the line's own id. */
  q?: string
}

export type Paging = { limit: number; offset: number }

/** A line as people see it. Amounts in the currency's major unit. */
export type LineView = {
  id: string
  statement_id: string
  sheet: string
  row: number
  kind: LineKind | null
  raw_kind: string | null
  external_order_id: string | null
  external_line_id: string | null
  channel_order_id: string | null
  settlement_id: string | null
  item_ref: string | null
  quantity: number | null
  ordered_at: Date | null
  settled_at: Date | null
  currency_code: string
  revenue: number | null
  fees: number | null
  adjustment: number | null
  net: number | null
  fee_parts: FeePart[]
  raw: JsonObject
  /** Null until its order has been compared. */
  state: LineState | null
  /** Net that the order should bring in all, and what it brought less that. */
  expected: number | null
  expected_basis: string | null
  difference: number | null
  findings: Finding[]
  refusals: RowRefusal[] | null
  duplicate_of: { statement_id: string; sheet: string; row: number } | null
}

type LineRow = Omit<
  LineView,
  | "revenue"
  | "fees"
  | "adjustment"
  | "net"
  | "findings"
  | "expected"
  | "difference"
> & {
  amounts: SettledAmounts | null
  expected: SettledAmounts | null
  difference: SettledAmounts | null
  findings: Finding[] | null
}

const LINES = `
SELECT line.id, line.statement_id, line.sheet, line.row, line.kind,
       line.raw_kind, line.external_order_id, line.external_line_id,
       settlement.channel_order_id, settlement.id AS settlement_id,
       line.item_ref, line.quantity, line.ordered_at, line.settled_at,
       COALESCE(line.currency_code, statement.currency_code) AS currency_code,
       line.amounts, line.fee_parts, line.raw, line.state, line.refusals,
       settlement.expected, settlement.expected_basis, settlement.difference,
       settlement.findings,
       (SELECT jsonb_build_object('statement_id', other.statement_id,
                                  'sheet', other.sheet, 'row', other.row)
          FROM marketplace_statement_line AS other
         WHERE other.id = line.duplicate_of_id) AS duplicate_of
  FROM marketplace_statement_line AS line
  JOIN marketplace_statement AS statement ON statement.id = line.statement_id
  LEFT JOIN marketplace_settlement AS settlement
    ON settlement.channel_id = line.channel_id
   AND settlement.external_order_id = line.external_order_id
   AND settlement.deleted_at IS NULL`

/** Lines of a statement that is whole, in the order of its file. */
export async function readLines(
  sql: Sql,
  statement_id: string,
  filters: LineFilters,
  { limit, offset }: Paging
): Promise<{ lines: LineView[]; count: number }> {
  const { where, params } = conditions(statement_id, filters)
  const rows = await sql<LineRow>(
    `${LINES} WHERE ${where} ORDER BY line.sheet, line.row, line.id LIMIT ? OFFSET ?`,
    [...params, limit, offset]
  )
  const [counted] = await sql<{ count: number }>(
    `SELECT COUNT(*)::int AS count FROM marketplace_statement_line AS line
       JOIN marketplace_statement AS statement ON statement.id = line.statement_id
      WHERE ${where}`,
    params
  )
  return { lines: rows.map(toLineView), count: counted.count }
}

/** The line after which a page begins. */
export type LineCursor = Pick<LineView, "sheet" | "row" | "id">

/** As {@link readLines}, however many there are: the page after a line, without their count. */
export async function readLinesAfter(
  sql: Sql,
  statement_id: string,
  after: LineCursor | null,
  limit: number
): Promise<LineView[]> {
  const { where, params } = conditions(statement_id, {})
  const rows = await sql<LineRow>(
    `${LINES} WHERE ${where}
        ${after ? "AND (line.sheet, line.row, line.id) > (?, ?, ?)" : ""}
      ORDER BY line.sheet, line.row, line.id LIMIT ?`,
    [...params, ...(after ? [after.sheet, after.row, after.id] : []), limit]
  )
  return rows.map(toLineView)
}

/** Lines of one order over all statements, in the order they were settled. */
export async function readLinesOfOrder(
  sql: Sql,
  order: { channel_id: string; external_order_id: string }
): Promise<LineView[]> {
  const rows = await sql<LineRow>(
    `${LINES}
      WHERE line.channel_id = ? AND line.external_order_id = ?
        AND line.deleted_at IS NULL AND statement.status = 'done'
        AND statement.deleted_at IS NULL
      ORDER BY line.settled_at NULLS LAST, line.statement_id, line.row`,
    [order.channel_id, order.external_order_id]
  )
  return rows.map(toLineView)
}

function conditions(statement_id: string, { state, kind, q }: LineFilters) {
  const parts = [
    "line.statement_id = ? AND line.deleted_at IS NULL",
    "statement.status = 'done' AND statement.deleted_at IS NULL",
  ]
  const params: unknown[] = [statement_id]
  for (const [column, values] of [
    ["line.state", state],
    ["line.kind", kind],
  ] as const) {
    if (values?.length) {
      parts.push(
        `${column} = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`
      )
      params.push(JSON.stringify(values))
    }
  }
  if (q) {
    parts.push(
      "(line.external_order_id ILIKE ? OR line.external_line_id ILIKE ? OR line.item_ref ILIKE ?)"
    )
    const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`
    params.push(pattern, pattern, pattern)
  }
  return { where: parts.join(" AND "), params }
}

function toLineView(row: LineRow): LineView {
  const { amounts, ...line } = row
  const major = (amount: Amount | undefined) =>
    amount === undefined ? null : toMajorUnit(amount, row.currency_code)
  return {
    ...line,
    revenue: major(amounts?.revenue),
    fees: major(amounts?.fees),
    adjustment: major(amounts?.adjustment),
    net: major(amounts?.net),
    fee_parts: line.fee_parts.map((part) => ({
      ...part,
      amount: toMajorUnit(part.amount, row.currency_code),
    })),
    expected: major(line.expected?.net),
    difference: major(line.difference?.net),
    findings: inMajorUnit(line.findings ?? [], row.currency_code),
  }
}

/** Findings as people see them: money in the currency's major unit. */
export function inMajorUnit(
  findings: Finding[],
  currency_code: string
): Finding[] {
  return findings.map((finding) =>
    withMoneyIn(finding, (amount) => toMajorUnit(amount, currency_code))
  )
}
