import { SqlStore } from "../sql-store"

export type FulfilledOrder = {
  id: string
  /** A user id, or `system`. */
  by: string
}

/** Orders that staff fulfilled on Medusa's own page, until the marketplace follows. */
export class HostFulfillmentQueueService extends SqlStore {
  /** Puts on record that staff fulfilled a Medusa order. @returns its orders that were not on record. */
  async note(medusa_order_id: string, by: string): Promise<FulfilledOrder[]> {
    return this.sql(
      `UPDATE marketplace_channel_order
          SET host_fulfilled_at = clock_timestamp(), host_fulfilled_by = ?
        WHERE medusa_order_id = ? AND deleted_at IS NULL
          AND host_fulfilled_at IS NULL
        RETURNING id, host_fulfilled_by AS by`,
      [by, medusa_order_id]
    )
  }

  /** Orders on record that do not wait for the marketplace (any more), the oldest first. */
  async listDue(): Promise<FulfilledOrder[]> {
    return this.sql(
      `SELECT id, COALESCE(host_fulfilled_by, 'system') AS by
         FROM marketplace_channel_order
        WHERE host_fulfilled_at IS NOT NULL AND deleted_at IS NULL
          AND status <> 'new'
        ORDER BY host_fulfilled_at LIMIT 20`
    )
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
