import { lineState } from "../../domain/statements/line-buckets"
import { LINE_KINDS } from "../../domain/statements/statement-line"
import { Sql } from "./sql-store"

/** The bucket of a line of no order, which waits for nothing. */
const ORDERLESS_STATE = `CASE line.kind ${LINE_KINDS.map(
  (kind) => `WHEN '${kind}' THEN '${lineState(kind, null)}'`
).join(" ")} END`

/**
 * Which lines stand for money that another line stands for already, among all that share money
 * with a statement. The same row in overlapping files of one source is one line; the same money
 * told by a file and by the API is one, pair by pair. The earlier statement's line stands.
 *
 * No two of these sets are joined with each other: of rows that were only just inserted the
 * planner knows nothing, and would compare each with each.
 */
const DUPLICATES = `
WITH counted AS (
  SELECT line.id, line.source, line.row_key, line.money_key, line.sheet, line.row,
         line.duplicate_of_id, statement.created_at, statement.id AS statement_id,
         COUNT(*) OVER same_money AS count,
         COUNT(line.duplicate_of_id) OVER same_money AS duplicates
    FROM marketplace_statement_line AS line
    JOIN marketplace_statement AS statement
      ON statement.id = line.statement_id AND statement.deleted_at IS NULL
     AND (statement.status = 'done' OR statement.id = ?)
   WHERE line.channel_id = ? AND line.deleted_at IS NULL
     AND line.money_key IN (
           SELECT money_key FROM marketplace_statement_line
            WHERE statement_id = ? AND money_key IS NOT NULL)
  WINDOW same_money AS (PARTITION BY line.money_key)
), placed AS (
  SELECT *, ROW_NUMBER() OVER (
           ORDER BY created_at, statement_id, sheet, row, id) AS position
    FROM counted WHERE count > 1 OR duplicates > 0
), lines AS (
  SELECT *, FIRST_VALUE(id) OVER (
           PARTITION BY source, row_key ORDER BY position) AS first_id
    FROM placed
), standing AS (
  SELECT *, ROW_NUMBER() OVER (
           PARTITION BY source, money_key ORDER BY position) AS nth
    FROM lines WHERE id = first_id
), wanted AS (
  SELECT id, duplicate_of_id, first_id AS of_id FROM lines WHERE id <> first_id
   UNION ALL
  SELECT id, duplicate_of_id,
         NULLIF(FIRST_VALUE(id) OVER (
           PARTITION BY money_key, nth ORDER BY position), id)
    FROM standing
), changed AS (
  UPDATE marketplace_statement_line AS line
     SET duplicate_of_id = wanted.of_id,
         state = CASE WHEN wanted.of_id IS NOT NULL THEN 'duplicate'
                      WHEN line.external_order_id IS NULL THEN ${ORDERLESS_STATE}
                 END,
         updated_at = clock_timestamp()
    FROM wanted
   WHERE line.id = wanted.id
     AND wanted.duplicate_of_id IS DISTINCT FROM wanted.of_id
  RETURNING line.statement_id
)
SELECT DISTINCT statement_id FROM changed`

/** @returns the statements of which a line counts now, or counts no more. */
export async function markDuplicateLines(
  sql: Sql,
  channel_id: string,
  statement_id: string
): Promise<string[]> {
  const changed = await sql<{ statement_id: string }>(DUPLICATES, [
    statement_id,
    channel_id,
    statement_id,
  ])
  return changed.map((line) => line.statement_id)
}
