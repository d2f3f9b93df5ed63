import { markDuplicateLines } from "../mark-duplicate-lines"
import { Sql, SqlStore } from "../sql-store"
import {
  DownloadedStatement,
  KnownDownload,
  StatementEnd,
} from "../statement-rows"
import { sumStatements } from "../sum-statements"
import { lockLedger, makeDue, writeEnd } from "./statement-book"

const IDS = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** Statements that the marketplaces' APIs give; a later answer may replace an earlier one. */
export class StatementDownloadService extends SqlStore {
  /** What is on record of statements of a channel's API, by the marketplace's ids. */
  async find(
    channel_id: string,
    external_ids: string[]
  ): Promise<Map<string, KnownDownload>> {
    const rows = await this.sql<KnownDownload>(
      `SELECT DISTINCT ON (external_id) id, external_id, stated_totals, payment,
              payment_external_id, deleted_at IS NOT NULL AS taken_back
         FROM marketplace_statement
        WHERE channel_id = ? AND source = 'api'
          AND external_id = ANY(${IDS})
        ORDER BY external_id, deleted_at DESC NULLS FIRST`,
      [channel_id, JSON.stringify(external_ids)]
    )
    return new Map(rows.map((row) => [row.external_id, row]))
  }

  /**
   * Shows a statement with all its lines, or nothing of it. It takes the place of the one that
   * came before under the same id, whose lines leave every sum in the same moment; one that
   * another download has brought meanwhile stays. Once; later calls do nothing.
   * @returns false where nothing was taken, because it is there already.
   */
  async finish(
    { id, channel_id, external_id, run_id }: DownloadedStatement,
    end: StatementEnd
  ): Promise<boolean> {
    return this.transaction(async (sql) => {
      await lockLedger(sql, channel_id)
      const [open] = await sql(
        `SELECT id FROM marketplace_statement
          WHERE id = ? AND status = 'importing' FOR UPDATE`,
        [id]
      )
      const [known] = await sql<{ id: string; is_same: boolean }>(
        `SELECT id, COALESCE(stated_totals = ?::jsonb, FALSE) AS is_same
           FROM marketplace_statement
          WHERE channel_id = ? AND external_id = ? AND deleted_at IS NULL
            FOR UPDATE`,
        [JSON.stringify(end.stated_totals), channel_id, external_id]
      )
      if (!open || known?.is_same) {
        await discard(sql, [id])
        return false
      }
      const kept = known?.id ?? id
      if (known) {
        await replaceLines(sql, { id: kept, channel_id }, id)
      }
      await sql(
        `UPDATE marketplace_statement SET external_id = ?, run_id = ? WHERE id = ?`,
        [external_id, run_id, kept]
      )
      const changed = await markDuplicateLines(sql, channel_id, kept)
      await makeDue(sql, kept)
      await writeEnd(sql, kept, end)
      await sumStatements(sql, [...new Set([kept, ...changed])])
      return true
    })
  }

  /** Marketplaces pay statements days after they state them. */
  async setPayment(
    statement_id: string,
    {
      payment,
      payment_external_id,
    }: Pick<StatementEnd, "payment" | "payment_external_id">
  ): Promise<void> {
    await this.sql(
      `UPDATE marketplace_statement
          SET payment = ?, payment_external_id = ?, updated_at = clock_timestamp()
        WHERE id = ? AND deleted_at IS NULL`,
      [payment, payment_external_id, statement_id]
    )
  }

  /** Forgets statements that a run or flow was downloading when it was broken off. */
  async discardOpen(run_id: string): Promise<void> {
    await this.transaction(async (sql) => {
      const open = await sql<{ id: string }>(
        `SELECT id FROM marketplace_statement
          WHERE run_id = ? AND source = 'api' AND status = 'importing'
            FOR UPDATE`,
        [run_id]
      )
      await discard(
        sql,
        open.map(({ id }) => id)
      )
    })
  }
}

/** Puts the lines of a statement that nobody sees yet in the place of another one's. */
async function replaceLines(
  sql: Sql,
  statement: { id: string; channel_id: string },
  by: string
): Promise<void> {
  await makeDue(sql, statement.id)
  await sql(
    `UPDATE marketplace_statement_line SET deleted_at = clock_timestamp()
      WHERE statement_id = ? AND deleted_at IS NULL`,
    [statement.id]
  )
  const changed = await markDuplicateLines(
    sql,
    statement.channel_id,
    statement.id
  )
  await sumStatements(sql, changed)
  await sql(
    `UPDATE marketplace_statement_line SET statement_id = ? WHERE statement_id = ?`,
    [statement.id, by]
  )
  await discard(sql, [by])
}

async function discard(sql: Sql, statement_ids: string[]): Promise<void> {
  const ids = JSON.stringify(statement_ids)
  await sql(
    `DELETE FROM marketplace_statement_line WHERE statement_id = ANY(${IDS})`,
    [ids]
  )
  await sql(`DELETE FROM marketplace_statement WHERE id = ANY(${IDS})`, [ids])
}
