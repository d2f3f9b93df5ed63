import { Amount } from "../../../domain/shared/amount"
import { addSettlementEvents } from "../confirm-settlements"
import { SqlStore } from "../sql-store"

/** A settled order whose payment in Medusa nobody has looked after. */
export type SettledPayment = {
  settlement_id: string
  channel_order_id: string
  /** In Medusa. */
  order_id: string
  /** The last day of settlement, else when a person agreed (UTC). */
  settled_at: Date
}

/** What became of it; `amount` in the smallest unit, null where nothing had to be captured. */
export type DonePayment = { settlement_id: string; amount: Amount | null }

/** Payments in Medusa that follow settlements, where a channel is set so. */
export class SettledPaymentsService extends SqlStore {
  /**
   * Settled orders of channels that capture payments when settled: delivered, neither cancelled
   * nor returned, their settlement as expected or agreed to by a person.
   * @param filters.ids of settlements; all without it.
   * @param filters.after a settlement's id; those up to it are left out.
   */
  async listDue({
    ids,
    after,
    limit,
  }: {
    ids?: string[]
    after?: string
    limit: number
  }): Promise<SettledPayment[]> {
    const rows = await this.sql<
      Omit<SettledPayment, "settled_at"> & { settled_at: string | Date }
    >(
      `SELECT settlement.id AS settlement_id, settlement.channel_order_id,
              placed.medusa_order_id AS order_id,
              COALESCE(settlement.last_settled_at, settlement.confirmed_at,
                       placed.external_updated_at) AS settled_at
         FROM marketplace_settlement AS settlement
         JOIN marketplace_channel AS channel
           ON channel.id = settlement.channel_id
          AND channel.settings->>'capture_payments' = 'when_settled'
         JOIN marketplace_channel_order AS placed
           ON placed.id = settlement.channel_order_id
          AND placed.deleted_at IS NULL AND placed.status = 'succeeded'
          AND placed.medusa_order_id IS NOT NULL
          AND placed.host_state NOT IN ('none', 'canceled')
        WHERE settlement.payment_done_at IS NULL
          AND settlement.deleted_at IS NULL
          AND (settlement.state = 'matched'
               OR (settlement.confirmed_at IS NOT NULL
                   AND settlement.state <> 'adjustment'))
          AND settlement.id > ?
          ${ids ? "AND settlement.id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))" : ""}
        ORDER BY settlement.id LIMIT ?`,
      [after ?? "", ...(ids ? [JSON.stringify(ids)] : []), limit]
    )
    return rows.map((row) => ({
      ...row,
      settled_at: new Date(row.settled_at),
    }))
  }

  /**
   * Delivered orders of a channel whose payment no settlement has seen to, by id.
   * @param after a channel order's id; those up to it are left out.
   */
  listDelivered(
    channel_id: string,
    { after, limit }: { after: string; limit: number }
  ): Promise<{ channel_order_id: string; order_id: string }[]> {
    return this.sql(
      `SELECT placed.id AS channel_order_id, placed.medusa_order_id AS order_id
         FROM marketplace_channel_order AS placed
        WHERE placed.channel_id = ? AND placed.deleted_at IS NULL
          AND placed.status = 'succeeded' AND placed.host_state = 'completed'
          AND placed.medusa_order_id IS NOT NULL AND placed.id > ?
          AND NOT EXISTS (SELECT FROM marketplace_settlement AS settlement
                           WHERE settlement.channel_order_id = placed.id
                             AND settlement.payment_done_at IS NOT NULL
                             AND settlement.deleted_at IS NULL)
        ORDER BY placed.id LIMIT ?`,
      [channel_id, after, limit]
    )
  }

  /** Nothing is left to do for these; a capture goes into the settlement's history. Once. */
  async record(done: DonePayment[]): Promise<void> {
    await this.transaction(async (sql) => {
      const rows = await sql<{ id: string }>(
        `UPDATE marketplace_settlement SET payment_done_at = clock_timestamp()
          WHERE id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))
            AND payment_done_at IS NULL
          RETURNING id`,
        [JSON.stringify(done.map(({ settlement_id }) => settlement_id))]
      )
      const first = new Set(rows.map(({ id }) => id))
      await addSettlementEvents(
        sql,
        done.flatMap(({ settlement_id, amount }) =>
          amount !== null && first.has(settlement_id)
            ? [
                {
                  settlement_id,
                  kind: "payment_captured",
                  params: { amount },
                  actor_id: "system",
                },
              ]
            : []
        )
      )
    })
  }
}
