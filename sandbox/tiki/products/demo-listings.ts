import {
  DEMO_CATALOGUE,
  DemoProduct,
  TIKI_ONLY_PRODUCTS,
} from "../../demo-catalogue"
import { FIRST_SELLER_ID } from "../sellers"
import { InventoryType } from "./product"

/** A product of the demo catalogue as it is offered on Tiki. */
export type DemoListing = {
  product: DemoProduct
  inventory_type: InventoryType
  is_hidden: boolean
  /** With two pickup warehouses, a third of the units lies in the second one. */
  in_two_warehouses: boolean
}

/** Sold on TikTok Shop alone: sets have no counterpart on Tiki. */
const NOT_ON_TIKI = ["bo-tra-gom-do", "tui-coi-dan-tay", "lo-hoa-livestream"]
/** Lies in Tiki's own warehouse. */
const FBT = ["khan-ran-nam-bo"]
const GIFTS = ["thiep-cam-on"]
const IN_TWO = ["ly-gom-men-lam", "bat-com-men-ran", "chen-tra-gom-do"]
/** What the second seller offers. */
const WOVEN = ["ao-dai-lua-cach-tan", "khan-ran-nam-bo"]

/** On Tiki the seller has named only one of the shirts, and by the shop's own SKU. */
function skusOnTiki(product: DemoProduct): DemoProduct {
  if (product.match !== "barcode") {
    return product
  }
  const skus = product.skus.map((sku, place) => ({
    ...sku,
    seller_sku: place === 0 ? (sku.own?.sku ?? "") : "",
  }))
  return { ...product, skus }
}

/** What a seller offers on Tiki, oldest first. */
export function demoListings(seller_id: number): DemoListing[] {
  const first = seller_id === FIRST_SELLER_ID
  const products = first
    ? [...DEMO_CATALOGUE, ...TIKI_ONLY_PRODUCTS].filter(
        ({ key }) => !NOT_ON_TIKI.includes(key)
      )
    : DEMO_CATALOGUE.filter(({ key }) => WOVEN.includes(key))
  return products.map((product) => ({
    product: skusOnTiki(product),
    inventory_type: first && FBT.includes(product.key) ? "instock" : "dropship",
    is_hidden: GIFTS.includes(product.key),
    in_two_warehouses: IN_TWO.includes(product.key),
  }))
}
