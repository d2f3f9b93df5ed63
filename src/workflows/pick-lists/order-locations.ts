import { MedusaContainer } from "@medusajs/framework/types"
import { defaultLocation } from "../../domain/channels/default-location"
import { JsonObject } from "../../domain/shared/json"
import { marketplacesOf } from "../marketplaces"
import { Channel, listChannels } from "../orders/channel"
import { onlyLocation } from "../orders/only-location"

/**
 * Where the goods of these orders lie, by the warehouse that each order names and the
 * channel's mapping of warehouses; orders for which that would be a guess are left out.
 */
export async function orderLocations(
  container: MedusaContainer,
  order_ids: string[]
): Promise<Map<string, string>> {
  const marketplaces = marketplacesOf(container)
  const orders = await marketplaces.listMarketplaceChannelOrders(
    { id: order_ids },
    { select: ["id", "channel_id", "payload"] }
  )
  const channels = await listChannels(
    marketplaces,
    [...new Set(orders.map(({ channel_id }) => channel_id))],
    { withDeleted: true }
  )
  const only = await onlyLocation(container)
  const locations = new Map<string, string>()
  for (const { id, channel_id, payload } of orders) {
    const channel = channels.find((one) => one.id === channel_id)
    const location =
      channel &&
      locationOf(
        channel,
        warehouseOf(container, channel, payload as JsonObject),
        only
      )
    if (location) {
      locations.set(id, location)
    }
  }
  return locations
}

function warehouseOf(
  container: MedusaContainer,
  channel: Channel,
  payload: JsonObject
): string | null {
  const { providers } = marketplacesOf(container)
  try {
    return providers.retrieve(channel.provider_id).mapOrder(payload, channel)
      .warehouse_external_id
  } catch {
    return null
  }
}

/** A warehouse that nobody mapped is not replaced by another one, unless none is mapped. */
function locationOf(
  { settings, warehouses }: Channel,
  warehouse: string | null,
  only: string | null
): string | null {
  if (!settings.warehouses.length) {
    return only
  }
  if (warehouse === null) {
    return defaultLocation(settings.warehouses, warehouses)
  }
  const mapped = settings.warehouses.find(
    ({ external_id }) => external_id === warehouse
  )
  return mapped?.stock_location_id ?? null
}
