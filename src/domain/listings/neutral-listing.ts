import { Amount } from "../shared/amount"

/** A part of a set, by the marketplace's ids. */
export type ListingComponent = {
  external_sku_id: string
  /** Units of the part in one set. */
  quantity: number
}

/** One sellable SKU, as any marketplace describes it. */
export type NeutralListing = {
  external_product_id: string
  external_sku_id: string
  /** The seller's own code; may be missing or used twice, never an identity. */
  seller_sku: string | null
  barcode: string | null
  /** Name of the product. */
  title: string
  /** Name of the SKU within it, for example "Đỏ, M"; null for a product with one SKU. */
  sku_title: string | null
  attributes: { name: string; value: string }[]
  /** May hold HTML of the marketplace; never rendered unescaped. */
  description: string | null
  /** Price the buyer sees, tax included; null when not set. */
  price: Amount | null
  currency_code: string
  image_urls: string[]
  /** Image of this SKU, else the product's first. */
  image_url: string | null
  quantities: { warehouse_external_id: string; quantity: number }[]
  /**
   * Of a set that the marketplace puts together of other SKUs, and whose number it works out
   * from theirs; null or left out for any other listing.
   */
  components?: ListingComponent[] | null
  /** Goods in the marketplace's own warehouse are not the shop's stock. */
  fulfilled_by: "seller" | "marketplace"
  /** On sale right now. */
  active: boolean
  external_updated_at: Date | null
}
