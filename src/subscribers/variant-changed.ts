import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductEvents } from "@medusajs/framework/utils"
import { followStockNow } from "../workflows/stock/follow-stock-now"
import { marketplacesOf } from "../workflows/marketplaces"

const PARTS = "LinkProductVariantInventoryItem"

/**
 * What a variant is made of, or whether Medusa counts it, may have changed: then so has how
 * many of it there are, though no inventory level has. Every change of a variant is told, its
 * name too; what is free is read anew.
 */
export default async function marketplacesVariantChanged({
  event,
  container,
}: SubscriberArgs<{ id: string | string[] }>): Promise<void> {
  const { stockNudges } = marketplacesOf(container)
  const ids = [event.data.id].flat()
  await followStockNow(
    container,
    event.name.startsWith(PARTS)
      ? await stockNudges.addParts(ids, "inventory")
      : await stockNudges.addVariants(ids, "inventory")
  )
}

export const config: SubscriberConfig = {
  event: [
    // The workflows' events leave out what is written beside workflows.
    // eslint-disable-next-line @medusajs/prefer-workflow-event-over-module-event
    ProductEvents.PRODUCT_VARIANT_UPDATED,
    `${PARTS}.attached`,
    `${PARTS}.detached`,
  ],
  context: { subscriberId: "marketplaces-variant-changed" },
}
