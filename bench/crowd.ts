import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { marketplacesOf } from "../src/workflows/marketplaces"
import { BenchShop } from "./shop"

/** Ends the ids of orders that only stand about. */
const CROWD = "-crowd-"

/** Tables that hold an order, with the column that names it. */
const TABLES = [
  ["marketplace_channel_order", "id = ?"],
  ["marketplace_channel_order_line", "channel_order_id = ?"],
  ["marketplace_parcel", "order_ids @> ARRAY[?]"],
] as const

/** One connection of the host's pool, for what the plugin has no call for. */
type Pool = {
  raw(statement: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

export function poolOf({ container }: BenchShop): Pool {
  return container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
}

/**
 * Puts many open orders beside one that was imported, each a copy of it under ids of its own,
 * straight into the database: what is measured is how finding one bears the others.
 */
export async function addCrowd(
  shop: BenchShop,
  template_id: string,
  count: number
): Promise<void> {
  const pool = poolOf(shop)
  const texts = await idsOf(shop, template_id)
  for (const [table, condition] of TABLES) {
    const renamed = texts.reduce(
      (row) => `replace(${row}, ?, ? || '${CROWD}' || n)`,
      "to_jsonb(template)::text"
    )
    await pool.raw(
      `INSERT INTO ${table}
       SELECT copy.* FROM ${table} AS template
        CROSS JOIN generate_series(1, ?::int) AS n
        CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, (${renamed})::jsonb) AS copy
        WHERE template.${condition}`,
      [count, ...texts.flatMap((text) => [text, text]), template_id]
    )
    await pool.raw(`VACUUM ANALYZE ${table}`)
  }
}

/** Takes the crowd away again, for whoever measures next. */
export async function removeCrowd(shop: BenchShop): Promise<void> {
  for (const [table] of TABLES) {
    await poolOf(shop).raw(`DELETE FROM ${table} WHERE id LIKE ?`, [
      `%${CROWD}%`,
    ])
    await poolOf(shop).raw(`VACUUM ANALYZE ${table}`)
  }
}

/** Everything in an order's rows that names it, its units or its parcels. */
async function idsOf(
  { container }: BenchShop,
  channel_order_id: string
): Promise<string[]> {
  const marketplaces = marketplacesOf(container)
  const order =
    await marketplaces.retrieveMarketplaceChannelOrder(channel_order_id)
  const lines = await marketplaces.listMarketplaceChannelOrderLines({
    channel_order_id,
  })
  const parcels = await marketplaces.orderReader.listParcels([channel_order_id])
  const [, part] = channel_order_id.split("_")
  return [
    part,
    order.external_id,
    ...lines.flatMap(({ external_line_ids }) => external_line_ids),
    ...parcels.flatMap(({ id, external_id, tracking_number }) => [
      id.slice(id.indexOf("_") + 1),
      external_id,
      ...(tracking_number ? [tracking_number] : []),
    ]),
  ]
}
