import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CHANNEL_UPDATED_EVENT } from "../workflows/channels/events"
import { marketplacesOf } from "../workflows/marketplaces"
import { nudgeBlockedOrders } from "../workflows/orders/nudge-blocked-orders"
import { followStockNow } from "../workflows/stock/follow-stock-now"

/**
 * What parked orders wait for may have been set: they are planned anew. Rules of stock, locations
 * or a pause may have changed: every number is worked out anew.
 */
export default async function marketplacesChannelUpdated({
  event,
  container,
}: SubscriberArgs<{
  id: string
  moves_stock: boolean
  actor?: string
}>): Promise<void> {
  await nudgeBlockedOrders(marketplacesOf(container), event.data.id)
  if (!event.data.moves_stock) {
    return
  }
  await followStockNow(
    container,
    await marketplacesOf(container).stockNudges.addChannel(
      event.data.id,
      "settings",
      event.data.actor
    )
  )
}

export const config: SubscriberConfig = {
  event: CHANNEL_UPDATED_EVENT,
  context: { subscriberId: "marketplaces-channel-updated" },
}
