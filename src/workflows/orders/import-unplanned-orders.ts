import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../marketplaces"
import { listChannels } from "./channel"
import { importOrders } from "./import-orders"

/** Time in which whoever stored a copy plans it; after that it counts as left behind. */
const GRACE_MS = 60_000
const LIMIT = 500

/**
 * Plans copies that a crash left stored but undecided. Those of channels that are
 * disconnected, or whose provider is not among the plugin's options, wait.
 */
export async function importUnplannedOrders(
  container: MedusaContainer
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const left = await marketplaces.orderCopies.listUnplanned(
    new Date(Date.now() - GRACE_MS),
    LIMIT,
    marketplaces.providers.list().map(({ id }) => id)
  )
  const channels = await listChannels(marketplaces, [
    ...new Set(left.map(({ channel_id }) => channel_id)),
  ])
  for (const channel of channels) {
    await importOrders(container, {
      channel,
      ids: left.flatMap(({ id, channel_id }) =>
        channel_id === channel.id ? id : []
      ),
      source: "poll",
      actor: "system",
    })
  }
}
