import { unseenUnits, UnseenUnits } from "../../domain/stock/stock-cell"
import {
  HeldUnseen,
  UNSEEN_HOLD_PREFIX,
  UnseenHold,
} from "../../domain/stock/unseen-hold"
import { Sql } from "./sql-store"

/** A hold with the name of the channel that sold the units. */
export type WantedHold = UnseenHold & { channel_name: string }

export type UnseenHoldRows = { wanted: WantedHold[]; held: HeldUnseen[] }

/**
 * Whether the row `reservation` stands for unseen units. Few reservations have no line, and an
 * index knows them.
 */
export const IS_UNSEEN_HOLD = `(reservation.line_item_id IS NULL
  AND starts_with(COALESCE(reservation.external_id, ''), '${UNSEEN_HOLD_PREFIX}'))`

/** The listing that a hold's `external_id` names. */
export const LISTING_OF_HOLD = `split_part(reservation.external_id, ':', 3)`

const ANY_TEXT = "ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))"

/** Only where the marketplace's number is the shop's to follow, and goods are counted. */
const WANTED = `
SELECT cell.listing_id, cell.warehouse_external_id, channel.name AS channel_name,
       part.inventory_item_id, cell.stock_location_id AS location_id,
       sum(part.required_quantity)::int AS required_quantity,
       cell.unseen, cell.seen_committed,
       GREATEST(demand.committed, cell.counted_committed) AS counted_committed
  FROM marketplace_stock_cell AS cell
  JOIN marketplace_listing AS listing
    ON listing.id = cell.listing_id AND listing.deleted_at IS NULL
   AND listing.gone_at IS NULL AND listing.fulfilled_by = 'seller'
   AND listing.components IS NULL
  JOIN marketplace_channel AS channel
    ON channel.id = listing.channel_id AND channel.deleted_at IS NULL
   AND channel.provider_id = ${ANY_TEXT}
   AND channel.settings -> 'warehouses' @> jsonb_build_array(jsonb_build_object(
         'external_id', cell.warehouse_external_id,
         'stock_location_id', cell.stock_location_id))
  JOIN product_variant AS variant
    ON variant.id = listing.variant_id AND variant.deleted_at IS NULL
   AND variant.manage_inventory
  JOIN product_variant_inventory_item AS part
    ON part.variant_id = variant.id AND part.deleted_at IS NULL
  JOIN inventory_level AS level
    ON level.inventory_item_id = part.inventory_item_id
   AND level.location_id = cell.stock_location_id AND level.deleted_at IS NULL
  LEFT JOIN marketplace_stock_demand AS demand
    ON demand.channel_id = listing.channel_id
   AND demand.external_sku_id = listing.external_sku_id
   AND demand.warehouse_external_id = cell.warehouse_external_id
   AND demand.deleted_at IS NULL
 WHERE cell.deleted_at IS NULL AND (%scope)
   AND (cell.unseen <> '[]' OR cell.seen_committed > GREATEST(demand.committed, cell.counted_committed))
 GROUP BY cell.id, channel.id, demand.id, part.inventory_item_id`

/** Without a level there is nothing that the reservation keeps anything of. */
const HELD = `
SELECT reservation.id, reservation.external_id, reservation.inventory_item_id,
       reservation.location_id, reservation.quantity::float8 AS quantity
  FROM reservation_item AS reservation
  JOIN inventory_level AS level
    ON level.inventory_item_id = reservation.inventory_item_id
   AND level.location_id = reservation.location_id AND level.deleted_at IS NULL
 WHERE reservation.deleted_at IS NULL AND ${IS_UNSEEN_HOLD} AND (%scope)
 ORDER BY reservation.created_at, reservation.id`

type WantedRow = Omit<WantedHold, "quantity"> & {
  required_quantity: number
  unseen: UnseenUnits[]
  seen_committed: number | null
  counted_committed: number
}

/**
 * What Medusa should hold of unseen units by what is stored now, and what it does.
 * @param listing_ids all when null.
 * @param provider_ids marketplaces that take the shop's stock.
 */
export async function readUnseenHolds(
  sql: Sql,
  listing_ids: string[] | null,
  provider_ids: string[]
): Promise<UnseenHoldRows> {
  const ids = listing_ids ? [JSON.stringify(listing_ids)] : []
  const among = (column: string) =>
    listing_ids ? `${column} = ${ANY_TEXT}` : "TRUE"
  const wanted = await sql<WantedRow>(
    WANTED.replace("%scope", among("cell.listing_id")),
    [JSON.stringify(provider_ids), ...ids]
  )
  const held = await sql<HeldUnseen>(
    HELD.replace("%scope", among(LISTING_OF_HOLD)),
    ids
  )
  return { wanted: wanted.map(toHold), held }
}

function toHold({
  required_quantity,
  unseen,
  seen_committed,
  counted_committed,
  ...place
}: WantedRow): WantedHold {
  return {
    ...place,
    quantity:
      unseenUnits(
        { unseen, committed: seen_committed },
        { committed: counted_committed }
      ) * required_quantity,
  }
}
