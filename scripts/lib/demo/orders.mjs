import { finishRun } from "./admin-client.mjs"

const DAY = 24 * 60 * 60 * 1000
const LOOK_BACK_DAYS = 60

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

/** What the plugin holds, summed over all channels. */
export async function orderTotals(client) {
  const { by_status, by_import_state } = await client.get(
    "/admin/marketplaces/orders/counts"
  )
  const { count } = await client.get("/admin/marketplaces/orders?limit=1")
  return {
    listed: count,
    imported: by_import_state.imported ?? 0,
    blocked: by_import_state.blocked ?? 0,
    ignored: by_import_state.ignored ?? 0,
    by_status,
  }
}
