import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { isTemporary } from "../../domain/provider/marketplace-error"
import { requireChannels } from "../channels/require-channels"
import { marketplacesOf } from "../marketplaces"
import { importOrders } from "./import-orders"
import { ingestOrders } from "./ingest-orders"

/**
 * Plans an order again, from a fresh copy; from the stored one while the marketplace
 * cannot be reached.
 * @throws {MedusaError} NOT_FOUND, or NOT_ALLOWED when its channel makes no calls.
 */
export async function retryOrder(
  container: MedusaContainer,
  id: string,
  actor: string
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const [order] = await marketplaces.listMarketplaceChannelOrders(
    { id },
    { select: ["id", "channel_id", "external_id"] }
  )
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no channel order ${id}.`
    )
  }
  const [channel] = await requireChannels(container, [order.channel_id])
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const read_started_at = new Date()
  try {
    const raws = await provider.readOrdersById(
      marketplaces.access.open(channel),
      [order.external_id],
      "orders"
    )
    await ingestOrders(container, {
      channel,
      raws,
      read_started_at,
      source: "retry",
      actor,
      replan: () => true,
    })
  } catch (error) {
    if (!isTemporary(error)) {
      throw error
    }
    await importOrders(container, {
      channel,
      ids: [id],
      source: "retry",
      actor,
    })
  }
}
