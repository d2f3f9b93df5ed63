import { MedusaContainer } from "@medusajs/framework/types"
import { isTemporary } from "../../domain/provider/marketplace-error"
import { requireChannels } from "../channels/require-channels"
import { marketplacesOf } from "../marketplaces"
import { importOrders } from "./import-orders"
import { ingestOrders } from "./ingest-orders"
import { requireOrder } from "./require-order"

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
  const order = await requireOrder(container, id)
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
