import { Sql } from "./sql-store"

/** Lines by state of the statement that is called `counted` around it. */
export const LINE_COUNTS = `(
  SELECT COALESCE(jsonb_object_agg(state, amount), '{}'::jsonb)
         || jsonb_build_object('lines', COALESCE(sum(amount), 0))
    FROM (SELECT COALESCE(line.state, 'comparing') AS state, COUNT(*) AS amount
            FROM marketplace_statement_line AS line
           WHERE line.statement_id = counted.id AND line.deleted_at IS NULL
           GROUP BY 1) AS by_state)`

const SUM_UP = `
UPDATE marketplace_statement AS counted
   SET period_from = COALESCE(period_from, days.first),
       period_to = COALESCE(period_to, days.last),
       totals = days.totals, line_totals = days.line_totals,
       counts = ${LINE_COUNTS}
  FROM (SELECT min(settled_at) AS first, max(settled_at) AS last,
               ${amounts("state IS DISTINCT FROM 'duplicate'")} AS totals,
               ${amounts("TRUE")} AS line_totals
          FROM marketplace_statement_line
         WHERE statement_id = ? AND state IS DISTINCT FROM 'refused'
           AND deleted_at IS NULL) AS days
 WHERE counted.id = ?`

/**
 * Writes what the lines of statements come to: what counts, what all of them come to, how many
 * are in which state; and their days, where nobody states a period.
 */
export async function sumStatements(
  sql: Sql,
  statement_ids: string[]
): Promise<void> {
  for (const id of statement_ids) {
    await sql(SUM_UP, [id, id])
  }
}

function amounts(counted: string): string {
  const sums = ["revenue", "fees", "adjustment", "net"].map(
    (part) =>
      `'${part}', COALESCE(sum((amounts->>'${part}')::numeric) FILTER (WHERE ${counted}), 0)`
  )
  return `jsonb_build_object(${sums.join(", ")})`
}
