import { MedusaContainer } from "@medusajs/framework/types"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "../orders/channel"
import { ingestOrders } from "../orders/ingest-orders"
import { ActedOrder } from "./action-result"

/**
 * Lets orders that were just acted on follow at once. They are nudged as well, for a
 * marketplace that shows the change a moment later, or not at all just now.
 */
export async function rereadOrders(
  container: MedusaContainer,
  channel: Channel,
  orders: ActedOrder[]
): Promise<void> {
  if (!orders.length) {
    return
  }
  const marketplaces = marketplacesOf(container)
  const external_ids = orders.map(({ external_id }) => external_id)
  await marketplaces.nudges.add(channel.id, external_ids, "retry")
  const read_started_at = new Date()
  try {
    const raws = await marketplaces.providers
      .retrieve(channel.provider_id)
      .readOrdersById(marketplaces.access.open(channel), external_ids, "orders")
    await ingestOrders(container, {
      channel,
      raws,
      read_started_at,
      source: "action",
      actor: "system",
    })
  } catch (error) {
    if (!(error instanceof MarketplaceError)) {
      throw error
    }
  }
}
