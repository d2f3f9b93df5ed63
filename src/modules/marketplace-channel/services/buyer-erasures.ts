import { OrderStatus } from "../../../domain/orders/order-status"
import { ErasableOrder } from "../../../domain/privacy/judge-erasure"
import { JsonObject } from "../../../domain/shared/json"
import {
  clearEvidence,
  clearFiles,
  clearMessages,
  clearRuns,
  clearTexts,
} from "../clear-buyer-data"
import { SqlStore } from "../sql-store"
import { UNFOLLOWED } from "../unfollowed"
import { Redact } from "./order-copies"

/** An order whose buyer somebody wants to be erased. */
export type ErasureCandidate = Omit<ErasableOrder, "has_begun"> & {
  id: string
  channel_id: string
  external_id: string
  status: OrderStatus | null
  placed_at: Date
  medusa_order_id: string | null
  erasure_began_at: Date | null
  buyer_erased_at: Date | null
  /** Texts of the buyer's requests, photos and files, as far as they are kept. */
  texts: number
  photos: number
  files: number
}

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** Erasing what is known of buyers, step by step; every step may be repeated. */
export class BuyerErasureService extends SqlStore {
  /** These orders as far as they are stored, oldest first. */
  async find(ids: string[]): Promise<ErasureCandidate[]> {
    const rows = await this.sql<ErasureCandidate>(
      `SELECT o.id, o.channel_id, o.external_id, o.status, o.placed_at,
              o.medusa_order_id, o.erasure_began_at, o.buyer_erased_at,
              NOT ${UNFOLLOWED} AS is_followed,
              ARRAY(SELECT request.state FROM marketplace_buyer_request AS request
                     WHERE request.channel_order_id = o.id
                       AND request.deleted_at IS NULL) AS request_states,
              ARRAY(SELECT claim.state FROM marketplace_claim AS claim
                      JOIN marketplace_settlement AS settlement
                        ON settlement.id = claim.settlement_id
                     WHERE settlement.channel_order_id IN (
                             SELECT o.id UNION
                             SELECT unnest(parcel.order_ids)
                               FROM marketplace_parcel AS parcel
                              WHERE parcel.order_ids @> ARRAY[o.id]
                                AND parcel.deleted_at IS NULL)
                       AND settlement.deleted_at IS NULL
                       AND claim.deleted_at IS NULL) AS claim_states,
              (SELECT COUNT(*)::int FROM marketplace_buyer_request AS request
                WHERE request.channel_order_id = o.id
                  AND request.reason_text IS NOT NULL
                  AND request.deleted_at IS NULL) AS texts,
              (SELECT COALESCE(SUM(cardinality(scan.photo_file_ids)), 0)::int
                 FROM marketplace_parcel AS parcel
                 JOIN marketplace_scan AS scan
                   ON scan.channel_id = parcel.channel_id
                  AND scan.parcel_external_id = parcel.external_id
                  AND scan.deleted_at IS NULL
                WHERE parcel.order_ids @> ARRAY[o.id]
                  AND parcel.deleted_at IS NULL) AS photos,
              (SELECT COUNT(*)::int FROM marketplace_file AS file
                WHERE file.deleted_at IS NULL
                  AND file.run_id IN (
                    SELECT mark.run_id FROM marketplace_parcel_mark AS mark
                     WHERE mark.channel_order_id = o.id
                       AND mark.deleted_at IS NULL)) AS files
         FROM marketplace_channel_order AS o
         JOIN marketplace_channel AS channel ON channel.id = o.channel_id
        WHERE o.id = ANY(${ID_LIST}) AND o.deleted_at IS NULL
        ORDER BY o.placed_at, o.id`,
      [JSON.stringify(ids)]
    )
    return rows.map((row) => ({ ...row, placed_at: new Date(row.placed_at) }))
  }

  /**
   * Other orders of the same buyer in the same channel; those whose buyer is erased already
   * belong to nobody.
   */
  async listOthersOfBuyer(id: string): Promise<string[]> {
    const rows = await this.sql<{ id: string }>(
      `SELECT other.id FROM marketplace_channel_order AS asked
         JOIN marketplace_channel_order AS other
           ON other.channel_id = asked.channel_id
          AND other.buyer_external_id = asked.buyer_external_id
        WHERE asked.id = ? AND other.id <> asked.id
          AND asked.deleted_at IS NULL AND other.deleted_at IS NULL`,
      [id]
    )
    return rows.map((row) => row.id)
  }

  /** Of these orders of a channel, those that nothing of the buyer is kept of any more. */
  async listErased(
    channel_id: string,
    external_ids: string[]
  ): Promise<string[]> {
    const rows = await this.sql<{ external_id: string }>(
      `SELECT external_id FROM marketplace_channel_order
        WHERE channel_id = ? AND external_id = ANY(${ID_LIST})
          AND erasure_began_at IS NOT NULL AND deleted_at IS NULL`,
      [channel_id, JSON.stringify(external_ids)]
    )
    return rows.map(({ external_id }) => external_id)
  }

  /** Erasures that were begun a while ago and never ended, for example in a crash. */
  async listUnfinished(limit: number): Promise<string[]> {
    const rows = await this.sql<{ id: string }>(
      `SELECT id FROM marketplace_channel_order
        WHERE erasure_began_at < clock_timestamp() - interval '2 minutes'
          AND erasure_began_at IS NOT NULL AND buyer_erased_at IS NULL
          AND deleted_at IS NULL
        ORDER BY erasure_began_at LIMIT ?`,
      [limit]
    )
    return rows.map(({ id }) => id)
  }

  /** From here on no copy of the order is stored with its buyer; what is stored loses it. */
  async begin(id: string, redact: Redact): Promise<void> {
    await this.transaction(async (sql) => {
      const [order] = await sql<{ payload: JsonObject }>(
        `SELECT payload FROM marketplace_channel_order
          WHERE id = ? FOR UPDATE`,
        [id]
      )
      await sql(
        `UPDATE marketplace_channel_order
            SET payload = ?::jsonb, payload_redacted_at = clock_timestamp(),
                recipient = NULL, buyer_external_id = NULL,
                erasure_began_at = COALESCE(erasure_began_at, clock_timestamp()),
                updated_at = clock_timestamp()
          WHERE id = ?`,
        [JSON.stringify(redact(order.payload)), id]
      )
    })
  }

  /** Clears what else hangs on the order. */
  async clear(id: string): Promise<void> {
    await this.transaction(async (sql) => {
      await clearTexts(sql, id)
      await clearEvidence(sql, id)
      await clearFiles(sql, id)
    })
  }

  /**
   * Clears of orders, whose erasure has begun, what is found only by reading through everything,
   * for all of them at once. Nothing of their buyers is left.
   * @returns since when, by order.
   */
  async end(ids: string[]): Promise<Map<string, Date>> {
    if (!ids.length) {
      return new Map()
    }
    return this.transaction(async (sql) => {
      const orders = await sql<{
        id: string
        channel_id: string
        external_id: string
        buyer_erased_at: Date
      }>(
        `UPDATE marketplace_channel_order
            SET buyer_erased_at = COALESCE(buyer_erased_at, clock_timestamp()),
                updated_at = clock_timestamp()
          WHERE id = ANY(${ID_LIST})
          RETURNING id, channel_id, external_id, buyer_erased_at`,
        [JSON.stringify(ids)]
      )
      await clearRuns(sql, ids)
      for (const channel_id of new Set(orders.map((one) => one.channel_id))) {
        await clearMessages(
          sql,
          channel_id,
          orders
            .filter((one) => one.channel_id === channel_id)
            .map(({ external_id }) => external_id)
        )
      }
      return new Map(
        orders.map((one) => [one.id, new Date(one.buyer_erased_at)])
      )
    })
  }
}
