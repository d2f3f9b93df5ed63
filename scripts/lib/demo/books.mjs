import { setTimeout as sleep } from "node:timers/promises"
import { allOrders, isWithSeller } from "./orders.mjs"
import { stockBesideBooks } from "./stock.mjs"

/** What is just being followed has so long to arrive. */
const MOST_MS = 20_000
const LOOK_AGAIN_MS = 500

/**
 * Whether what the plugin holds equals the sandbox's own books, or soon does: every listing,
 * every order exactly once under the same raw status and with the same totals,
 * nothing left undecided, one Medusa order for each imported one, and the number that
 * each linked listing should show.
 *
 * @param options.marketplaces where the books of each are
 * @param options.say receives one line per difference in the end
 */
export async function agreesWithBooks({ say, ...shop }) {
  const end = Date.now() + MOST_MS
  for (;;) {
    const differences = await differencesFromBooks(shop)
    if (differences.length === 0 || Date.now() > end) {
      differences.forEach(say)
      return differences.length === 0
    }
    await sleep(LOOK_AGAIN_MS)
  }
}

async function differencesFromBooks({
  client,
  marketplaces,
  channels,
  summary,
}) {
  const medusa = await client.get("/admin/orders?limit=1&fields=id")
  const { orders } = summary
  const differences = compare([
    [
      "orders imported, blocked or ignored",
      orders.imported + orders.blocked + orders.ignored,
      orders.listed,
    ],
    ["Medusa orders", medusa.count, orders.imported],
  ])
  for (const { provider_id, books_url } of marketplaces) {
    const books = await (await fetch(books_url)).json()
    const own = channels.filter(
      (channel) => channel.provider_id === provider_id
    )
    differences.push(
      ...compare(await beside(client, provider_id, own, books)),
      ...compare(await stockBesideBooks(client, provider_id, own, books.shops))
    )
  }
  return differences
}

/** What one marketplace's channels hold, beside its books. */
async function beside(client, providerId, channels, books) {
  const chosen = channels.map(({ id }) => `channel_id=${id}`).join("&")
  const listings = await client.get(
    `/admin/marketplaces/listings?${chosen}&limit=1`
  )
  const orders = (await allOrders(client, chosen)).filter(isWithSeller)
  return [
    [`${providerId}: listings`, listings.count, books.listings],
    [`${providerId}: orders`, orders.length, books.orders],
    ...byStatus(providerId, orders, books.orders_by_status),
  ]
}

/** One sentence for each pair of numbers that differ. */
export function compare(pairs) {
  return pairs
    .filter(([, here, there]) => here !== there)
    .map(([what, here, there]) => `  ${what}: ${here} here, ${there} expected`)
}

/** Count and sum of the orders under each raw status, beside the marketplace's. */
export function byStatus(providerId, orders, books) {
  const here = {}
  for (const { raw_status, total } of orders) {
    const sums = (here[raw_status] ??= { count: 0, total_amount: 0 })
    sums.count += 1
    sums.total_amount += Number(total)
  }
  const statuses = new Set([...Object.keys(here), ...Object.keys(books)])
  return [...statuses].flatMap((status) => [
    [
      `${providerId}: orders ${status}`,
      here[status]?.count ?? 0,
      books[status]?.count ?? 0,
    ],
    [
      `${providerId}: total of ${status}`,
      here[status]?.total_amount ?? 0,
      books[status]?.total_amount ?? 0,
    ],
  ])
}
