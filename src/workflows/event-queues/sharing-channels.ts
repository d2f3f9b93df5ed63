import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../domain/shared/error-message"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { toChannel } from "../orders/channel"
import { QueueReader } from "./queue-reader"

/**
 * Accesses of all working channels that share the queue, the reader's own first. A channel
 * that cannot say which queue is its own is left out: its own flow tells why.
 */
export async function sharingChannels({
  container,
  marketplaces,
  provider,
  access,
  channel,
  key,
}: QueueReader): Promise<[ChannelAccess, ...ChannelAccess[]]> {
  const rows = await marketplaces.listMarketplaceChannels({
    provider_id: channel.provider_id,
    status: ["connected", "expiring"],
    id: { $ne: channel.id },
  })
  const others: ChannelAccess[] = []
  for (const other of rows.map(toChannel)) {
    const candidate = marketplaces.access.open(other)
    try {
      if ((await provider.eventQueueKey(candidate)) === key) {
        others.push(candidate)
      }
    } catch (error) {
      const reason = errorMessage(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`marketplaces: the event queue of ${other.name}: ${reason}`)
    }
  }
  return [access, ...others]
}
