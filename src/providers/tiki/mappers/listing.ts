import { NeutralListing } from "../../../domain/listings/neutral-listing"
import { MappingError } from "../../../domain/provider/mapping-error"
import { JsonValue } from "../../../domain/shared/json"
import { isObject } from "../../shared/json"
import { WireImage, WireInventory, WireProduct, WireStock } from "../types"
import { productIdOf } from "./external-product-id"
import { Fields } from "./fields"
import { amountIn, clearTime } from "./figures"
import { liesAtTiki, sellableUnits, unitsIn } from "./inventory"
import { CURRENCY } from "./money"

/** False for parents of variants and for Tiki's own catalogue, which nobody buys from this seller. */
export function isSellable(product: Fields<WireProduct>): boolean {
  const entity = product.text("entity_type") ?? "seller_simple"
  return (
    entity.startsWith("seller_") &&
    !entity.endsWith("_configurable") &&
    product.text("type") !== "configurable"
  )
}

/**
 * The seller's id of a product, which lists call `product_id` and other answers `id`.
 * @throws {MappingError} when both are there and differ: neither can be trusted then.
 */
export function offerIdOf(product: Fields<WireProduct>): string {
  const product_id = product.text("product_id")
  const id = product.text("id")
  if (product_id && id && product_id !== id) {
    throw new MappingError(
      product.at("product_id"),
      `is ${product_id} while id is ${id}`
    )
  }
  return product_id ?? id ?? product.required("product_id")
}

/** One offer of the seller. */
export function mapListing(product: Fields<WireProduct>): NeutralListing {
  const external_sku_id = offerIdOf(product)
  const inventory = product.object<WireInventory>("inventory")
  const by_tiki = inventory !== null && liesAtTiki(inventory)
  const attributes = attributesOf(product)
  const image_urls = imagesOf(product)
  return {
    external_product_id: productIdOf(product, external_sku_id),
    external_sku_id,
    seller_sku: product.text("original_sku"),
    barcode: null,
    title: product.text("name") ?? "",
    sku_title: attributes.map(({ value }) => value).join(", ") || null,
    attributes,
    description: product.text("description"),
    price: amountIn(product, "price"),
    currency_code: CURRENCY,
    image_urls,
    image_url: product.text("thumbnail") ?? image_urls[0] ?? null,
    quantities: by_tiki || !inventory ? [] : quantitiesOf(inventory),
    fulfilled_by: by_tiki ? "marketplace" : "seller",
    active: product.flag("active") && !product.flag("is_hidden"),
    external_updated_at: clearTime(product, "updated_at"),
  }
}

/** What can be sold per warehouse; `quantity` may stay 0 while there is stock. */
function quantitiesOf(
  inventory: Fields<WireInventory>
): NeutralListing["quantities"] {
  return inventory.list<WireStock>("warehouse_stocks").map((stock) => ({
    warehouse_external_id: stock.required("warehouse_id"),
    quantity:
      sellableUnits(stock) ??
      Math.max(
        (unitsIn(stock, "quantity_available") ?? 0) -
          (unitsIn(stock, "quantity_reserved") ?? 0),
        0
      ),
  }))
}

function imagesOf(product: Fields<WireProduct>): string[] {
  const urls = product
    .list<WireImage>("images")
    .flatMap((image) => image.text("url") ?? [])
  const thumbnail = product.text("thumbnail")
  return urls.length > 0 || !thumbnail ? urls : [thumbnail]
}

/**
 * What tells this variant from its siblings. The form is not documented: codes whose
 * values stand in `attributes`, codes with values, or objects that name both. What reads
 * as none of them is left out.
 */
function attributesOf(
  product: Fields<WireProduct>
): NeutralListing["attributes"] {
  const { option_attributes: options, attributes } = product.json
  const values = isObject(attributes) ? attributes : {}
  const pairs = Array.isArray(options)
    ? options.map((one) => readOption(one, values))
    : isObject(options)
      ? Object.entries(options).map(([name, value]) => [name, textIn(value)])
      : []
  return pairs.flatMap(([name, value]) =>
    name && value ? { name, value } : []
  )
}

function readOption(
  option: JsonValue,
  values: Record<string, JsonValue>
): (string | null)[] {
  if (typeof option === "string") {
    return [option, textIn(values[option])]
  }
  if (!isObject(option)) {
    return []
  }
  const code = textIn(option.code ?? option.attribute_code ?? option.name)
  const name = textIn(option.label ?? option.name) ?? code
  return [name, textIn(option) ?? (code ? textIn(values[code]) : null)]
}

/** A value, bare or in an object that holds it. */
function textIn(value: JsonValue | undefined): string | null {
  if (isObject(value)) {
    return textIn(value.value)
  }
  return typeof value === "string" || typeof value === "number"
    ? String(value).trim() || null
    : null
}
