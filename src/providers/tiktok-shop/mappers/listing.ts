import { NeutralListing } from "../../../domain/listings/neutral-listing"
import { parseAmount } from "../../../domain/shared/amount"
import {
  WireIdentifier,
  WireImage,
  WireInventory,
  WirePrice,
  WireProduct,
  WireProductDetail,
  WireSalesAttribute,
  WireSetPart,
  WireSku,
  WireSkuDetail,
} from "../types"
import { Fields } from "./fields"
import { unitsIn } from "./units"

/**
 * The listings of one product: one per SKU.
 *
 * @param product from the product search: status, price and quantities.
 * @param detail images, attributes, description and barcodes; null for a product that
 * has no detail (frozen).
 */
export function mapListings(
  product: Fields<WireProduct>,
  detail: Fields<WireProductDetail> | null,
  channel_currency: string
): NeutralListing[] {
  const skus = product.list<WireSku>("skus")
  const details = new Map(
    (detail?.list<WireSkuDetail>("skus") ?? []).map((sku) => [
      sku.text("id"),
      sku,
    ])
  )
  const image_urls = imagesOf(detail)
  const shared = {
    external_product_id: product.required("id"),
    title: product.text("title") ?? "",
    description: detail?.text("description") ?? null,
    image_urls,
    fulfilled_by: "seller" as const,
    external_updated_at: product.time("update_time"),
  }
  const on_sale =
    product.text("status") === "ACTIVATE" && !product.flag("is_not_for_sale")
  return skus.map((sku) => {
    const external_sku_id = sku.required("id")
    const more = details.get(external_sku_id)
    const attributes = more?.list<WireSalesAttribute>("sales_attributes") ?? []
    const status = sku.object<{ status?: string }>("status_info")
    return {
      ...shared,
      external_sku_id,
      seller_sku: sku.text("seller_sku"),
      barcode:
        more?.object<WireIdentifier>("identifier_code")?.text("code") ?? null,
      attributes: attributes.map(readAttribute),
      sku_title:
        attributes.map((one) => readAttribute(one).value).join(", ") || null,
      ...priceOf(sku, channel_currency),
      image_url: skuImage(attributes) ?? image_urls[0] ?? null,
      quantities: quantitiesOf(sku),
      components: more ? componentsOf(more) : null,
      active: on_sale && status?.text("status") !== "DEACTIVATED",
    }
  })
}

/**
 * `sale_price` is what the buyer sees in the detail and, for global sellers, in the
 * search; for local sellers the search puts it under `tax_exclusive_price`. A price that
 * cannot be understood reads as not set, so that one SKU cannot hide a whole shop.
 */
function priceOf(
  sku: Fields<WireSku>,
  channel_currency: string
): Pick<NeutralListing, "price" | "currency_code"> {
  const price = sku.object<WirePrice>("price")
  const text = price?.text("sale_price") ?? price?.text("tax_exclusive_price")
  const currency_code = (
    price?.text("currency") ?? channel_currency
  ).toLowerCase()
  if (!text) {
    return { price: null, currency_code }
  }
  try {
    return { price: parseAmount(text, currency_code), currency_code }
  } catch {
    return { price: null, currency_code }
  }
}

function quantitiesOf(sku: Fields<WireSku>): NeutralListing["quantities"] {
  return sku.list<WireInventory>("inventory").map((one) => ({
    warehouse_external_id: one.required("warehouse_id"),
    quantity: unitsIn(one, "quantity") ?? 0,
  }))
}

/** Of a virtual bundle, whose stock is its parts'; null for any other SKU. */
function componentsOf(
  sku: Fields<WireSkuDetail>
): NonNullable<NeutralListing["components"]> | null {
  const parts = sku.list<WireSetPart>("combined_skus").map((part) => ({
    external_sku_id: part.required("sku_id"),
    quantity: part.count("sku_count") ?? 1,
  }))
  return parts.length > 0 ? parts : null
}

function readAttribute(one: Fields<WireSalesAttribute>) {
  return { name: one.text("name") ?? "", value: one.text("value_name") ?? "" }
}

function imagesOf(detail: Fields<WireProductDetail> | null): string[] {
  const images = detail?.list<WireImage>("main_images") ?? []
  return images.flatMap((image) => image.texts("urls").slice(0, 1))
}

/** Only the first attribute (colour, as a rule) carries pictures of its values. */
function skuImage(attributes: Fields<WireSalesAttribute>[]): string | null {
  for (const one of attributes) {
    const [url] = one.object<WireImage>("sku_img")?.texts("urls") ?? []
    if (url) {
      return url
    }
  }
  return null
}
