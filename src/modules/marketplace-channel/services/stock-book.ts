import { deleteInBatches } from "../delete-in-batches"
import { Sql, SqlStore, sqlWithin } from "../sql-store"
import { FlowLease, requireLease } from "./flow-schedule"
import {
  AnsweredPush,
  StockMemoryRow,
  StockFactRows,
  StockLookRow,
} from "../stock-rows"
import { readStockFacts } from "../read-stock-facts"
import { readUnseenHolds, UnseenHoldRows } from "../read-unseen-holds"
import {
  appendEvents,
  confirmPushes,
  insertPushes,
  saveCells,
  saveStates,
} from "../write-stock"

const FORGOTTEN = [
  "marketplace_stock_cell",
  "marketplace_listing_stock",
  "marketplace_stock_nudge",
]

const LINKED = `SELECT 1 FROM marketplace_listing AS listing
   WHERE listing.id = %s AND listing.deleted_at IS NULL AND listing.variant_id IS NOT NULL`

/** What is known of each listing's stock, and every number that was written. */
export class StockBookService extends SqlStore {
  /**
   * Reads, as of one moment, all that deciding about these listings needs: Medusa's levels and
   * live reservations, counted orders, and what every channel's cells claim of the same goods.
   * Read the marketplace only after it.
   * @param location_ids stock locations that serve the channel's warehouses.
   */
  readFacts(
    channel_id: string,
    listing_ids: string[],
    location_ids: string[]
  ): Promise<StockFactRows> {
    return readStockFacts(this.sql, channel_id, listing_ids, location_ids)
  }

  /**
   * What Medusa should hold of unseen units by now, and what it does.
   * @param listing_ids all when null.
   * @param provider_ids marketplaces that take the shop's stock.
   * @param transactionManager of a transaction under way; its own when left out.
   */
  readHolds(
    listing_ids: string[] | null,
    provider_ids: string[],
    transactionManager?: unknown
  ): Promise<UnseenHoldRows> {
    return readUnseenHolds(
      transactionManager ? sqlWithin(transactionManager) : this.sql,
      listing_ids,
      provider_ids
    )
  }

  /** What cells of these listings remember by now, of all channels. */
  async readUnseen(listing_ids: string[]): Promise<StockMemoryRow[]> {
    const rows = await this.sql<
      Omit<StockMemoryRow, "unseen"> & {
        unseen: { at: string; units: number }[]
      }
    >(
      `SELECT listing_id, warehouse_external_id, unseen, seen_committed, counted
         FROM marketplace_stock_cell
        WHERE deleted_at IS NULL
          AND listing_id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`,
      [JSON.stringify([...new Set(listing_ids)])]
    )
    return rows.map((row) => ({
      ...row,
      unseen: row.unseen.map(({ at, units }) => ({ at: new Date(at), units })),
    }))
  }

  /**
   * Stores what looks came to, in one transaction: cells, states, events, and the writes that
   * are about to be made.
   * @param lease of the worker that looked; others may not have it meanwhile.
   * @param also what else is stored with them or not at all.
   * @returns the listings that have shown all that they should by their last write.
   * @throws {MedusaError} CONFLICT when the channel's stock is another worker's by now.
   */
  async record(
    channel_id: string,
    looks: StockLookRow[],
    now: Date,
    lease: FlowLease | null = null,
    also: (sql: Sql) => Promise<void> = async () => undefined
  ): Promise<Set<string>> {
    if (!looks.length) {
      return new Set()
    }
    return this.transaction(async (sql) => {
      if (lease) {
        await requireLease(sql, lease)
      }
      await saveCells(sql, channel_id, looks, now)
      const shown = await confirmPushes(sql, looks, now)
      await saveStates(sql, channel_id, looks, now, shown)
      await appendEvents(sql, channel_id, looks, now)
      await insertPushes(sql, channel_id, looks, now)
      await also(sql)
      return shown
    })
  }

  /**
   * Completes writes with what the marketplace said; expectations and states follow. Those that
   * another worker has given up as lost stay so: it has looked since, and knows better.
   */
  async answer(pushes: AnsweredPush[]): Promise<void> {
    if (!pushes.length) {
      return
    }
    await this.transaction(async (sql) => {
      const answered = await sql<{ id: string }>(
        `UPDATE marketplace_stock_push AS push
            SET outcome = row.outcome, error = row.error, error_code = row.error_code,
                answered_at = clock_timestamp()
           FROM jsonb_to_recordset(?::jsonb)
             AS row(id text, outcome text, error text, error_code text)
          WHERE push.id = row.id AND push.outcome = 'pending'
          RETURNING push.id`,
        [JSON.stringify(pushes)]
      )
      const ids = new Set(answered.map(({ id }) => id))
      const rows = JSON.stringify(pushes.filter(({ id }) => ids.has(id)))
      await sql(
        `UPDATE marketplace_listing_stock AS stock
            SET state = row.state, reason = NULLIF(row.reason, 'null'::jsonb),
                failures = CASE row.outcome WHEN 'accepted' THEN 0
                                WHEN 'refused' THEN stock.failures + 1
                                ELSE stock.failures END,
                locked_since = CASE
                  WHEN row.outcome IN ('accepted', 'refused') THEN NULL
                  WHEN row.outcome = 'locked'
                    THEN COALESCE(stock.locked_since, clock_timestamp())
                  ELSE stock.locked_since END
           FROM jsonb_to_recordset(?::jsonb)
             AS row(listing_id text, state text, reason jsonb, outcome text)
          WHERE stock.listing_id = row.listing_id AND stock.deleted_at IS NULL
            -- For the planner, which expects a hundred rows of any JSON.
            AND stock.listing_id = ANY(ARRAY(SELECT one ->> 'listing_id'
                                               FROM jsonb_array_elements(?::jsonb) AS one))`,
        [rows, rows]
      )
      await sql(
        `UPDATE marketplace_stock_cell AS cell
            SET expected = after.expected,
                pushed = push.quantity, pushed_at = clock_timestamp()
           FROM jsonb_to_recordset(?::jsonb)
                  AS row(id text, listing_id text, outcome text, expected jsonb)
           CROSS JOIN LATERAL jsonb_to_recordset(row.expected)
                  AS after(warehouse_external_id text, expected int)
           JOIN marketplace_stock_push AS stored ON stored.id = row.id
           JOIN LATERAL jsonb_to_recordset(stored.cells)
                  AS push(warehouse_external_id text, quantity int)
             ON push.warehouse_external_id = after.warehouse_external_id
          WHERE cell.listing_id = row.listing_id
            AND cell.warehouse_external_id = after.warehouse_external_id
            AND cell.deleted_at IS NULL`,
        [rows]
      )
    })
  }

  /**
   * Writes that were under way when their process ended may have been taken or not: they count
   * as unknown, and the higher number is expected. Only the channel's one worker calls it.
   */
  async giveUpPending(channel_id: string): Promise<string[]> {
    const rows = await this.sql<{ listing_id: string }>(
      `WITH lost AS (
         UPDATE marketplace_stock_push
            SET outcome = 'unknown', answered_at = clock_timestamp(),
                error = 'The process ended during the call.'
          WHERE channel_id = ? AND outcome = 'pending' AND deleted_at IS NULL
          RETURNING id, listing_id, cells
       ), expected AS (
         UPDATE marketplace_stock_cell AS cell
            SET expected = GREATEST(cell.expected, push.quantity)
           FROM lost
           CROSS JOIN LATERAL jsonb_to_recordset(lost.cells)
                  AS push(warehouse_external_id text, quantity int)
          WHERE cell.listing_id = lost.listing_id
            AND cell.warehouse_external_id = push.warehouse_external_id
            AND cell.expected IS NOT NULL AND cell.deleted_at IS NULL
       ), states AS (
         UPDATE marketplace_listing_stock AS stock SET state = 'unresolved'
           FROM lost
          WHERE stock.listing_id = lost.listing_id AND stock.deleted_at IS NULL
       )
       SELECT listing_id FROM lost`,
      [channel_id]
    )
    return rows.map(({ listing_id }) => listing_id)
  }

  /**
   * Forgets the numbers of listings that were unlinked; the writes stay on record. Those that are
   * linked again by now are left alone.
   */
  async forget(listing_ids: string[]): Promise<void> {
    for (const table of FORGOTTEN) {
      await this.sql(
        `DELETE FROM ${table}
          WHERE listing_id IN (SELECT jsonb_array_elements_text(?::jsonb))
            AND NOT EXISTS (${LINKED.replace("%s", `${table}.listing_id`)})`,
        [JSON.stringify(listing_ids)]
      )
    }
  }

  /**
   * Forgets what was noticed and written before that moment; the newest write of a listing
   * stays, because the next look is compared with it.
   */
  async forgetBefore(moment: Date): Promise<void> {
    const before = [moment.toISOString()]
    await deleteInBatches(
      this.sql,
      "marketplace_stock_event",
      "one.at < ?",
      before
    )
    await deleteInBatches(
      this.sql,
      "marketplace_stock_push",
      `one.sent_at < ? AND one.outcome <> 'pending'
       AND EXISTS (SELECT FROM marketplace_stock_push AS later
                    WHERE later.listing_id = one.listing_id
                      AND later.sent_at > one.sent_at
                      AND later.deleted_at IS NULL)`,
      before
    )
  }

  async forgetOfChannel(channel_id: string): Promise<void> {
    for (const table of FORGOTTEN) {
      await this.sql(`DELETE FROM ${table} WHERE channel_id = ?`, [channel_id])
    }
  }
}
