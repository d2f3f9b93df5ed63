import { poolOf } from "./crowd"
import { Kind, skuOf } from "./stock-articles"
import { BenchShop } from "./shop"

/** An article that Medusa counts; the others are copies of it. */
const TEMPLATE_SKU = "LY-LAM-S"

/** Tables of an article, the parts first, with how its row there is found by its SKU. */
const VARIANT = "SELECT id FROM product_variant WHERE sku = ?"
const ITEM = "SELECT id FROM inventory_item WHERE sku = ?"
const TABLES = [
  ["product_variant", `id = (${VARIANT})`],
  ["inventory_item", `id = (${ITEM})`],
  ["product_variant_inventory_item", `variant_id = (${VARIANT})`],
  ["inventory_level", `inventory_item_id = (${ITEM})`],
] as const

/**
 * Puts articles into Medusa, straight into the database, and links the listings of the same
 * SKU to them: what is measured begins when they are there.
 */
export async function stockUp(
  shop: BenchShop,
  kind: Kind,
  channel_ids: string[]
): Promise<void> {
  const pool = poolOf(shop)
  const count = kind.products * kind.skus_each
  const ids = await idsOf(shop)
  for (const [table, condition] of TABLES) {
    const renamed = [...ids, TEMPLATE_SKU].reduce(
      (row, text) =>
        `replace(${row}, '${text}', ${
          text === TEMPLATE_SKU
            ? `'${kind.name}-' || n`
            : `'${text}${kind.name.toLowerCase()}' || n`
        })`,
      "row::text"
    )
    await pool.raw(
      `INSERT INTO ${table}
       SELECT copy.* FROM (SELECT to_jsonb(template) - 'barcode' - 'ean' - 'upc' AS row
                             FROM ${table} AS template
                            WHERE ${condition} AND deleted_at IS NULL) AS original
        CROSS JOIN generate_series(0, ?::int - 1) AS n
        CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, (${renamed})::jsonb) AS copy`,
      [TEMPLATE_SKU, count]
    )
  }
  await pool.raw(
    `UPDATE inventory_level AS level
        SET stocked_quantity = ?, raw_stocked_quantity = jsonb_build_object('value', ?::text, 'precision', 20),
            reserved_quantity = 0, raw_reserved_quantity = '{"value": "0", "precision": 20}'
       FROM inventory_item AS item
      WHERE item.id = level.inventory_item_id AND item.sku LIKE ?`,
    [kind.stock, String(kind.stock), `${kind.name}-%`]
  )
  await pool.raw(
    `UPDATE marketplace_listing AS listing
        SET variant_id = variant.id, link_state = 'linked'
       FROM product_variant AS variant
      WHERE variant.sku = listing.seller_sku AND variant.sku LIKE ?
        AND listing.channel_id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
    [`${kind.name}-%`, JSON.stringify(channel_ids)]
  )
  for (const [table] of TABLES) {
    await pool.raw(`ANALYZE ${table}`)
  }
  await pool.raw("ANALYZE marketplace_listing")
}

/** Everything that names the template's rows. */
async function idsOf(shop: BenchShop): Promise<string[]> {
  const { rows } = await poolOf(shop).raw(
    `SELECT variant.id AS variant, part.id AS part, item.id AS item, level.id AS level
       FROM product_variant AS variant
       JOIN product_variant_inventory_item AS part ON part.variant_id = variant.id
       JOIN inventory_item AS item ON item.id = part.inventory_item_id
       JOIN inventory_level AS level ON level.inventory_item_id = item.id
      WHERE variant.sku = ? AND part.deleted_at IS NULL AND level.deleted_at IS NULL`,
    [TEMPLATE_SKU]
  )
  return Object.values((rows as Record<string, string>[])[0])
}

/** Levels of articles by their SKU. */
export async function shelvesOf(
  shop: BenchShop,
  kind: Pick<Kind, "name">,
  numbers: number[]
): Promise<{ inventory_item_id: string; location_id: string }[]> {
  const { rows } = await poolOf(shop).raw(
    `SELECT level.inventory_item_id, level.location_id
       FROM inventory_level AS level
       JOIN inventory_item AS item ON item.id = level.inventory_item_id
      WHERE item.sku IN (SELECT jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(numbers.map((number) => skuOf(kind, number)))]
  )
  return rows as { inventory_item_id: string; location_id: string }[]
}
