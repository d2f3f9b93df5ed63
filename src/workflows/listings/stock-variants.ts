import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { findStoreLocation } from "../channels/stock-locations"
import { Channel } from "../orders/channel"
import { SourceListing } from "./product-sources"

/**
 * Gives new variants the stock that the marketplace shows, at the locations its warehouses
 * are mapped to. Levels that exist are left alone: from then on the shop counts.
 *
 * @param variants ids by external SKU id.
 */
export async function stockVariants(
  container: MedusaContainer,
  channel: Channel,
  listings: SourceListing[],
  variants: ReadonlyMap<string, string>
): Promise<void> {
  const items = await findInventoryItems(container, [...variants.values()])
  const fallback = channel.settings.warehouses.length
    ? null
    : await findStoreLocation(container)
  const wanted = listings.flatMap((listing) => {
    const variant_id = variants.get(listing.external_sku_id)
    const inventory_item_id = variant_id && items.get(variant_id)
    return inventory_item_id
      ? quantitiesOf(channel, listing, fallback).map((level) => ({
          ...level,
          inventory_item_id,
        }))
      : []
  })
  const existing = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels(
      { inventory_item_id: wanted.map((level) => level.inventory_item_id) },
      { select: ["inventory_item_id", "location_id"] }
    )
  const key = (level: { inventory_item_id: string; location_id: string }) =>
    `${level.inventory_item_id} ${level.location_id}`
  const known = new Set(existing.map(key))
  const inventory_levels = wanted.filter((level) => !known.has(key(level)))
  if (inventory_levels.length) {
    await createInventoryLevelsWorkflow(container).run({
      input: { inventory_levels },
    })
  }
}

/** Goods in the marketplace's own warehouse are not the shop's. */
function quantitiesOf(
  { settings }: Channel,
  listing: SourceListing,
  fallback: string | null
): { location_id: string; stocked_quantity: number }[] {
  const own = listing.fulfilled_by === "seller"
  if (fallback) {
    return [
      {
        location_id: fallback,
        stocked_quantity: own ? listing.marketplace_quantity : 0,
      },
    ]
  }
  return settings.warehouses.map(({ external_id, stock_location_id }) => {
    const shown = listing.quantities.find(
      (one) => one.warehouse_external_id === external_id
    )
    return {
      location_id: stock_location_id,
      stocked_quantity: own ? (shown?.quantity ?? 0) : 0,
    }
  })
}

async function findInventoryItems(
  container: MedusaContainer,
  variant_ids: string[]
): Promise<Map<string, string>> {
  if (!variant_ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id", "inventory_items.inventory_item_id"],
    filters: { id: variant_ids },
  })
  return new Map(
    data.flatMap((variant) => {
      const item = variant.inventory_items?.[0]
      return item ? [[variant.id, item.inventory_item_id] as const] : []
    })
  )
}
