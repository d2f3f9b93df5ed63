import { IS_UNSEEN_HOLD, LISTING_OF_HOLD } from "./read-unseen-holds"
import { Sql } from "./sql-store"

export type ItemName = { id: string; sku: string | null; title: string | null }

/** A live reservation, and what holds it as far as it is known. */
export type HeldUnits = {
  id: string
  inventory_item_id: string
  location_id: string
  /** Of the inventory item. */
  units: number
  created_at: Date
  description: string | null
  /** The order of a marketplace; a parked one holds units too. */
  channel_order: {
    id: string
    external_id: string
    channel_name: string | null
    status: string | null
  } | null
  medusa_order: { id: string; display_id: string } | null
  /** The listing that was sold on its marketplace without an order having been read yet. */
  unseen_of: {
    listing_id: string
    channel_id: string
    channel_name: string
    title: string
  } | null
}

type HeldRow = Omit<HeldUnits, "created_at"> & {
  created_at: string
  total: number
}

/**
 * Lines of marketplace orders carry the channel order's own id in theirs
 * (`orderIdentities`), so that units of parked orders are told too.
 */
const HELD = `
SELECT held.id, held.inventory_item_id, held.location_id, held.quantity::float8 AS units,
       held.created_at, held.description, held.total,
       CASE WHEN channel_order.id IS NOT NULL THEN jsonb_build_object(
         'id', channel_order.id, 'external_id', channel_order.external_id,
         'channel_name', channel.name, 'status', channel_order.status) END AS channel_order,
       CASE WHEN host.id IS NOT NULL THEN jsonb_build_object(
         'id', host.id,
         'display_id', COALESCE(host.custom_display_id, host.display_id::text)) END AS medusa_order,
       CASE WHEN sold.id IS NOT NULL THEN jsonb_build_object(
         'listing_id', sold.id, 'channel_id', seller.id, 'channel_name', seller.name,
         'title', sold.title) END AS unseen_of
  FROM (SELECT reservation.*, count(*) OVER ()::int AS total,
               CASE WHEN ${IS_UNSEEN_HOLD}
                    THEN ${LISTING_OF_HOLD} END AS sold_listing_id
          FROM reservation_item AS reservation
         WHERE reservation.deleted_at IS NULL
           AND reservation.inventory_item_id IN (SELECT jsonb_array_elements_text(?::jsonb))
           AND reservation.location_id IN (SELECT jsonb_array_elements_text(?::jsonb))
         ORDER BY reservation.created_at DESC, reservation.id LIMIT ?) AS held
  LEFT JOIN marketplace_channel_order AS channel_order
    ON channel_order.id = 'mpord_' || split_part(held.line_item_id, '_', 2)
   AND channel_order.deleted_at IS NULL
  LEFT JOIN marketplace_channel AS channel ON channel.id = channel_order.channel_id
  LEFT JOIN LATERAL (
    SELECT line.order_id FROM order_item AS line
     WHERE line.item_id = held.line_item_id AND line.deleted_at IS NULL LIMIT 1
  ) AS line ON true
  LEFT JOIN "order" AS host ON host.id = line.order_id AND host.deleted_at IS NULL
  LEFT JOIN marketplace_listing AS sold
    ON sold.id = held.sold_listing_id AND sold.deleted_at IS NULL
  LEFT JOIN marketplace_channel AS seller ON seller.id = sold.channel_id
 ORDER BY held.created_at DESC, held.id`

export async function readReservations(
  sql: Sql,
  inventory_item_ids: string[],
  location_ids: string[],
  limit: number
): Promise<{ reservations: HeldUnits[]; count: number }> {
  const rows = await sql<HeldRow>(HELD, [
    JSON.stringify(inventory_item_ids),
    JSON.stringify(location_ids),
    limit,
  ])
  return {
    reservations: rows.map(({ total: _, created_at, ...row }) => ({
      ...row,
      created_at: new Date(created_at),
    })),
    count: rows[0]?.total ?? 0,
  }
}

export function readItemNames(
  sql: Sql,
  inventory_item_ids: string[]
): Promise<ItemName[]> {
  return sql(
    `SELECT id, sku, title FROM inventory_item
      WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(inventory_item_ids)]
  )
}
