import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { InventoryEvents } from "@medusajs/framework/utils"
import { followStockNow } from "../workflows/stock/follow-stock-now"
import { marketplacesOf } from "../workflows/marketplaces"

/**
 * Medusa's inventory changed: by a sale, a reservation, a count, a return. The event names
 * levels only, and fires for every write of the inventory module; what is free is read anew.
 */
export default async function marketplacesInventoryChanged({
  event,
  container,
}: SubscriberArgs<{ id: string | string[] }>): Promise<void> {
  const ids = [event.data.id].flat()
  await followStockNow(
    container,
    await marketplacesOf(container).stockNudges.addLevels(ids, "inventory")
  )
}

export const config: SubscriberConfig = {
  event: [
    // The workflows' events leave out reservations and what is written beside workflows.
    /* eslint-disable @medusajs/prefer-workflow-event-over-module-event */
    InventoryEvents.INVENTORY_LEVEL_CREATED,
    InventoryEvents.INVENTORY_LEVEL_UPDATED,
    InventoryEvents.INVENTORY_LEVEL_DELETED,
    /* eslint-enable @medusajs/prefer-workflow-event-over-module-event */
  ],
  context: { subscriberId: "marketplaces-inventory-changed" },
}
