import { setTimeout as sleep } from "node:timers/promises"
import { Random } from "../../sandbox/shared/random"
import { SoakShop } from "./shop"

export type Sale = {
  external_id: string
  marketplace: "tiktok" | "tiki"
  seller_sku: string
  /** When it was to be made (milliseconds since 1970, UTC), however late the machine was. */
  at: number
}

/** Of a hundred sales; the others are Tiki's. */
const ON_TIKTOK = 75

/**
 * Sells single units of any article at a fixed rate, whether or not the shop keeps up.
 * @param per_second orders, for so many seconds.
 */
export async function sell(
  shop: SoakShop,
  per_second: number,
  seconds: number
): Promise<void> {
  const begin = Date.now()
  const count = Math.round(per_second * seconds)
  const random = new Random(shop.sales.length + 1)
  for (let place = 0; place < count; place++) {
    const due = begin + (place * 1000) / per_second
    await sleep(Math.max(due - Date.now(), 0))
    shop.sales.push(sellOne(shop, random, due))
  }
}

function sellOne(
  { articles, sandbox }: SoakShop,
  random: Random,
  at: number
): Sale {
  const { seller_sku, ...ids } = random.pick(articles)
  if (random.integer(1, 100) <= ON_TIKTOK) {
    const [{ id }] = sandbox.tiktok.addOrders([
      { lines: [{ sku_id: ids.tiktok_sku_id }] },
    ])
    return { external_id: id, marketplace: "tiktok", seller_sku, at }
  }
  const [{ code }] = sandbox.tiki.addOrders([
    { lines: [{ product_id: ids.tiki_product_id }] },
  ])
  return { external_id: code, marketplace: "tiki", seller_sku, at }
}
