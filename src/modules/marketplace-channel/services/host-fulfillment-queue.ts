import { ArrangeRuns } from "../../../domain/orders/arrange-again"
import { SqlStore } from "../sql-store"

export type FulfilledOrder = {
  id: string
  /** A user id, or `system`. */
  by: string
}

/** Orders that staff fulfilled on Medusa's own page, until the marketplace follows. */
export class HostFulfillmentQueueService extends SqlStore {
  /**
   * Puts on record that staff fulfilled a Medusa order; one that waits is looked at again.
   * @returns its orders that are due by this.
   */
  async note(medusa_order_id: string, by: string): Promise<FulfilledOrder[]> {
    return this.sql(
      `UPDATE marketplace_channel_order
          SET host_fulfilled_at = clock_timestamp(), host_fulfilled_by = ?
        WHERE medusa_order_id = ? AND deleted_at IS NULL
          AND (host_fulfilled_at IS NULL OR host_fulfilled_at > clock_timestamp())
        RETURNING id, host_fulfilled_by AS by`,
      [by, medusa_order_id]
    )
  }

  /** Orders on record that do not wait (any more), the longest due first. */
  async listDue(): Promise<FulfilledOrder[]> {
    return this.sql(
      `SELECT id, COALESCE(host_fulfilled_by, 'system') AS by
         FROM marketplace_channel_order
        WHERE host_fulfilled_at <= clock_timestamp() AND deleted_at IS NULL
          AND status <> 'new'
        ORDER BY host_fulfilled_at LIMIT 20`
    )
  }

  /**
   * Leaves an order alone for a while.
   * @param seen when it was due; one that has been put on record anew since stays due.
   */
  async postpone(id: string, seen: Date, milliseconds: number): Promise<void> {
    await this.sql(
      `UPDATE marketplace_channel_order
          SET host_fulfilled_at = clock_timestamp() + ? * interval '1 millisecond'
        WHERE id = ? AND date_trunc('milliseconds', host_fulfilled_at) <= ?`,
      [milliseconds, id, seen]
    )
  }

  /** Runs that arrange the order's shipment, of those that began since then. */
  async arrangeRunsOf(id: string, since: Date): Promise<ArrangeRuns> {
    const [found] = await this.sql<{
      runs: number
      is_running: boolean | null
      last_end: Date | string | null
    }>(
      `SELECT count(*)::int AS runs, bool_or(finished_at IS NULL) AS is_running,
              max(finished_at) AS last_end
         FROM marketplace_run
        WHERE created_at >= ? AND kind = 'order_action' AND deleted_at IS NULL
          AND params @> jsonb_build_object(
                'action', 'arrange_shipment', 'ids', jsonb_build_array(?::text))`,
      [since, id]
    )
    const { runs, is_running, last_end } = found
    return {
      runs,
      is_running: is_running === true,
      last_end: last_end === null ? null : new Date(last_end),
    }
  }

  /** What was due for an order is done. */
  async settle(id: string): Promise<void> {
    await this.sql(
      `UPDATE marketplace_channel_order
          SET host_fulfilled_at = NULL, host_fulfilled_by = NULL
        WHERE id = ?`,
      [id]
    )
  }
}
