import { Sql } from "./sql-store"

/**
 * Which lines stand for money that another line stands for already, among all that share money
 * with a statement. The same row in overlapping files of one source is one line; the same money
 * told by a file and by the API is one, pair by pair. The earlier statement's line stands.
 */
const DUPLICATES = `
WITH keys AS (
  SELECT DISTINCT money_key FROM marketplace_statement_line
   WHERE statement_id = ? AND money_key IS NOT NULL
), lines AS (
  SELECT line.id, line.money_key, line.source, line.state, line.duplicate_of_id,
         ROW_NUMBER() OVER every_line AS position,
         FIRST_VALUE(line.id) OVER (PARTITION BY line.source, line.row_key
           ORDER BY statement.created_at, statement.id, line.sheet, line.row, line.id) AS first_id
    FROM keys
    JOIN marketplace_statement_line AS line
      ON line.channel_id = ? AND line.money_key = keys.money_key
     AND line.deleted_at IS NULL
    JOIN marketplace_statement AS statement
      ON statement.id = line.statement_id AND statement.deleted_at IS NULL
     AND (statement.status = 'done' OR statement.id = ?)
  WINDOW every_line AS (
    ORDER BY statement.created_at, statement.id, line.sheet, line.row, line.id)
), standing AS (
  SELECT id, money_key, source, position,
         ROW_NUMBER() OVER (PARTITION BY source, money_key ORDER BY position) AS nth
    FROM lines WHERE id = first_id
), pairs AS (
  SELECT CASE WHEN file.position < api.position THEN api.id ELSE file.id END AS id,
         CASE WHEN file.position < api.position THEN file.id ELSE api.id END AS of_id
    FROM standing AS file
    JOIN standing AS api
      ON api.money_key = file.money_key AND api.nth = file.nth
   WHERE file.source = 'file' AND api.source = 'api'
), wanted AS (
  SELECT lines.id,
         CASE WHEN lines.id <> lines.first_id THEN lines.first_id ELSE pairs.of_id END AS of_id
    FROM lines LEFT JOIN pairs ON pairs.id = lines.id
)
UPDATE marketplace_statement_line AS line
   SET duplicate_of_id = wanted.of_id,
       state = CASE WHEN wanted.of_id IS NULL THEN NULL ELSE 'duplicate' END,
       updated_at = clock_timestamp()
  FROM wanted
 WHERE line.id = wanted.id
   AND line.duplicate_of_id IS DISTINCT FROM wanted.of_id`

export async function markDuplicateLines(
  sql: Sql,
  channel_id: string,
  statement_id: string
): Promise<void> {
  await sql(DUPLICATES, [statement_id, channel_id, statement_id])
}
