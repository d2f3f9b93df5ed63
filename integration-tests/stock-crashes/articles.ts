import { DemoProduct } from "../../sandbox/demo-catalogue"
import { Sandbox } from "../../sandbox"

/** Where an article lies in Medusa. */
export type Shelf = { inventory_item_id: string; location_id: string }

/** Something that is sold on both marketplaces. */
export type Article = {
  seller_sku: string
  tiktok_sku_id: string
  tiki_product_id: number
  shelf: Shelf
}

const ARTICLES = 30
const UNITS = 8

/** Offers the articles on both marketplaces, under the same SKUs. */
export function offerArticles(
  { tiktok, tiki }: Sandbox,
  { count = ARTICLES, units = UNITS } = {}
): Omit<Article, "shelf">[] {
  return Array.from({ length: count }, (_, place) => {
    const product = articleNumber(place + 1, units)
    const [sku] = tiktok.addProduct(product).skus
    const [offer] = tiki.addProduct({
      product,
      inventory_type: "dropship",
      is_hidden: false,
      in_two_warehouses: false,
    })
    return {
      seller_sku: sku.seller_sku,
      tiktok_sku_id: sku.id,
      tiki_product_id: offer.product_id,
    }
  })
}

function articleNumber(number: number, stock: number): DemoProduct {
  const seller_sku = `CHEN-${number}`
  return {
    key: seller_sku.toLowerCase(),
    title: `Chén kiểu số ${number}`,
    own_title: null,
    description: "Chén sứ, mỗi kiểu một chiếc.",
    category: "Đồ gốm",
    options: [],
    picture: { shape: "cup", colour: "#2f5d8a" },
    match: "sku",
    skus: [
      {
        seller_sku,
        barcode: null,
        values: [],
        price: 45_000,
        stock,
        own: null,
      },
    ],
  }
}
