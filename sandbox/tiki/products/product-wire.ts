import { JsonObject } from "../../../src/domain/shared/json"
import { overlay } from "../../shared/overlay"
import { writeTime } from "../tiki-time"
import { isFbt, Product, sellable, StockLevel, totalStock } from "./product"

/** The list and the single product differ in the name of the id, and in what they hold. */
export type ProductView = "list" | "single"

const quantities = (level: StockLevel): JsonObject => ({
  // Stays 0 although there is stock, as sellers have seen it.
  quantity: 0,
  quantity_available: level.available,
  quantity_reserved: level.reserved,
  quantity_sellable: sellable(level),
})

function inventory(
  product: Product,
  stock: ReadonlyMap<number, StockLevel>
): JsonObject {
  return {
    inventory_type: product.inventory_type,
    fulfillment_type: isFbt(product) ? "tiki_delivery" : "dropship",
    ...quantities(totalStock({ stock })),
    warehouse_stocks: [...stock].map(([warehouse_id, level]) => ({
      warehouse_id,
      ...quantities(level),
    })),
  }
}

function picture(product: Product, base_url: string): JsonObject {
  return {
    id: product.master_id * 10,
    url: base_url + product.picture,
    path: product.picture.slice(1),
    position: 0,
    label: "",
    is_gallery: true,
    width: 800,
    height: 800,
  }
}

/**
 * The product as Tiki shows it.
 * @param levels its stock as it is shown, by warehouse.
 * @param parts which of `inventory`, `images`, `categories`, `attributes` were asked for.
 */
export function productToWire(
  product: Product,
  levels: ReadonlyMap<number, StockLevel>,
  view: ProductView,
  parts: readonly string[],
  base_url: string
): JsonObject {
  const several = product.super_id !== 0
  const wire: JsonObject = {
    ...(view === "list"
      ? { product_id: product.product_id }
      : { id: product.product_id }),
    sku: product.sku,
    original_sku: product.original_sku,
    master_id: product.master_id,
    master_sku: product.master_sku,
    super_id: product.super_id,
    super_sku: product.super_sku,
    name: product.name,
    type: "simple",
    entity_type: "seller_simple",
    price: product.price,
    market_price: product.market_price,
    active: Number(product.active),
    is_hidden: product.is_hidden,
    version: product.version,
    created_at: writeTime(product.create_time),
    updated_at: writeTime(product.update_time),
    created_by: "seller",
    thumbnail: base_url + product.picture,
    option_attributes: several ? Object.keys(product.attributes) : [],
  }
  if (parts.includes("inventory")) {
    wire.inventory = inventory(product, levels)
  }
  if (view === "list" || parts.includes("images")) {
    wire.images = [picture(product, base_url)]
  }
  if (view === "list" || parts.includes("attributes")) {
    wire.attributes = {
      ...product.attributes,
      ...(view === "single" ? { description: product.description } : {}),
    }
  }
  if (view === "list" || parts.includes("categories")) {
    wire.categories = [
      {
        id: 8000 + product.category.length,
        name: product.category,
        url_key: "",
        is_primary: true,
      },
    ]
  }
  return overlay(wire, product.overrides) as JsonObject
}
