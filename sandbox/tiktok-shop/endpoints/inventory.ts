import { invalidParameter } from "../envelope"
import { Sku, sumLevels } from "../products/product"
import { Endpoint, ShopContext, textList } from "./endpoint"
import { updateInventory } from "./update-inventory"

function search(context: ShopContext): object {
  const sku_ids = textList(context, "sku_ids", 600)
  const product_ids = textList(context, "product_ids", 100)
  if (!sku_ids?.length && !product_ids?.length) {
    throw invalidParameter("product_ids or sku_ids is required")
  }
  const skus = sku_ids?.length
    ? findSkus(context, sku_ids)
    : (product_ids ?? []).flatMap(
        (id) => context.twin.catalogue.find(id)?.skus ?? []
      )
  const by_product = new Map<string, Sku[]>()
  for (const sku of new Set(skus)) {
    if (isShown(context, sku)) {
      const others = by_product.get(sku.product_id) ?? []
      by_product.set(sku.product_id, [...others, sku])
    }
  }
  return {
    inventory: [...by_product].map(([product_id, own]) => ({
      product_id,
      skus: own.map((sku) => describe(context, sku)),
    })),
  }
}

const findSkus = ({ twin }: ShopContext, ids: string[]): Sku[] =>
  ids.flatMap((id) => twin.catalogue.findSku(id) ?? [])

/** Those of other shops and of deleted products are left out. */
function isShown({ twin, shop }: ShopContext, { product_id }: Sku): boolean {
  const product = twin.catalogue.find(product_id)
  return product?.shop_id === shop.id && product.status !== "DELETED"
}

function describe({ twin }: ShopContext, sku: Sku): object {
  const levels = twin.stock
    .warehouses(sku)
    .map((id) => ({ id, ...twin.stock.level(sku, id) }))
  const { available, committed } = sumLevels(levels)
  const tells = twin.options.committed_units === "told"
  const locked = sku.locked_by_campaign
  return {
    id: sku.id,
    seller_sku: sku.seller_sku,
    total_available_quantity: available,
    ...(tells ? { total_committed_quantity: committed } : {}),
    warehouse_inventory: levels.map((level) => ({
      warehouse_id: level.id,
      available_quantity: level.available,
      ...(tells ? { committed_quantity: level.committed } : {}),
    })),
    total_available_inventory_distribution: {
      in_shop_inventory: { quantity: locked ? 0 : available },
      campaign_inventory: locked
        ? [{ campaign_name: "Ngày hội mẫu", quantity: available }]
        : [],
      creator_inventory: [],
    },
  }
}

export const inventoryEndpoints: Endpoint[] = [
  {
    method: "POST",
    template: "/product/202309/inventory/search",
    scope: "seller.product.basic",
    level: "shop",
    answer: search,
  },
  {
    method: "POST",
    template: "/product/202309/products/{product_id}/inventory/update",
    scope: "seller.product.write",
    level: "shop",
    answer: updateInventory,
  },
]
