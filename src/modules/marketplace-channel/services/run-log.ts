import { generateEntityId } from "@medusajs/framework/utils"
import { JsonValue } from "../../../domain/shared/json"
import { deleteInBatches } from "../delete-in-batches"
import { Sql, SqlStore } from "../sql-store"
import { requireKept } from "../taken-over"

export type RunKind =
  | "order_download"
  | "listing_download"
  | "product_creation"
  | "order_action"
  /** What a check of open orders corrected; its lines are written while it goes on. */
  | "order_check"
  | "statement_import"
  /** Orders that statements name and that were never downloaded, by id. */
  | "settlement_orders"
  /** Statements over the marketplaces' APIs. */
  | "statement_download"

export type RunProgress = {
  phase: string
  done: number
  /** Null while unknown. */
  total: number | null
}

export type RunResultLine = {
  channel_id: string | null
  channel_name: string | null
  external_id: string
  subject?: string
  code: string
  params: { [name: string]: JsonValue }
  message: string
}

/** Proves that a run is its worker's: what one that was taken for dead still does has no effect. */
export type RunLease = { id: string; lease_id: string }

/** For how long a run stays somebody's without a sign of life: after a crash others wait so long. */
export const LEASE_SECONDS = 15

/** Runs in progress: who works on them, what they have said so far. */
export class RunLogService extends SqlStore {
  /** Takes a running run that nobody works on; null when somebody does or it has ended. */
  async claim(id: string): Promise<RunLease | null> {
    const [lease] = await this.sql<RunLease>(
      `UPDATE marketplace_run
          SET leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds',
              lease_id = gen_random_uuid()::text
        WHERE id = ? AND status = 'running' AND deleted_at IS NULL
          AND (leased_until IS NULL OR leased_until < clock_timestamp())
        RETURNING id, lease_id`,
      [id]
    )
    return lease ?? null
  }

  /** Runs that nobody works on, for example after a crash. */
  async listUnattended(): Promise<{ id: string }[]> {
    return this.sql(
      `SELECT id FROM marketplace_run
        WHERE status = 'running' AND deleted_at IS NULL
          AND (leased_until IS NULL OR leased_until < clock_timestamp())
        ORDER BY created_at
        LIMIT 10`
    )
  }

  /**
   * Says that its worker is alive, to be called every few seconds.
   * @throws {TakenOverError} when the run is another worker's by now, or has ended.
   */
  async keep({ id, lease_id }: RunLease): Promise<void> {
    requireKept(
      await this.sql(
        `UPDATE marketplace_run
            SET leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
          WHERE id = ? AND lease_id = ? RETURNING id`,
        [id, lease_id]
      )
    )
  }

  /** Nobody goes on with a run for so long. */
  async postpone(
    { id, lease_id }: RunLease,
    milliseconds: number
  ): Promise<void> {
    await this.sql(
      `UPDATE marketplace_run
          SET leased_until = clock_timestamp() + ? * interval '1 millisecond'
        WHERE id = ? AND lease_id = ?`,
      [milliseconds, id, lease_id]
    )
  }

  /**
   * Shows how far a run is, which is a sign of life as well.
   * @throws {TakenOverError} as `keep`.
   */
  async report(
    { id, lease_id }: RunLease,
    progress: RunProgress
  ): Promise<void> {
    requireKept(
      await this.sql(
        `UPDATE marketplace_run
            SET progress = ?::jsonb, updated_at = clock_timestamp(),
                leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
          WHERE id = ? AND lease_id = ? RETURNING id`,
        [JSON.stringify(progress), id, lease_id]
      )
    )
  }

  /**
   * Adds result lines; the newest line of an item replaces its earlier one, except that
   * `unchanged` never hides what the run did to the item before.
   * @throws {TakenOverError} as `keep`.
   */
  async addResults(lease: RunLease, lines: RunResultLine[]): Promise<void> {
    if (!lines.length) {
      return
    }
    const rows = lines.map((line) => ({
      ...line,
      id: generateEntityId(undefined, "mpres"),
      subject: line.subject ?? "",
    }))
    await this.transaction(async (sql) => {
      await requireRun(sql, lease)
      await sql(
        `INSERT INTO marketplace_run_result
         (id, run_id, channel_id, channel_name, external_id, subject, code, params, message)
       SELECT DISTINCT ON (row.channel_id, row.external_id, row.subject)
              row.id, ?, row.channel_id, row.channel_name, row.external_id,
              row.subject, row.code, row.params, row.message
         FROM jsonb_to_recordset(?::jsonb) AS row(
           id text, channel_id text, channel_name text, external_id text,
           subject text, code text, params jsonb, message text)
       ON CONFLICT (run_id, channel_id, external_id, subject) WHERE deleted_at IS NULL
       DO UPDATE SET code = EXCLUDED.code, params = EXCLUDED.params,
                     message = EXCLUDED.message
       WHERE EXCLUDED.code <> 'unchanged'`,
        [lease.id, JSON.stringify(rows)]
      )
    })
  }

  /** Ends a run and counts its result lines by code; does nothing to one that is another worker's. */
  async finish(
    { id, lease_id }: RunLease,
    outcome: { status: "done" | "failed" | "needs_mapping"; error?: string }
  ): Promise<void> {
    await this.sql(
      `UPDATE marketplace_run
          SET status = ?, error = ?, leased_until = NULL, lease_id = NULL,
              finished_at = clock_timestamp(), updated_at = clock_timestamp(),
              counts = COALESCE(
                (SELECT jsonb_object_agg(code, amount)
                   FROM (SELECT code, COUNT(*) AS amount
                           FROM marketplace_run_result
                          WHERE run_id = ? GROUP BY code) AS by_code),
                '{}'::jsonb)
        WHERE id = ? AND lease_id = ?`,
      [outcome.status, outcome.error ?? null, id, id, lease_id]
    )
  }

  /** Runs that ended before that moment, longest ago first; one that waits for a mapping has not. */
  async listEndedBefore(moment: Date, limit: number): Promise<string[]> {
    const rows = await this.sql<{ id: string }>(
      `SELECT id FROM marketplace_run
        WHERE finished_at < ? AND status IN ('done', 'failed')
          AND deleted_at IS NULL
        ORDER BY finished_at LIMIT ?`,
      [moment.toISOString(), limit]
    )
    return rows.map(({ id }) => id)
  }

  /** Forgets runs with what they said. */
  async forget(ids: string[]): Promise<void> {
    const list = [JSON.stringify(ids)]
    await deleteInBatches(
      this.sql,
      "marketplace_run_result",
      "one.run_id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))",
      list
    )
    await deleteInBatches(
      this.sql,
      "marketplace_run",
      `one.id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))
       AND one.status <> 'running'`,
      list
    )
  }

  /** The result lines so far, by code. */
  async countResults(run_id: string): Promise<Record<string, number>> {
    const rows = await this.sql<{ code: string; amount: number }>(
      `SELECT code, COUNT(*)::int AS amount FROM marketplace_run_result
        WHERE run_id = ? GROUP BY code`,
      [run_id]
    )
    return Object.fromEntries(rows.map(({ code, amount }) => [code, amount]))
  }
}

/** Keeps a run from being taken over until the transaction ends. */
async function requireRun(sql: Sql, { id, lease_id }: RunLease): Promise<void> {
  requireKept(
    await sql(
      `SELECT id FROM marketplace_run WHERE id = ? AND lease_id = ? FOR SHARE`,
      [id, lease_id]
    )
  )
}
