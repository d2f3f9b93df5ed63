import { boundedUnits } from "../../domain/stock/bounded-units"
import { IS_UNSEEN_HOLD, LISTING_OF_HOLD } from "./read-unseen-holds"
import { Sql } from "./sql-store"
import {
  LastStockPush,
  StockClaimRow,
  StockFactRows,
  StockLevelRow,
  StockListingRow,
} from "./stock-rows"

/**
 * One statement, so that levels, reservations, counted orders and claims are of one moment.
 * Medusa's own tables are read directly: reservation rows, not the sum that a level keeps.
 * Those that stand for unseen units are left out: what they stand for is claimed by its cell.
 */
const FACTS = `
WITH wanted AS (
  SELECT listing.* FROM marketplace_listing AS listing
   WHERE listing.channel_id = ? AND listing.deleted_at IS NULL
     AND listing.id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))
), places AS (
  SELECT jsonb_array_elements_text(?::jsonb) AS location_id
), parts AS (
  SELECT wanted.id AS listing_id, part.inventory_item_id,
         sum(part.required_quantity)::int AS required_quantity
    FROM wanted
    JOIN product_variant AS variant
      ON variant.id = wanted.variant_id AND variant.deleted_at IS NULL
     AND variant.manage_inventory
    JOIN product_variant_inventory_item AS part
      ON part.variant_id = variant.id AND part.deleted_at IS NULL
   GROUP BY wanted.id, part.inventory_item_id
), items AS (
  SELECT DISTINCT inventory_item_id FROM parts
), listings AS (
  SELECT jsonb_build_object(
    'id', wanted.id,
    'external_product_id', wanted.external_product_id,
    'external_sku_id', wanted.external_sku_id,
    'variant_id', wanted.variant_id,
    'manage_inventory', (SELECT variant.manage_inventory FROM product_variant AS variant
                          WHERE variant.id = wanted.variant_id AND variant.deleted_at IS NULL),
    'fulfilled_by', wanted.fulfilled_by,
    'is_set', wanted.components IS NOT NULL,
    'gone', wanted.gone_at IS NOT NULL,
    'stock_rules', wanted.stock_rules,
    'parts', COALESCE((SELECT jsonb_agg(to_jsonb(parts) - 'listing_id')
                         FROM parts WHERE parts.listing_id = wanted.id), '[]'),
    'cells', COALESCE((SELECT jsonb_agg(jsonb_build_object(
                           'warehouse_external_id', cell.warehouse_external_id,
                           'expected', cell.expected, 'committed', cell.seen_committed,
                           'counted', cell.counted,
                           'counted_committed', cell.counted_committed,
                           'unseen', cell.unseen))
                         FROM marketplace_stock_cell AS cell
                        WHERE cell.listing_id = wanted.id AND cell.deleted_at IS NULL), '[]'),
    'counted', COALESCE((SELECT jsonb_agg(jsonb_build_object(
                             'warehouse_external_id', demand.warehouse_external_id,
                             'net', demand.net, 'committed', demand.committed))
                           FROM marketplace_stock_demand AS demand
                          WHERE demand.channel_id = wanted.channel_id
                            AND demand.external_sku_id = wanted.external_sku_id
                            AND demand.deleted_at IS NULL), '[]'),
    'state', stock.state, 'reason', stock.reason,
    'failures', COALESCE(stock.failures, 0),
    'is_locked', stock.locked_since IS NOT NULL,
    'behind_since', stock.behind_since,
    'last_push', (SELECT jsonb_build_object(
                      'id', push.id, 'sent_at', push.sent_at,
                      'known_at', COALESCE(push.answered_at, push.sent_at),
                      'outcome', push.outcome,
                      'confirmed', push.confirmed_at IS NOT NULL, 'cells', push.cells)
                    FROM marketplace_stock_push AS push
                   WHERE push.listing_id = wanted.id AND push.deleted_at IS NULL
                   ORDER BY push.sent_at DESC LIMIT 1)
  ) AS row
    FROM wanted
    LEFT JOIN marketplace_listing_stock AS stock
      ON stock.listing_id = wanted.id AND stock.deleted_at IS NULL
), levels AS (
  SELECT jsonb_build_object(
    'inventory_item_id', level.inventory_item_id,
    'location_id', level.location_id,
    'stocked', level.stocked_quantity,
    'reserved', COALESCE((SELECT sum(reservation.quantity)
                            FROM reservation_item AS reservation
                           WHERE reservation.inventory_item_id = level.inventory_item_id
                             AND reservation.location_id = level.location_id
                             AND reservation.deleted_at IS NULL
                             AND NOT ${IS_UNSEEN_HOLD}), 0)
  ) AS row
    FROM inventory_level AS level
   WHERE level.deleted_at IS NULL
     AND level.inventory_item_id IN (SELECT inventory_item_id FROM items)
     AND level.location_id IN (SELECT location_id FROM places)
), claims AS (
  SELECT jsonb_build_object(
    'listing_id', listing.id, 'channel_id', listing.channel_id,
    'warehouse_external_id', cell.warehouse_external_id,
    'inventory_item_id', part.inventory_item_id,
    'location_id', cell.stock_location_id,
    'required_quantity', part.required_quantity,
    'seen', cell.seen, 'seen_committed', cell.seen_committed,
    'counted', cell.counted, 'counted_net', COALESCE(demand.net, 0),
    'counted_committed', GREATEST(demand.committed, cell.counted_committed),
    'unseen', cell.unseen, 'is_locked', stock.locked_since IS NOT NULL
  ) AS row
    FROM items
    JOIN product_variant_inventory_item AS part
      ON part.inventory_item_id = items.inventory_item_id AND part.deleted_at IS NULL
    JOIN marketplace_listing AS listing
      ON listing.variant_id = part.variant_id AND listing.deleted_at IS NULL
     AND listing.components IS NULL
     AND listing.gone_at IS NULL AND listing.fulfilled_by = 'seller'
    JOIN marketplace_channel AS channel
      ON channel.id = listing.channel_id AND channel.deleted_at IS NULL
    JOIN marketplace_stock_cell AS cell
      ON cell.listing_id = listing.id AND cell.deleted_at IS NULL
     AND cell.stock_location_id IN (SELECT location_id FROM places)
    LEFT JOIN marketplace_stock_demand AS demand
      ON demand.channel_id = listing.channel_id
     AND demand.external_sku_id = listing.external_sku_id
     AND demand.warehouse_external_id = cell.warehouse_external_id
     AND demand.deleted_at IS NULL
    LEFT JOIN marketplace_listing_stock AS stock
      ON stock.listing_id = listing.id AND stock.deleted_at IS NULL
), holds AS (
  SELECT jsonb_build_object(
    'id', reservation.id, 'external_id', reservation.external_id,
    'inventory_item_id', reservation.inventory_item_id,
    'location_id', reservation.location_id, 'quantity', reservation.quantity
  ) AS row
    FROM reservation_item AS reservation
   WHERE reservation.deleted_at IS NULL AND ${IS_UNSEEN_HOLD}
     AND ${LISTING_OF_HOLD} IN (SELECT id FROM wanted)
)
SELECT COALESCE((SELECT jsonb_agg(row) FROM listings), '[]') AS listings,
       COALESCE((SELECT jsonb_agg(row) FROM levels), '[]') AS levels,
       COALESCE((SELECT jsonb_agg(row) FROM claims), '[]') AS claims,
       COALESCE((SELECT jsonb_agg(row) FROM holds), '[]') AS holds`

type UnseenJson = { at: string; units: number }

type FactsJson = {
  listings: (Omit<StockListingRow, "cells" | "behind_since" | "last_push"> & {
    cells: (Omit<StockListingRow["cells"][number], "unseen"> & {
      unseen: UnseenJson[]
    })[]
    behind_since: string | null
    last_push:
      | (Omit<LastStockPush, "sent_at" | "known_at"> & {
          sent_at: string
          known_at: string
        })
      | null
  })[]
  levels: StockLevelRow[]
  claims: (Omit<StockClaimRow, "unseen"> & { unseen: UnseenJson[] })[]
  holds: StockFactRows["holds"]
}

export async function readStockFacts(
  sql: Sql,
  channel_id: string,
  listing_ids: string[],
  location_ids: string[]
): Promise<StockFactRows> {
  const [facts] = await sql<FactsJson>(FACTS, [
    channel_id,
    JSON.stringify(listing_ids),
    JSON.stringify(location_ids),
  ])
  return {
    listings: facts.listings.map((listing) => ({
      ...listing,
      cells: listing.cells.map((cell) => ({
        ...cell,
        unseen: withTimes(cell.unseen),
      })),
      behind_since: listing.behind_since
        ? new Date(listing.behind_since)
        : null,
      last_push: listing.last_push && {
        ...listing.last_push,
        sent_at: new Date(listing.last_push.sent_at),
        known_at: new Date(listing.last_push.known_at),
      },
    })),
    levels: facts.levels.map((level) => ({
      ...level,
      stocked: boundedUnits(Number(level.stocked)),
      reserved: boundedUnits(Number(level.reserved)),
    })),
    claims: facts.claims.map((claim) => ({
      ...claim,
      unseen: withTimes(claim.unseen),
    })),
    holds: facts.holds.map((hold) => ({
      ...hold,
      quantity: Number(hold.quantity),
    })),
  }
}

function withTimes(unseen: UnseenJson[] | null): { at: Date; units: number }[] {
  return (unseen ?? []).map(({ at, units }) => ({ at: new Date(at), units }))
}
