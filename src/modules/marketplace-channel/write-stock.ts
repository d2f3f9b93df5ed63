import { generateEntityId } from "@medusajs/framework/utils"
import { Sql } from "./sql-store"
import { StockLookRow } from "./stock-rows"

/** What a look found of a listing that was unlinked meanwhile is over with the link. */
const STILL_LINKED = `SELECT 1 FROM marketplace_listing AS listing
   WHERE listing.id = row.listing_id AND listing.deleted_at IS NULL
     AND listing.variant_id IS NOT NULL`

/** What cells showed, remember and should show; numbers of what was written stay as they are. */
export async function saveCells(
  sql: Sql,
  channel_id: string,
  looks: StockLookRow[],
  now: Date
): Promise<void> {
  const rows = looks.flatMap(({ listing_id, external_sku_id, cells }) =>
    cells.map(({ cell, wanted, available, committed, ...place }) => ({
      ...place,
      id: generateEntityId(undefined, "mpcell"),
      listing_id,
      external_sku_id,
      seen: available,
      seen_committed: committed,
      // Of a warehouse that is nobody's nothing is remembered: the first look comes with its place.
      expected: cell?.expected ?? null,
      counted: cell?.counted ?? 0,
      counted_since: cell ? now : null,
      unseen: cell?.unseen ?? [],
      wanted: wanted?.quantity ?? null,
      explanation: wanted,
    }))
  )
  await sql(
    `INSERT INTO marketplace_stock_cell AS cell
       (id, channel_id, listing_id, external_sku_id, warehouse_external_id,
        stock_location_id, seen, seen_committed, seen_at, expected, counted,
        counted_committed, counted_since, unseen, wanted, explanation)
     SELECT row.id, ?, row.listing_id, row.external_sku_id, row.warehouse_external_id,
            row.stock_location_id, row.seen, row.seen_committed, ?, row.expected,
            row.counted, row.counted_committed, row.counted_since, row.unseen, row.wanted,
            NULLIF(row.explanation, 'null'::jsonb)
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, listing_id text, external_sku_id text, warehouse_external_id text,
         stock_location_id text, seen int, seen_committed int, expected int, counted int,
         counted_committed int, counted_since timestamptz, unseen jsonb, wanted int,
         explanation jsonb)
      WHERE EXISTS (${STILL_LINKED})
      ORDER BY row.listing_id, row.warehouse_external_id
     ON CONFLICT (listing_id, warehouse_external_id) WHERE deleted_at IS NULL
     DO UPDATE SET
       stock_location_id = EXCLUDED.stock_location_id,
       seen = EXCLUDED.seen, seen_committed = EXCLUDED.seen_committed,
       seen_at = EXCLUDED.seen_at, expected = EXCLUDED.expected,
       counted = EXCLUDED.counted, counted_committed = EXCLUDED.counted_committed,
       unseen = EXCLUDED.unseen,
       counted_since = CASE WHEN EXCLUDED.counted_since IS NULL THEN NULL
                            ELSE COALESCE(cell.counted_since, EXCLUDED.counted_since) END,
       wanted = EXCLUDED.wanted, explanation = EXCLUDED.explanation,
       confirmed = CASE WHEN EXCLUDED.seen = cell.pushed THEN cell.pushed
                        ELSE cell.confirmed END,
       confirmed_at = CASE WHEN EXCLUDED.seen = cell.pushed
                            AND cell.confirmed IS DISTINCT FROM cell.pushed
                           THEN EXCLUDED.seen_at ELSE cell.confirmed_at END,
       updated_at = clock_timestamp()`,
    [channel_id, now.toISOString(), JSON.stringify(rows)]
  )
}

/** @param shown listings whose last change has arrived: what they are behind with now is another. */
export async function saveStates(
  sql: Sql,
  channel_id: string,
  looks: StockLookRow[],
  now: Date,
  shown: ReadonlySet<string>
): Promise<void> {
  const rows = looks.map(
    ({ listing_id, state, reason, failures, behind, since }) => ({
      id: generateEntityId(undefined, "mpstk"),
      listing_id,
      state,
      reason,
      failures,
      behind_since: behind ? since : null,
    })
  )
  await sql(
    `INSERT INTO marketplace_listing_stock AS stock
       (id, channel_id, listing_id, state, reason, failures, behind_since, looked_at)
     SELECT row.id, ?, row.listing_id, row.state, NULLIF(row.reason, 'null'::jsonb),
            row.failures, row.behind_since, ?
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, listing_id text, state text, reason jsonb, failures int,
         behind_since timestamptz)
      WHERE EXISTS (${STILL_LINKED})
      ORDER BY row.listing_id
     ON CONFLICT (listing_id) WHERE deleted_at IS NULL
     DO UPDATE SET
       state = EXCLUDED.state, reason = EXCLUDED.reason, failures = EXCLUDED.failures,
       looked_at = EXCLUDED.looked_at,
       locked_since = CASE WHEN EXCLUDED.state IN ('even', 'not_counted') THEN NULL
                           ELSE stock.locked_since END,
       behind_since = CASE WHEN EXCLUDED.behind_since IS NULL
                             OR stock.listing_id IN (SELECT jsonb_array_elements_text(?::jsonb))
                           THEN EXCLUDED.behind_since
                           ELSE COALESCE(stock.behind_since, EXCLUDED.behind_since) END,
       updated_at = clock_timestamp()`,
    [
      channel_id,
      now.toISOString(),
      JSON.stringify(rows),
      JSON.stringify([...shown]),
    ]
  )
}

/**
 * A write is proven once its numbers are seen, or once fewer are: then somebody bought. A raise
 * is not while everything is as it was before it. Only the newest that the marketplace may have
 * taken: earlier ones were never seen. A listing that was not read proves nothing.
 * @returns the listings that have shown all that they should by their write; not those of which
 * something was held back.
 */
export async function confirmPushes(
  sql: Sql,
  looks: StockLookRow[],
  now: Date
): Promise<Set<string>> {
  const rows = looks
    .filter(({ cells }) => cells.length > 0)
    .map(({ listing_id, cells }) => ({
      listing_id,
      cells: cells.map(({ warehouse_external_id, available, committed }) => ({
        warehouse_external_id,
        available,
        committed,
      })),
    }))
  const confirmed = await sql<{ listing_id: string; is_whole: boolean }>(
    `UPDATE marketplace_stock_push AS push
        SET confirmed_at = ?
       FROM jsonb_to_recordset(?::jsonb) AS row(listing_id text, cells jsonb)
      CROSS JOIN LATERAL (
        SELECT id FROM marketplace_stock_push AS written
         WHERE written.listing_id = row.listing_id AND written.deleted_at IS NULL
           AND written.outcome IN ('accepted', 'unknown')
         ORDER BY written.sent_at DESC LIMIT 1
      ) AS newest
      WHERE push.id = newest.id AND push.confirmed_at IS NULL
        AND NOT EXISTS (
          SELECT 1
            FROM jsonb_to_recordset(push.cells)
                   AS written(warehouse_external_id text, seen int, committed int, quantity int)
            JOIN jsonb_to_recordset(row.cells)
                   AS shown(warehouse_external_id text, available int, committed int)
              ON shown.warehouse_external_id = written.warehouse_external_id
           WHERE shown.available > written.quantity
              OR (written.quantity > written.seen AND shown.available = written.seen
                  AND shown.committed = written.committed))
      RETURNING push.listing_id, NOT EXISTS (
        SELECT 1
          FROM jsonb_to_recordset(push.cells) AS written(quantity int, wanted int)
         WHERE written.wanted <> written.quantity) AS is_whole`,
    [now.toISOString(), JSON.stringify(rows)]
  )
  return new Set(
    confirmed
      .filter(({ is_whole }) => is_whole)
      .map(({ listing_id }) => listing_id)
  )
}

export async function appendEvents(
  sql: Sql,
  channel_id: string,
  looks: StockLookRow[],
  now: Date
): Promise<void> {
  const rows = looks.flatMap(({ listing_id, events }) =>
    events.map((event) => ({
      ...event,
      id: generateEntityId(undefined, "mpsev"),
      listing_id,
    }))
  )
  if (!rows.length) {
    return
  }
  await sql(
    `INSERT INTO marketplace_stock_event
       (id, channel_id, listing_id, warehouse_external_id, kind, units, params, at)
     SELECT row.id, ?, row.listing_id, row.warehouse_external_id, row.kind, row.units,
            row.params, ?
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, listing_id text, warehouse_external_id text, kind text, units int,
         params jsonb)`,
    [channel_id, now.toISOString(), JSON.stringify(rows)]
  )
}

/** The rows that are there before the calls are made. */
export async function insertPushes(
  sql: Sql,
  channel_id: string,
  looks: StockLookRow[],
  now: Date
): Promise<void> {
  const rows = looks.flatMap(({ listing_id, since, push }) =>
    push ? { ...push, listing_id, since } : []
  )
  if (!rows.length) {
    return
  }
  await sql(
    `INSERT INTO marketplace_stock_push
       (id, channel_id, listing_id, batch_id, cause, actor, cells, since, sent_at)
     SELECT row.id, ?, row.listing_id, row.batch_id, row.cause, row.actor, row.cells,
            row.since, ?
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, listing_id text, batch_id text, cause text, actor text, cells jsonb,
         since timestamptz)`,
    [channel_id, now.toISOString(), JSON.stringify(rows)]
  )
}
