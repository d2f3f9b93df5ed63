import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ORDERS_NUDGED_EVENT } from "../workflows/orders/events"
import { readNudgedOrders } from "../workflows/orders/read-nudged-orders"

/** Reads orders that a marketplace told of at once instead of at the next tick. */
export default async function marketplacesOrdersNudged({
  container,
}: SubscriberArgs<{ channel_id: string }>): Promise<void> {
  readNudgedOrders(container)
}

export const config: SubscriberConfig = {
  event: ORDERS_NUDGED_EVENT,
  context: { subscriberId: "marketplaces-orders-nudged" },
}
