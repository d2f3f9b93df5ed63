import { setTimeout as sleep } from "node:timers/promises"
import { marketplacesOf } from "../src/workflows/marketplaces"
import { poolOf } from "./crowd"
import { BenchShop } from "./shop"
import { Kind } from "./stock-articles"

const MOST_MS = 300_000

/** Waits until the database answers a question with yes. */
export async function until(
  shop: BenchShop,
  what: string,
  sql: string,
  values: unknown[]
): Promise<void> {
  const end = Date.now() + MOST_MS
  for (;;) {
    const { rows } = await poolOf(shop).raw(`SELECT (${sql}) AS yes`, values)
    if ((rows as { yes: boolean }[])[0].yes) {
      return
    }
    if (Date.now() > end) {
      throw new Error(`It never came to this: ${what}`)
    }
    await sleep(100)
  }
}

/** Waits until every article of a kind was looked at on a channel, and shows what it should. */
export function untilEven(
  shop: BenchShop,
  channel_id: string,
  { name }: Pick<Kind, "name">
): Promise<void> {
  return until(
    shop,
    "every number is as it should be",
    `NOT EXISTS (SELECT 1 FROM marketplace_listing AS listing
                   LEFT JOIN marketplace_listing_stock AS stock
                     ON stock.listing_id = listing.id
                   LEFT JOIN marketplace_stock_nudge AS nudge
                     ON nudge.listing_id = listing.id
                  WHERE listing.channel_id = ? AND listing.seller_sku LIKE ?
                    AND (stock.id IS NULL OR stock.behind_since IS NOT NULL
                         OR nudge.id IS NOT NULL))`,
    [channel_id, `${name}-%`]
  )
}

/** Has all listings of a channel compared, and waits for the certificate. */
export async function sweep(
  shop: BenchShop,
  channel_id: string
): Promise<{ compared: number; equal: number; repaired: number }> {
  const { flows } = marketplacesOf(shop.container)
  const begun = new Date().toISOString()
  await flows.hasten([channel_id], "stock_sweep")
  await until(
    shop,
    "a comparison has ended",
    `EXISTS (SELECT 1 FROM marketplace_stock_sweep
              WHERE channel_id = ? AND started_at >= ? AND finished_at IS NOT NULL)`,
    [channel_id, begun]
  )
  const { rows } = await poolOf(shop).raw(
    `SELECT compared, equal, repaired FROM marketplace_stock_sweep
      WHERE channel_id = ? AND started_at >= ? AND finished_at IS NOT NULL`,
    [channel_id, begun]
  )
  return (rows as { compared: number; equal: number; repaired: number }[])[0]
}
