import { Sql } from "../sql-store"
import { factsSql, joined, ReportScope, soldSql } from "./report-sql"

/** Currencies of what was settled, the one with the most orders first; then those of the channels. */
export async function readReportCurrencies(
  sql: Sql,
  channel_id?: string[]
): Promise<string[]> {
  const rows = await sql<{ currency_code: string }>(
    `SELECT currency_code FROM (
       SELECT channel_id, currency_code, 1 AS orders FROM marketplace_settlement
        WHERE deleted_at IS NULL
        UNION ALL
       SELECT id, currency_code, 0 FROM marketplace_channel) AS used
      WHERE currency_code <> ''
        AND (?::jsonb IS NULL OR channel_id IN (SELECT jsonb_array_elements_text(?::jsonb)))
      GROUP BY 1 ORDER BY SUM(orders) DESC, 1`,
    Array(2).fill(channel_id?.length ? JSON.stringify(channel_id) : null)
  )
  return rows.map(({ currency_code }) => currency_code)
}

/** The variants that the orders of a report sold; as many as the catalogue has at most. */
export async function readReportVariants(
  sql: Sql,
  scope: ReportScope
): Promise<string[]> {
  const query = joined([factsSql(scope), soldSql(scope, [])], ",\n")
  const rows = await sql<{ variant_id: string }>(
    `WITH ${query.text}
     SELECT DISTINCT variant_id FROM sold WHERE variant_id IS NOT NULL`,
    query.params
  )
  return rows.map(({ variant_id }) => variant_id)
}

/** Orders of a report that are being compared (again): their sums may still change. */
export async function countComparing(
  sql: Sql,
  scope: ReportScope
): Promise<number> {
  const facts = factsSql(scope)
  const [{ count }] = await sql<{ count: number }>(
    `WITH ${facts.text}
     SELECT COUNT(*) FILTER (WHERE comparing)::int AS count FROM facts`,
    facts.params
  )
  return count
}
