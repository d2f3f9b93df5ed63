import { ReceivedLine } from "../../../domain/returns/received-lines"
import { SqlStore } from "../sql-store"

/** A receipt to be written. */
export type NewReceipt = {
  /** `mprcpt_…`, derived from what caused it: the same cause receives once. */
  id: string
  channel_id: string
  channel_order_id: string
  parcel_external_id: string | null
  buyer_request_id: string | null
  handover_id: string | null
  lines: ReceivedLine[]
  note: string | null
  photo_file_ids: string[]
  received_by: string
}

/** A receipt as stock looks at it. */
export type StoredReceipt = {
  id: string
  channel_order_id: string
  parcel_external_id: string | null
  buyer_request_id: string | null
  handover_id: string | null
  lines: ReceivedLine[]
  received_at: Date
  stock_state: "due" | "done"
  stock_error: string | null
  medusa_return_ids: string[]
}

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** Returned goods, and which of them stock still has to follow. */
export class ReceiptBookService extends SqlStore {
  /**
   * Writes receipts, dated now, and notes on the buyers' requests they answer that the goods
   * are there. Those that exist stay as they are. The orders of new ones are to be planned
   * anew, by whoever comes first: a crash leaves no receipt behind that stock never follows.
   */
  async add(receipts: NewReceipt[]): Promise<void> {
    if (!receipts.length) {
      return
    }
    await this.transaction(async (sql) => {
      await sql(
        `WITH made AS (
         INSERT INTO marketplace_receipt
           (id, channel_id, channel_order_id, parcel_external_id, buyer_request_id,
            handover_id, lines, note, photo_file_ids, received_at, received_by)
         SELECT row.id, row.channel_id, row.channel_order_id, row.parcel_external_id,
                row.buyer_request_id, row.handover_id, row.lines, row.note,
                ARRAY(SELECT jsonb_array_elements_text(row.photo_file_ids)),
                clock_timestamp(), row.received_by
           FROM jsonb_to_recordset(?::jsonb) AS row(
             id text, channel_id text, channel_order_id text, parcel_external_id text,
             buyer_request_id text, handover_id text, lines jsonb, note text,
             photo_file_ids jsonb, received_by text)
         ON CONFLICT (id) DO NOTHING
         RETURNING channel_order_id)
         UPDATE marketplace_channel_order
            SET planned_hash = NULL, updated_at = clock_timestamp()
          WHERE id IN (SELECT channel_order_id FROM made)`,
        [JSON.stringify(receipts)]
      )
      await sql(
        `UPDATE marketplace_buyer_request
            SET received_at = COALESCE(received_at, clock_timestamp()),
                updated_at = clock_timestamp()
          WHERE id = ANY(${ID_LIST}) AND deleted_at IS NULL`,
        [
          JSON.stringify(
            receipts.flatMap(({ buyer_request_id }) => buyer_request_id ?? [])
          ),
        ]
      )
    })
  }

  /** All receipts of these orders, oldest first. */
  async listOf(channel_order_ids: string[]): Promise<StoredReceipt[]> {
    const rows = await this.sql<StoredReceipt>(
      `SELECT id, channel_order_id, parcel_external_id, buyer_request_id, handover_id,
              lines, received_at, stock_state, stock_error, medusa_return_ids
         FROM marketplace_receipt
        WHERE channel_order_id = ANY(${ID_LIST}) AND deleted_at IS NULL
        ORDER BY received_at, id`,
      [JSON.stringify(channel_order_ids)]
    )
    return rows.map((row) => ({
      ...row,
      received_at: new Date(row.received_at),
    }))
  }

  /** Stock has followed these receipts. */
  async markDone(
    done: { id: string; medusa_return_ids: string[]; note: string | null }[]
  ): Promise<void> {
    if (!done.length) {
      return
    }
    await this.sql(
      `UPDATE marketplace_receipt AS stored
          SET stock_state = 'done', stock_error = done.note,
              medusa_return_ids = ARRAY(SELECT jsonb_array_elements_text(done.medusa_return_ids)),
              updated_at = clock_timestamp()
         FROM jsonb_to_recordset(?::jsonb) AS done(
           id text, medusa_return_ids jsonb, note text)
        WHERE stored.id = done.id`,
      [JSON.stringify(done)]
    )
  }

  /** Why stock has not followed these receipts yet. */
  async noteErrors(errors: { id: string; error: string }[]): Promise<void> {
    if (!errors.length) {
      return
    }
    await this.sql(
      `UPDATE marketplace_receipt AS stored
          SET stock_error = late.error, updated_at = clock_timestamp()
         FROM jsonb_to_recordset(?::jsonb) AS late(id text, error text)
        WHERE stored.id = late.id AND stored.stock_state = 'due'`,
      [JSON.stringify(errors)]
    )
  }

  /** Notes which Medusa returns were requested for buyers' requests. */
  async noteRequested(
    requested: { buyer_request_id: string; medusa_return_ids: string[] }[]
  ): Promise<void> {
    if (!requested.length) {
      return
    }
    await this.sql(
      `UPDATE marketplace_buyer_request AS stored
          SET medusa_return_ids = ARRAY(
                SELECT jsonb_array_elements_text(made.medusa_return_ids)),
              updated_at = clock_timestamp()
         FROM jsonb_to_recordset(?::jsonb) AS made(
           buyer_request_id text, medusa_return_ids jsonb)
        WHERE stored.id = made.buyer_request_id`,
      [JSON.stringify(requested)]
    )
  }
}
