import { finishRun } from "./admin-client.mjs"

const DAY = 24 * 60 * 60 * 1000
const LOOK_BACK_DAYS = 60
const PAGE = 100

/** Downloads the orders of the channels, with every status that each marketplace offers. */
export async function downloadOrders(client, channels, say) {
  const { providers } = await client.get("/admin/marketplaces/providers")
  for (const { id, provider_id } of channels) {
    const provider = providers.find((one) => one.id === provider_id)
    const { run } = await client.post("/admin/marketplaces/orders/downloads", {
      channel_ids: [id],
      from: new Date(Date.now() - LOOK_BACK_DAYS * DAY).toISOString(),
      to: new Date().toISOString(),
      // Some marketplaces bring new orders only unless told otherwise.
      ...(provider.default_download_statuses
        ? { statuses: provider.downloadable_statuses }
        : {}),
    })
    await finishRun(client, run.id, ({ phase, done, total }) =>
      say(`  ${phase}: ${done}${total === null ? "" : ` of ${total}`}`)
    )
  }
  return orderTotals(client)
}

/**
 * What the plugin holds, summed over all channels. Orders that the marketplace lists
 * before the seller may act on them are left out: only the polls bring them, sooner
 * or later.
 */
export async function orderTotals(client) {
  const { by_status, by_import_state } = await client.get(
    "/admin/marketplaces/orders/counts"
  )
  const ignored = (await allOrders(client, "import_state=ignored")).filter(
    isWithSeller
  )
  const { imported = 0, blocked = 0 } = by_import_state
  return {
    listed:
      imported + blocked + ignored.length + (by_import_state.pending ?? 0),
    imported,
    blocked,
    ignored: ignored.length,
    by_status,
  }
}

export function isWithSeller({ import_rule }) {
  return import_rule !== "not_yet_with_seller"
}

/** Every order that the query chooses. */
export async function allOrders(client, query) {
  const orders = []
  for (;;) {
    const page = await client.get(
      `/admin/marketplaces/orders?${query}&limit=${PAGE}&offset=${orders.length}&order=id`
    )
    orders.push(...page.orders)
    if (page.orders.length < PAGE) {
      return orders
    }
  }
}
