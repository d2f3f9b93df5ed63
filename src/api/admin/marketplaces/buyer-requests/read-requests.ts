import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../../../../workflows/marketplaces"

type StoredRequest = Awaited<
  ReturnType<
    ReturnType<typeof marketplacesOf>["retrieveMarketplaceBuyerRequest"]
  >
>

/** Buyers' requests as the API shows them, in the order of the given ids. */
export async function readRequests(container: MedusaContainer, ids: string[]) {
  if (!ids.length) {
    return []
  }
  const rows = await marketplacesOf(container).listMarketplaceBuyerRequests({
    id: ids,
  })
  const shown = new Map(
    (await describeRequests(container, rows)).map((row) => [row.id, row])
  )
  return ids.flatMap((id) => shown.get(id) ?? [])
}

/** Adds the channel's name and the order; disconnected channels keep their names. */
export async function describeRequests(
  container: MedusaContainer,
  rows: StoredRequest[]
) {
  if (!rows.length) {
    return []
  }
  const marketplaces = marketplacesOf(container)
  const [channels, orders] = await Promise.all([
    marketplaces.listMarketplaceChannels(
      { id: [...new Set(rows.map(({ channel_id }) => channel_id))] },
      { select: ["id", "name"], withDeleted: true }
    ),
    marketplaces.listMarketplaceChannelOrders(
      { id: rows.flatMap(({ channel_order_id }) => channel_order_id ?? []) },
      { select: ["id", "external_id", "status"] }
    ),
  ])
  const names = new Map(channels.map(({ id, name }) => [id, name]))
  const byId = new Map(
    orders.map(({ id, external_id, status }) => [
      id,
      { id, external_id, status },
    ])
  )
  return rows.map((row) => {
    const {
      content_hash: _content,
      read_started_at: _read,
      deleted_at: _deleted,
      ...shown
    } = row
    return {
      ...shown,
      channel_name: names.get(row.channel_id) ?? null,
      order: byId.get(row.channel_order_id ?? "") ?? null,
    }
  })
}
