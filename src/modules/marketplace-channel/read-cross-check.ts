import { Amount } from "../../domain/shared/amount"
import { Sql } from "./sql-store"

/** A statement beside what the other source tells of the same days. */
export type CrossCheck = {
  /** Files for a statement of the API, statements of the API for a file. */
  statements: { id: string; name: string | null }[]
  /** Lines whose money the other source tells as well. */
  in_both: number
  /** Lines of days that the other source covers, of which it tells nothing. */
  only_here: number
  /** What those come to (smallest unit). */
  only_here_net: Amount
}

/**
 * The marketplaces cut their days at midnight UTC, people's files at their own: a line may stand
 * a day apart in the other source.
 */
const CROSS_CHECK = `
WITH checked AS (
  SELECT * FROM marketplace_statement
   WHERE id = ? AND status = 'done' AND deleted_at IS NULL
), others AS (
  SELECT other.id, COALESCE(other.filename, other.external_id) AS name,
         other.period_from, other.period_to
    FROM marketplace_statement AS other
    JOIN checked ON checked.channel_id = other.channel_id
     AND checked.source <> other.source
     AND other.period_from <= checked.period_to + interval '1 day'
     AND other.period_to >= checked.period_from - interval '1 day'
   WHERE other.status = 'done' AND other.deleted_at IS NULL
), days AS (
  SELECT min(period_from) AS first,
         max(period_to) + interval '1 day' AS last FROM others
), own AS (
  SELECT (line.amounts->>'net')::numeric AS net,
         EXISTS (SELECT FROM marketplace_statement_line AS twin
                  WHERE twin.channel_id = line.channel_id
                    AND twin.money_key = line.money_key
                    AND twin.deleted_at IS NULL
                    AND twin.statement_id IN (SELECT id FROM others)) AS in_both,
         line.settled_at
    FROM marketplace_statement_line AS line
    JOIN checked ON checked.id = line.statement_id
   WHERE line.deleted_at IS NULL AND line.money_key IS NOT NULL
)
SELECT (SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name)
                         ORDER BY period_from, id) FROM others) AS statements,
       COUNT(*) FILTER (WHERE in_both)::int AS in_both,
       COUNT(*) FILTER (WHERE NOT in_both)::int AS only_here,
       COALESCE(sum(net) FILTER (WHERE NOT in_both), 0)::float8 AS only_here_net
  FROM own, days
 WHERE own.in_both OR own.settled_at IS NULL
    OR own.settled_at BETWEEN days.first AND days.last`

/** @returns null where the other source tells nothing of these days. */
export async function readCrossCheck(
  sql: Sql,
  statement_id: string
): Promise<CrossCheck | null> {
  const [row] = await sql<
    Omit<CrossCheck, "statements"> & {
      statements: CrossCheck["statements"] | null
    }
  >(CROSS_CHECK, [statement_id])
  return row?.statements ? { ...row, statements: row.statements } : null
}
