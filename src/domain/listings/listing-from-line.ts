import { NeutralOrder, NeutralOrderLine } from "../orders/neutral-order"
import { NeutralListing } from "./neutral-listing"

/** Marks links that order lines made, beside the ids of users and the rules of auto-linking. */
export const LINKED_BY_ORDER_LINE = "auto:order_line"

/**
 * What an order line tells about a product that cannot be downloaded: its name, code,
 * picture and price. How much of it the marketplace offers is not known, so 0.
 */
export function listingFromLine(
  line: NeutralOrderLine,
  { currency_code }: Pick<NeutralOrder, "currency_code">
): NeutralListing {
  return {
    external_product_id: line.external_product_id,
    external_sku_id: line.external_sku_id,
    seller_sku: line.seller_sku,
    barcode: null,
    title: line.title,
    sku_title: line.sku_title,
    attributes: [],
    description: null,
    price: line.is_gift ? null : line.unit_price,
    currency_code,
    image_urls: line.image_url ? [line.image_url] : [],
    image_url: line.image_url,
    quantities: [],
    fulfilled_by: "seller",
    active: false,
    external_updated_at: null,
  }
}
