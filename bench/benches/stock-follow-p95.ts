import { pushesStock } from "../../src/domain/provider/pushes-stock"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { Channel } from "../../src/workflows/orders/channel"
import { Bench } from "../bench"
import { poolOf } from "../crowd"
import { LoadRequest, sendAtRate } from "../load"
import { quantile, round, timed } from "../measure"
import { control, placeOrders } from "../orders"
import { BenchShop } from "../shop"
import { Kind, offer, skuOf } from "../stock-articles"
import { connectTiki, downloadListings } from "../stock-channels"
import { stockUp } from "../stock-shelves"
import { until, untilEven } from "../stock-waiting"

const KIND: Kind = { name: "SALE", products: 100, skus_each: 1, stock: 500 }
/** Orders a second, for how long, and what nobody may wait longer for in 95 of 100. */
const RATES = [
  { per_second: 1, seconds: 40, most_ms: 2_000 },
  { per_second: 20, seconds: 20, most_ms: 10_000 },
]
const BARE_SALES = 40

/**
 * A sale on TikTok Shop until its number is seen on Tiki: told by webhook, read, imported into
 * Medusa, reserved, worked out, written and read back. Beside it the bare calls of that, one
 * after the other, by a program that keeps nothing. 95th percentiles.
 */
export const bench: Bench = {
  title:
    "A sale on one marketplace to the confirmed number on the other, beside the bare calls",
  better: "lower",
  goal: null,
  async run(shop, say) {
    const tiki = await connectTiki(shop)
    await offer(shop, KIND, "tiktok-shop")
    await offer(shop, KIND, "tiki")
    await downloadListings(shop, [shop.channel.id, tiki.id])
    await stockUp(shop, KIND, [shop.channel.id, tiki.id])
    await beginFollowing(shop, tiki)
    await sell(shop, tiki, 5, 2)
    const rates = []
    for (const { per_second, seconds, most_ms } of RATES) {
      const sales = await sell(shop, tiki, per_second, seconds)
      const found = { per_second, goal_ms: most_ms, ...summary(sales) }
      const { confirmed, written } = found
      say(
        `${per_second} a second: seen after p50 ${confirmed.p50_ms}, p95 ${confirmed.p95_ms}, p99 ${confirmed.p99_ms} ms; written after p50 ${written.p50_ms}, p95 ${written.p95_ms} ms`
      )
      rates.push(found)
    }
    const bare = await bareCalls(shop, tiki)
    say(`bare calls p50 ${bare.p50_ms}, p95 ${bare.p95_ms} ms`)
    return {
      ours: rates[0].confirmed.p95_ms,
      baseline: bare.p95_ms,
      unit: "ms (p95)",
      ok: rates.every(({ confirmed, goal_ms }) => confirmed.p95_ms <= goal_ms),
      details: { rates, bare_calls: bare },
    }
  },
}

/** A sale, when it was made, and when the other marketplace's number told of it. */
type Sale = { at: number; written_at: number; confirmed_at: number }

async function beginFollowing(shop: BenchShop, tiki: Channel): Promise<void> {
  const { flows, stockNudges } = marketplacesOf(shop.container)
  await control(shop, "/settings", {
    webhook_url: `${shop.url}/hooks/marketplaces/tiktok-shop`,
  })
  for (const { id } of [shop.channel, tiki]) {
    await flows.hasten([id], "recent_orders")
    await stockNudges.addChannel(id, "link")
    await flows.hasten([id], "stock")
    await untilEven(shop, id, KIND)
  }
}

/** Units sold since the beginning, by article. */
const sold = new Map<number, number>()
let next_article = 0

/** Sells single articles, the same one again only when all others were sold. */
async function sell(
  shop: BenchShop,
  tiki: Channel,
  per_second: number,
  seconds: number
): Promise<Sale[]> {
  const articles = Array.from(
    { length: per_second * seconds },
    () => next_article++ % KIND.products
  )
  const answers = await sendAtRate({
    url: `${shop.sandbox_url}/_control/orders`,
    method: "POST",
    per_second,
    requests: articles.map((article) => orderOf(skuOf(KIND, article))),
  })
  if (answers.some(({ status }) => status !== 200)) {
    throw new Error("Some orders were not placed")
  }
  const sales = articles.map((article, place) => {
    const units = (sold.get(article) ?? 0) + 1
    sold.set(article, units)
    return {
      at: answers[place].due_at,
      sku: skuOf(KIND, article),
      left: KIND.stock - units,
    }
  })
  await until(
    shop,
    "Tiki shows every sale",
    `NOT EXISTS (
       SELECT 1 FROM jsonb_to_recordset(?::jsonb) AS sale(sku text, "left" int)
         JOIN marketplace_listing AS listing
           ON listing.seller_sku = sale.sku AND listing.channel_id = ?
         LEFT JOIN marketplace_stock_cell AS cell ON cell.listing_id = listing.id
        WHERE cell.confirmed IS NULL OR cell.confirmed > sale.left)`,
    [JSON.stringify(sales), tiki.id]
  )
  const numbers = await numbersOf(shop, tiki)
  return sales.map(({ at, sku, left }) => {
    const telling = (numbers.get(sku) ?? []).filter(
      ({ quantity }) => quantity <= left
    )
    return {
      at,
      written_at: Math.min(...telling.map(({ answered_at }) => answered_at)),
      confirmed_at: Math.min(
        ...telling.map(({ confirmed_at }) => confirmed_at)
      ),
    }
  })
}

function orderOf(seller_sku: string): LoadRequest {
  return {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ orders: [{ lines: [{ seller_sku }] }] }),
  }
}

type Numbers = {
  quantity: number
  answered_at: number
  confirmed_at: number
}

/** What was written to Tiki, by SKU; times in milliseconds since 1970, UTC. */
async function numbersOf(
  shop: BenchShop,
  tiki: Channel
): Promise<Map<string, Numbers[]>> {
  const ms = (column: string) =>
    `extract(epoch FROM push.${column})::float8 * 1000`
  const { rows } = await poolOf(shop).raw(
    `SELECT listing.seller_sku AS sku, cell.quantity,
            ${ms("answered_at")} AS answered_at, ${ms("confirmed_at")} AS confirmed_at
       FROM marketplace_stock_push AS push
       JOIN marketplace_listing AS listing ON listing.id = push.listing_id
      CROSS JOIN LATERAL jsonb_to_recordset(push.cells) AS cell(quantity int)
      WHERE push.channel_id = ? AND push.outcome = 'accepted'
        AND push.confirmed_at IS NOT NULL`,
    [tiki.id]
  )
  const numbers = new Map<string, Numbers[]>()
  for (const { sku, ...one } of rows as (Numbers & { sku: string })[]) {
    numbers.set(sku, [...(numbers.get(sku) ?? []), one])
  }
  return numbers
}

function summary(sales: Sale[]) {
  const after = (end: (sale: Sale) => number) => {
    const times = sales.map((sale) => end(sale) - sale.at)
    return {
      p50_ms: round(quantile(times, 0.5), 0),
      p95_ms: round(quantile(times, 0.95), 0),
      p99_ms: round(quantile(times, 0.99), 0),
    }
  }
  return {
    sales: sales.length,
    written: after(({ written_at }) => written_at),
    confirmed: after(({ confirmed_at }) => confirmed_at),
  }
}

/** Reads an order, reads Tiki's number, writes it one lower and reads it again. */
async function bareCalls(shop: BenchShop, tiki: Channel) {
  const marketplaces = marketplacesOf(shop.container)
  const provider = marketplaces.providers.retrieve(shop.channel.provider_id)
  const other = marketplaces.providers.retrieve(tiki.provider_id)
  if (!pushesStock(other)) {
    throw new Error("Tiki takes no stock")
  }
  const access = {
    tiktok: marketplaces.access.open(shop.channel),
    tiki: marketplaces.access.open(tiki),
  }
  const { ids } = await placeOrders(shop, BARE_SALES)
  const [listing] = await marketplaces.listMarketplaceListings({
    channel_id: tiki.id,
    seller_sku: skuOf(KIND, 0),
  })
  const times: number[] = []
  for (const id of ids) {
    times.push(
      await timed(async () => {
        await provider.readOrdersById(access.tiktok, [id], "orders")
        const [{ warehouses }] = await other.readStock(access.tiki, [listing])
        await other.pushStock(access.tiki, [
          {
            listing,
            warehouses: warehouses.map(({ available, ...one }) => ({
              ...one,
              quantity: available - 1,
            })),
          },
        ])
        await other.readStock(access.tiki, [listing])
      })
    )
  }
  return {
    p50_ms: round(quantile(times, 0.5)),
    p95_ms: round(quantile(times, 0.95)),
    p99_ms: round(quantile(times, 0.99)),
  }
}
