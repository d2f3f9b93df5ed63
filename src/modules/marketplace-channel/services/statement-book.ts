import { generateEntityId } from "@medusajs/framework/utils"
import { ReadLine } from "../../../domain/statements/statement-line"
import { markDuplicateLines } from "../mark-duplicate-lines"
import { Sql, SqlStore } from "../sql-store"
import { NewStatement, StatementEnd } from "../statement-rows"
import { LINE_COUNTS, sumStatements } from "../sum-statements"
import { INSERT_LINES, toLineRows } from "../write-statement-lines"

/** Tells the planner of lines that were only just inserted: it would take them for a few. */
const LEARN_LINES = `
ANALYZE marketplace_statement_line
  (statement_id, channel_id, money_key, external_order_id, deleted_at)`

/** Two processes read one statement: the same work may succeed a moment later. */
export class OtherReaderError extends Error {
  /** Serialization failure, as databases say. */
  readonly code = "40001"

  constructor(
    statement_id: string,
    { expected, count }: { expected: number; count: number }
  ) {
    super(
      `Statement ${statement_id} has ${count} lines where ${expected} were read: another process reads it as well.`
    )
  }
}

/** Statements and their lines: taken in whole, or not at all. */
export class StatementBookService extends SqlStore {
  /**
   * Puts a statement on record that nobody sees yet.
   * @returns null when the channel has the same file, or the same statement of the API, already.
   */
  async open(statement: NewStatement): Promise<string | null> {
    const [row] = await this.sql<{ id: string }>(
      `INSERT INTO marketplace_statement
         (id, channel_id, source, external_id, status, filename, file_id,
          file_hash, currency_code, totals, counts, notices, created_by,
          run_id, created_at)
       VALUES (?, ?, ?, ?, 'importing', ?, ?, ?, ?, '{}', '{}', '[]', ?, ?,
               clock_timestamp())
       ON CONFLICT DO NOTHING
       RETURNING id`,
      [
        generateEntityId(undefined, "mpstm"),
        statement.channel_id,
        statement.source,
        statement.external_id,
        statement.filename,
        statement.file_id,
        statement.file_hash,
        statement.currency_code,
        statement.created_by,
        statement.run_id ?? null,
      ]
    )
    return row?.id ?? null
  }

  /** Forgets lines of a reading that was broken off; those of a whole statement stay. */
  async clearLines(statement_id: string): Promise<void> {
    await this.transaction(async (sql) => {
      if (await lockOpen(sql, statement_id)) {
        await sql(
          `DELETE FROM marketplace_statement_line WHERE statement_id = ?`,
          [statement_id]
        )
      }
    })
  }

  /** Adds lines to a statement that is being imported; rows that are there already are left out. */
  async addLines(
    statement: { id: string; channel_id: string; source: string },
    lines: ReadLine[]
  ): Promise<void> {
    if (lines.length) {
      await this.bound(INSERT_LINES, [
        statement.id,
        statement.channel_id,
        statement.source,
        toLineRows(lines),
      ])
    }
  }

  /**
   * Shows a statement with all its lines, or nothing of it: duplicates are marked, sums made,
   * and the settlements of its orders are to be worked out again. Once; later calls do nothing.
   *
   * @throws {OtherReaderError} when other lines are there than were read.
   */
  async finish(
    statement: { id: string; channel_id: string },
    end: StatementEnd
  ): Promise<void> {
    await this.sql(LEARN_LINES)
    await this.transaction(async (sql) => {
      await lockLedger(sql, statement.channel_id)
      if (!(await lockOpen(sql, statement.id))) {
        return
      }
      await requireAllLines(sql, statement.id, end.line_count)
      const changed = await markDuplicateLines(
        sql,
        statement.channel_id,
        statement.id
      )
      await makeDue(sql, statement.id)
      await writeEnd(sql, statement.id, end)
      await sumStatements(sql, [...new Set([statement.id, ...changed])])
    })
  }

  /** Says that people have to map the columns, or that the file is not taken. */
  async setStatus(
    statement_id: string,
    status: "needs_mapping" | "refused" | "importing"
  ): Promise<void> {
    await this.sql(
      `UPDATE marketplace_statement
          SET status = ?, updated_at = clock_timestamp()
        WHERE id = ? AND status <> 'done'`,
      [status, statement_id]
    )
  }

  /**
   * Takes a statement out of the ledger: lines of others that counted as its duplicates stand
   * again, and the settlements of its orders are to be worked out again.
   * @returns false where nothing was done, because it is being read.
   */
  async takeBack(statement: {
    id: string
    channel_id: string
  }): Promise<boolean> {
    return this.transaction(async (sql) => {
      await lockLedger(sql, statement.channel_id)
      if ((await listBeingRead(sql, [statement.id])).length) {
        return false
      }
      await makeDue(sql, statement.id)
      await sql(
        `UPDATE marketplace_statement SET deleted_at = clock_timestamp()
          WHERE id = ? AND deleted_at IS NULL`,
        [statement.id]
      )
      const changed = await markDuplicateLines(
        sql,
        statement.channel_id,
        statement.id
      )
      await sql(
        `UPDATE marketplace_statement_line SET deleted_at = clock_timestamp()
          WHERE statement_id = ? AND deleted_at IS NULL`,
        [statement.id]
      )
      await sumStatements(sql, changed)
      return true
    })
  }

  /** Those of these statements whose reading has neither ended nor broken off. */
  async listBeingRead(statement_ids: string[]): Promise<Set<string>> {
    return new Set(await listBeingRead(this.sql, statement_ids))
  }

  /** Counts the lines of a statement by state anew. */
  async recount(statement_ids: string[]): Promise<void> {
    await this.sql(
      `UPDATE marketplace_statement AS statement SET counts = counted.counts
         FROM (SELECT id, ${LINE_COUNTS} AS counts FROM marketplace_statement AS counted
                WHERE id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))) AS counted
        WHERE statement.id = counted.id
          AND statement.counts IS DISTINCT FROM counted.counts`,
      [JSON.stringify(statement_ids)]
    )
  }
}

/**
 * Where a process died before it had started the run, or the run has failed, nobody reads the
 * file any more. Statements of the API are cleared away by whoever downloads next.
 */
async function listBeingRead(sql: Sql, ids: string[]): Promise<string[]> {
  if (!ids.length) {
    return []
  }
  const rows = await sql<{ id: string }>(
    `SELECT statement.id FROM marketplace_statement AS statement
      WHERE statement.id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))
        AND statement.status = 'importing' AND statement.deleted_at IS NULL
        AND (statement.source <> 'file' OR EXISTS (
               SELECT FROM marketplace_run AS run
                WHERE run.kind = 'statement_import' AND run.status = 'running'
                  AND run.deleted_at IS NULL
                  AND run.params->>'statement_id' = statement.id))`,
    [JSON.stringify(ids)]
  )
  return rows.map(({ id }) => id)
}

/** One at a time writes duplicates of a channel. */
export async function lockLedger(sql: Sql, channel_id: string): Promise<void> {
  await sql(`SELECT pg_advisory_xact_lock(hashtext(?))`, [
    `marketplaces:statements:${channel_id}`,
  ])
}

/** Keeps everybody else from a statement that is not whole yet; false when it is, or gone. */
async function lockOpen(sql: Sql, statement_id: string): Promise<boolean> {
  const rows = await sql(
    `SELECT id FROM marketplace_statement
      WHERE id = ? AND status <> 'done' AND deleted_at IS NULL FOR UPDATE`,
    [statement_id]
  )
  return rows.length > 0
}

async function requireAllLines(
  sql: Sql,
  statement_id: string,
  expected: number | undefined
): Promise<void> {
  if (expected === undefined) {
    return
  }
  const [{ count }] = await sql<{ count: number }>(
    `SELECT COUNT(*)::int AS count FROM marketplace_statement_line
      WHERE statement_id = ? AND deleted_at IS NULL`,
    [statement_id]
  )
  if (count !== expected) {
    throw new OtherReaderError(statement_id, { expected, count })
  }
}

/** Also the orders of lines elsewhere that share money with the statement. */
export async function makeDue(sql: Sql, statement_id: string): Promise<void> {
  await sql(
    `INSERT INTO marketplace_settlement
       (id, channel_id, external_order_id, state, currency_code, settled,
        fee_parts, findings, line_count, due_at)
     SELECT 'mpstl_' || replace(gen_random_uuid()::text, '-', ''),
            line.channel_id, line.external_order_id, 'pending',
            min(line.currency_code),
            '{"revenue":0,"fees":0,"adjustment":0,"net":0}'::jsonb,
            '[]'::jsonb, '[]'::jsonb, 0, clock_timestamp()
       FROM marketplace_statement_line AS line
      WHERE line.statement_id = ? AND line.external_order_id IS NOT NULL
        AND line.refusals IS NULL AND line.deleted_at IS NULL
      GROUP BY line.channel_id, line.external_order_id
     ON CONFLICT (channel_id, external_order_id) WHERE deleted_at IS NULL
     DO UPDATE SET due_at = clock_timestamp()`,
    [statement_id]
  )
}

export async function writeEnd(
  sql: Sql,
  statement_id: string,
  end: StatementEnd
): Promise<void> {
  await sql(
    `UPDATE marketplace_statement
        SET status = 'done', imported_at = clock_timestamp(),
            updated_at = clock_timestamp(),
            mapping = ?::jsonb, stated_totals = ?::jsonb, notices = ?::jsonb,
            payment = ?, payment_external_id = ?,
            period_from = ?::timestamptz, period_to = ?::timestamptz
      WHERE id = ?`,
    [
      json(end.mapping),
      json(end.stated_totals),
      JSON.stringify(end.notices),
      end.payment,
      end.payment_external_id,
      end.period?.from.toISOString() ?? null,
      end.period?.to.toISOString() ?? null,
      statement_id,
    ]
  )
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
