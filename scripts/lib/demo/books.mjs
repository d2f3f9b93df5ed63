const PAGE = 100

/**
 * Whether what the plugin holds equals the sandbox's own books: every listing,
 * every order exactly once under the same raw status and with the same totals,
 * nothing left undecided, and one Medusa order for each imported one.
 *
 * @param options.say receives one line per difference
 */
export async function agreesWithBooks({ client, sandbox, summary, say }) {
  const books = await (await fetch(`${sandbox.url}/_control/books`)).json()
  const medusa = await client.get("/admin/orders?limit=1&fields=id")
  const { listings, orders } = summary
  const differences = compare([
    ["listings", listings.downloaded, books.listings],
    ["orders", orders.listed, books.orders],
    [
      "orders imported, blocked or ignored",
      orders.imported + orders.blocked + orders.ignored,
      books.orders,
    ],
    ["Medusa orders", medusa.count, orders.imported],
    ...byStatus(await allOrders(client), books.orders_by_status),
  ])
  differences.forEach(say)
  return differences.length === 0
}

/** One sentence for each pair of numbers that differ. */
export function compare(pairs) {
  return pairs
    .filter(([, here, there]) => here !== there)
    .map(([what, here, there]) => `  ${what}: ${here} here, ${there} expected`)
}

/** Count and sum of the orders under each raw status, beside the marketplace's. */
export function byStatus(orders, books) {
  const here = {}
  for (const { raw_status, total } of orders) {
    const sums = (here[raw_status] ??= { count: 0, total_amount: 0 })
    sums.count += 1
    sums.total_amount += Number(total)
  }
  const statuses = new Set([...Object.keys(here), ...Object.keys(books)])
  return [...statuses].flatMap((status) => [
    [`orders ${status}`, here[status]?.count ?? 0, books[status]?.count ?? 0],
    [
      `total of ${status}`,
      here[status]?.total_amount ?? 0,
      books[status]?.total_amount ?? 0,
    ],
  ])
}

async function allOrders(client) {
  const orders = []
  for (;;) {
    const page = await client.get(
      `/admin/marketplaces/orders?limit=${PAGE}&offset=${orders.length}&order=id`
    )
    orders.push(...page.orders)
    if (page.orders.length < PAGE) {
      return orders
    }
  }
}
