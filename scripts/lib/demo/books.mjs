/**
 * Whether what the plugin holds equals the sandbox's own books: every order
 * listed once, none dropped, and one Medusa order for each imported one.
 */
export async function agreesWithBooks({
  client,
  sandbox,
  listings,
  orders,
  say,
}) {
  const books = await (await fetch(`${sandbox.url}/_control/books`)).json()
  const medusa = await client.get("/admin/orders?limit=1&fields=id")
  const pairs = [
    ["listings", listings.downloaded, books.listings],
    ["orders listed", orders.listed, books.orders],
    [
      "orders imported, blocked and ignored",
      orders.imported + orders.blocked + orders.ignored,
      books.orders,
    ],
    ["Medusa orders", medusa.count, orders.imported],
  ]
  const wrong = pairs.filter(([, ours, theirs]) => ours !== theirs)
  for (const [what, ours, theirs] of wrong) {
    say(`  ${what}: ${ours} here, ${theirs} at the marketplace`)
  }
  return wrong.length === 0
}
