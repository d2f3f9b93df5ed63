import { OrderChange, OrderNewsSource, PlannedOrder } from "../planned-order"
import { SqlStore } from "../sql-store"
import {
  appendHistory,
  changeOf,
  replaceLines,
  replaceParcels,
  statesBefore,
  updateOrders,
} from "../write-planned-orders"

/** Writes what planning and settling decided, with the history of it. */
export class OrderLedgerService extends SqlStore {
  /**
   * Stores plans in one transaction and tells what changed. A plan made from a copy
   * that is no longer the newest is dropped: the newer copy is planned by itself.
   */
  async record(
    plans: PlannedOrder[],
    news: { source: OrderNewsSource; actor: string }
  ): Promise<OrderChange[]> {
    if (!plans.length) {
      return []
    }
    return this.transaction(async (sql) => {
      const before = await statesBefore(sql, plans)
      const written = await updateOrders(sql, plans)
      const kept = plans.filter(({ id }) => written.has(id))
      await replaceLines(sql, kept)
      await replaceParcels(sql, kept)
      const changes = kept.map((plan) => changeOf(plan, before.get(plan.id)))
      await appendHistory(sql, kept, before, news)
      return changes
    })
  }

  /** Orders whose Medusa order is behind their status, due now. */
  async listUnsettled(limit: number): Promise<string[]> {
    const rows = await this.sql<{ id: string }>(
      `SELECT id FROM marketplace_channel_order
        WHERE settle_due_at <= clock_timestamp() AND deleted_at IS NULL
        ORDER BY settle_due_at LIMIT ?`,
      [limit]
    )
    return rows.map(({ id }) => id)
  }

  /**
   * Orders of a channel that stand in these statuses and whose Medusa order is pending are
   * due now, because the channel's settings ask for another state.
   * @returns how many.
   */
  async makeDue(channel_id: string, statuses: string[]): Promise<number> {
    if (!statuses.length) {
      return 0
    }
    const rows = await this.sql(
      `UPDATE marketplace_channel_order
          SET settle_due_at = clock_timestamp(), settle_attempts = 0,
              updated_at = clock_timestamp()
        WHERE channel_id = ? AND deleted_at IS NULL
          AND import_state = 'imported' AND medusa_order_id IS NOT NULL
          AND host_state = 'pending'
          AND status IN (SELECT jsonb_array_elements_text(?::jsonb))
        RETURNING id`,
      [channel_id, JSON.stringify(statuses)]
    )
    return rows.length
  }

  /**
   * The Medusa orders have reached these states. A row that has moved on or was made due
   * anew meanwhile stays due. One that was settled for another status than is stored is
   * planned anew, and waits for that.
   */
  async markSettled(
    settled: {
      id: string
      host_state: string
      /** The status it was settled for. */
      status: string | null
      /** Since when it was due, as it was read (to the millisecond). */
      settle_due_at: Date | null
      reservation_generation: number
    }[]
  ): Promise<void> {
    if (!settled.length) {
      return
    }
    await this.sql(
      `UPDATE marketplace_channel_order AS stored
          SET host_state = done.host_state, settle_attempts = 0, settle_error = NULL,
              reservation_generation = done.reservation_generation,
              settle_due_at = CASE
                WHEN stored.status IS NOT DISTINCT FROM done.status
                 AND abs(extract(epoch FROM stored.settle_due_at - done.settle_due_at)) < 0.002
                THEN NULL
                WHEN stored.status IS DISTINCT FROM done.status
                THEN GREATEST(stored.settle_due_at,
                              clock_timestamp() + interval '2 minutes')
                ELSE stored.settle_due_at END,
              planned_hash = CASE
                WHEN stored.status IS NOT DISTINCT FROM done.status
                THEN stored.planned_hash END,
              updated_at = clock_timestamp()
         FROM jsonb_to_recordset(?::jsonb) AS done(
           id text, host_state text, status text, settle_due_at timestamptz,
           reservation_generation int)
        WHERE stored.id = done.id`,
      [JSON.stringify(settled)]
    )
  }

  /**
   * Tries again with growing delay (4 s doubling, at most an hour). What nobody is to settle,
   * or somebody has settled meanwhile, stays as it is.
   */
  async postponeSettling(
    failures: { id: string; error: string }[]
  ): Promise<void> {
    if (!failures.length) {
      return
    }
    await this.sql(
      `UPDATE marketplace_channel_order AS stored
          SET settle_attempts = stored.settle_attempts + 1,
              settle_error = late.error,
              settle_due_at = clock_timestamp()
                + LEAST(3600, 4 * power(2, LEAST(stored.settle_attempts, 20)))
                  * interval '1 second'
         FROM jsonb_to_recordset(?::jsonb) AS late(id text, error text)
        WHERE stored.id = late.id AND stored.settle_due_at IS NOT NULL
          AND stored.medusa_order_id IS NOT NULL`,
      [JSON.stringify(failures)]
    )
  }
}
