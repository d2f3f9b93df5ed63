import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { Sandbox } from "../../sandbox"

const UNITS = 10_000
/** More levels than the demo has; a list gives 15 unless told otherwise. */
const ALL = 1_000

/**
 * More than all the tests buy, at both marketplaces and on every shelf that Medusa counts:
 * what is linked afterwards shows Medusa's number.
 */
export async function stockUp(
  { tiktok, tiki }: Sandbox,
  container: MedusaContainer
): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const levels = await inventory.listInventoryLevels({}, { take: ALL })
  await inventory.updateInventoryLevels(
    levels.map(({ inventory_item_id, location_id }) => ({
      inventory_item_id,
      location_id,
      stocked_quantity: UNITS,
    }))
  )
  for (const { id, skus } of tiktok.catalogue.ofShop(tiktok.shop().id)) {
    tiktok.editProduct(id, {
      skus: skus.map((sku) => ({ id: sku.id, available: UNITS })),
    })
  }
  for (const { product_id } of tiki.catalogue.ofSeller(tiki.seller().id)) {
    tiki.editProduct(product_id, { available: UNITS })
  }
}
