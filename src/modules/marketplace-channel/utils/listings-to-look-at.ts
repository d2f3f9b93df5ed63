/**
 * SQL of the listings whose stock has to be looked at, by what names them. The parameters are the
 * ids of the providers that take stock, the ids named, and what a name says besides, in turn.
 */

/** As an array, so that a handful of ids is looked up and no table is read through. */
const TEXTS = "ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))"

/** Rows of `listing_id` and `channel_id`, of marketplaces that take stock. */
const LISTINGS = `SELECT listing.id AS listing_id, listing.channel_id
                    FROM marketplace_listing AS listing
                    JOIN marketplace_channel AS channel
                      ON channel.id = listing.channel_id AND channel.deleted_at IS NULL
                   WHERE listing.deleted_at IS NULL AND listing.variant_id IS NOT NULL
                     AND listing.fulfilled_by = 'seller'
                     AND channel.provider_id IN (SELECT jsonb_array_elements_text(?::jsonb))`

/** `%s` stands for what inventory items are compared with. */
const OF_ITEMS = `${LISTINGS}
                     AND listing.variant_id IN (
                       SELECT part.variant_id
                         FROM product_variant_inventory_item AS part
                        WHERE part.deleted_at IS NULL AND part.inventory_item_id = %s)`

/** Of variants, and of all others that are made of the same items; `%s` selects their ids. */
const OF_VARIANTS = `${LISTINGS}
                     AND listing.variant_id IN (
                       SELECT variant.id FROM product_variant AS variant WHERE variant.id IN (%s)
                       UNION
                       SELECT other.variant_id
                         FROM product_variant_inventory_item AS part
                         JOIN product_variant_inventory_item AS other
                           ON other.inventory_item_id = part.inventory_item_id
                          AND other.deleted_at IS NULL
                        WHERE part.variant_id IN (%s))`

/** By their own ids. */
export const OF_IDS = `${LISTINGS} AND listing.id = ${TEXTS}`

/** All of channels. */
export const OF_CHANNELS = `${LISTINGS} AND listing.channel_id = ${TEXTS}`

/** Of channels, those that were not raised because orders had not been read. */
export const HELD_BY_ORDERS = `${LISTINGS} AND listing.id IN (
         SELECT stock.listing_id FROM marketplace_listing_stock AS stock
          WHERE stock.channel_id = ${TEXTS} AND stock.deleted_at IS NULL
            AND stock.state = 'held' AND stock.reason ->> 'code' = 'stale_orders')`

/** By pairs of channel and the marketplace's SKU id. */
export const OF_SKUS = `${LISTINGS} AND (listing.channel_id, listing.external_sku_id) IN (
         SELECT sku ->> 0, sku ->> 1 FROM jsonb_array_elements(?::jsonb) AS sku)`

/** By pairs of channel and the marketplace's product id. */
export const OF_PRODUCTS = `${LISTINGS} AND (listing.channel_id, listing.external_product_id) IN (
         SELECT product ->> 0, product ->> 1
           FROM jsonb_array_elements(?::jsonb) AS product)`

/** By inventory items of any channel, but for listings that know already. */
export const OF_ITEMS_EXCEPT = `${OF_ITEMS.replace("%s", TEXTS)} AND NOT listing.id = ${TEXTS}`

/** By inventory levels, deleted ones too. */
export const OF_LEVELS = OF_ITEMS.replace(
  "%s",
  `ANY(ARRAY(SELECT level.inventory_item_id FROM inventory_level AS level
              WHERE level.id = ${TEXTS}))`
)

/** By variants; the ids are named twice. */
export const OF_VARIANT_IDS = OF_VARIANTS.replaceAll(
  "%s",
  "SELECT jsonb_array_elements_text(?::jsonb)"
)

/** By what ties inventory items to variants, deleted ties too; the ids are named twice. */
export const OF_PARTS = OF_VARIANTS.replaceAll(
  "%s",
  `SELECT named.variant_id FROM product_variant_inventory_item AS named
    WHERE named.id = ${TEXTS}`
)

/**
 * Of channels, those whose levels changed after a moment, and that were not looked at so many
 * milliseconds later.
 */
export const CHANGED_SINCE = `${LISTINGS} AND listing.channel_id = ${TEXTS}
       AND EXISTS (
         SELECT 1 FROM inventory_level AS level
           JOIN product_variant_inventory_item AS part
             ON part.inventory_item_id = level.inventory_item_id
            AND part.deleted_at IS NULL
           LEFT JOIN marketplace_listing_stock AS stock
             ON stock.listing_id = listing.id AND stock.deleted_at IS NULL
          WHERE level.updated_at > ?::timestamptz
            AND part.variant_id = listing.variant_id
            AND (stock.looked_at IS NULL OR stock.looked_at
                 < level.updated_at + ?::int * interval '1 millisecond'))`
