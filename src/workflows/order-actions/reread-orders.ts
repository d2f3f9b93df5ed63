import { MedusaContainer } from "@medusajs/framework/types"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { OrderNewsSource } from "../../modules/marketplace-channel/planned-order"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "../orders/channel"
import { ingestOrders } from "../orders/ingest-orders"
import { ActedOrder } from "./action-result"

/** Every marketplace gives this many at once. */
const READ_AT_ONCE = 50

/**
 * Lets orders that were just acted on follow at once. They are nudged as well, for a
 * marketplace that shows the change a moment later, or not at all just now.
 */
export async function rereadOrders(
  container: MedusaContainer,
  channel: Channel,
  orders: Pick<ActedOrder, "external_id">[]
): Promise<void> {
  if (!orders.length) {
    return
  }
  const marketplaces = marketplacesOf(container)
  const external_ids = orders.map(({ external_id }) => external_id)
  await marketplaces.nudges.add(channel.id, external_ids, "retry")
  try {
    await refreshOrders(container, channel, orders, "action")
  } catch (error) {
    if (!(error instanceof MarketplaceError)) {
      throw error
    }
  }
}

/**
 * Reads orders of a channel afresh and lets everything follow, so that what is decided next
 * is decided from how they are now.
 * @param onRead told after every batch.
 * @throws {MarketplaceError} when they cannot be read.
 */
export async function refreshOrders(
  container: MedusaContainer,
  channel: Channel,
  orders: Pick<ActedOrder, "external_id">[],
  source: OrderNewsSource,
  onRead: () => Promise<void> = async () => undefined
): Promise<void> {
  const { access, providers } = marketplacesOf(container)
  const provider = providers.retrieve(channel.provider_id)
  for (let start = 0; start < orders.length; start += READ_AT_ONCE) {
    const read_started_at = new Date()
    const raws = await provider.readOrdersById(
      access.open(channel),
      orders
        .slice(start, start + READ_AT_ONCE)
        .map(({ external_id }) => external_id),
      "orders"
    )
    await ingestOrders(container, {
      channel,
      raws,
      read_started_at,
      source,
      actor: "system",
    })
    await onRead()
  }
}
