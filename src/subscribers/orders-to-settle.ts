import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { inBackground } from "../workflows/background"
import { ORDERS_TO_SETTLE_EVENT } from "../workflows/orders/events"
import { settleDueOrders } from "../workflows/orders/settle-due-orders"

/** Brings Medusa orders to their channel orders' statuses at once instead of at the next tick. */
export default async function marketplacesOrdersToSettle({
  container,
}: SubscriberArgs<{ ids: string[] }>): Promise<void> {
  inBackground(container, "settling", () => settleDueOrders(container))
}

export const config: SubscriberConfig = {
  event: ORDERS_TO_SETTLE_EVENT,
  context: { subscriberId: "marketplaces-orders-to-settle" },
}
