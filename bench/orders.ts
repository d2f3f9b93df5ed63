import { OrderInput } from "../sandbox/tiktok-shop/orders/place-order"
import { Page, RawOrder } from "../src/domain/provider/marketplace-provider"
import { marketplacesOf } from "../src/workflows/marketplaces"
import { ingestOrders } from "../src/workflows/orders/ingest-orders"
import { BenchShop } from "./shop"

/** Orders that were placed at one moment, so that one window of the feed shows just them. */
export type PlacedOrders = {
  /** Ids at the marketplace. */
  ids: string[]
  from: Date
  to: Date
}

const DAY_SECONDS = 86_400
/** When the sandbox has moved an order to a status, in seconds after it was placed. */
const REACHED_AFTER = { UNPAID: 0, AWAITING_SHIPMENT: 3_700 }
/** Orders a request to the sandbox. */
const PLACED_AT_ONCE = 500

/** Two articles of the demo shop, with discounts of both sides. */
const LINES: OrderInput["lines"] = [
  { seller_sku: "LY-LAM-S", quantity: 1, seller_discount: 19_000 },
  { seller_sku: "DIA-NAU-20", quantity: 2, platform_discount: 5_000 },
]

/** Places orders of the same shape at the marketplace, paid ones unless told otherwise. */
export async function placeOrders(
  shop: BenchShop,
  count: number,
  status: keyof typeof REACHED_AFTER = "AWAITING_SHIPMENT",
  lines: OrderInput["lines"] = LINES
): Promise<PlacedOrders> {
  const create_time = await freeSecond(shop)
  const order: OrderInput = { lines, status, create_time, history: true }
  const ids: string[] = []
  while (ids.length < count) {
    const orders = Array.from(
      { length: Math.min(PLACED_AT_ONCE, count - ids.length) },
      () => order
    )
    const placed = await control<{ ids: string[] }>(shop, "/orders", { orders })
    ids.push(...placed.ids)
  }
  const from = (create_time + REACHED_AFTER[status]) * 1000
  return { ids, from: new Date(from), to: new Date(from + 1000) }
}

/** A second in which no order was placed: it moves on with the clock and with every order. */
async function freeSecond(shop: BenchShop): Promise<number> {
  const { orders } = await control<{ orders: number }>(shop, "/state")
  return Math.floor(Date.now() / 1000) - 5 * DAY_SECONDS + orders
}

/** Calls the sandbox's control API; with a body it is a POST. */
export async function control<T>(
  { sandbox_url }: BenchShop,
  path: string,
  body?: object
): Promise<T> {
  const answer = await fetch(`${sandbox_url}/_control${path}`, {
    ...(body && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  })
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  }
  return (await answer.json()) as T
}

/** Fetches and parses the pages of placed orders, and nothing else. */
export function readPages(
  { container, channel }: BenchShop,
  { from, to }: PlacedOrders
): AsyncIterable<Page<RawOrder>> {
  const marketplaces = marketplacesOf(container)
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  return provider.readOrders(marketplaces.access.open(channel), {
    by: "updated_at",
    from,
    to,
    lane: "orders",
  })
}

/** Fetches orders over HTTP and imports them, page by page as the poll does. */
export async function importPlaced(
  shop: BenchShop,
  placed: PlacedOrders
): Promise<string[]> {
  const ids: string[] = []
  let read_started_at = new Date()
  for await (const page of readPages(shop, placed)) {
    const saved = await ingestOrders(shop.container, {
      channel: shop.channel,
      raws: page.items,
      read_started_at,
      source: "poll",
      actor: "system",
    })
    ids.push(...saved.flatMap(({ id }) => id ?? []))
    read_started_at = new Date()
  }
  return ids
}

/** Throws unless all of the orders became whole Medusa orders; nothing half done is measured. */
export async function assertImported(
  { container, channel }: BenchShop,
  { ids }: PlacedOrders
): Promise<void> {
  const [, imported] = await marketplacesOf(
    container
  ).listAndCountMarketplaceChannelOrders(
    { channel_id: channel.id, external_id: ids, import_state: "imported" },
    { select: ["id"], take: 1 }
  )
  if (imported !== ids.length) {
    throw new Error(`${imported} of ${ids.length} orders were imported`)
  }
}
