import { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { Sandbox } from "../../sandbox"
import { DemoProduct } from "../../sandbox/demo-catalogue"
import { Trading } from "../../scripts/host/seed-trading"
import { ARTICLES } from "../histories/event"

/** Where an article lies in Medusa. */
export type Shelf = {
  variant_id: string
  inventory_item_id: string
  location_id: string
}
/** What it is called on the marketplaces. */
export type Offer = {
  seller_sku: string
  tiktok_product_id: string
  tiktok_sku_id: string
  tiki_product_id: number
}

/** More than a history sells. */
const PLENTY = 400
/** Of the last article: fewer than buyers want, so that it is sold out, and oversold, on the way. */
const SCARCE = 8
const PRICE = 45_000

const unitsOf = (place: number) => (place === ARTICLES - 1 ? SCARCE : PLENTY)

const skuOf = (place: number) => `CHEN-${place + 1}`
const places = () => Array.from({ length: ARTICLES }, (_, place) => place)

/** Makes the articles in Medusa, with their stock. */
export async function stockArticles(
  container: MedusaContainer,
  { sales_channel_id, shipping_profile_id, stock_location_id }: Trading
): Promise<Shelf[]> {
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: places().map((place) => ({
        title: `Chén kiểu ${place + 1}`,
        handle: skuOf(place).toLowerCase(),
        status: ProductStatus.PUBLISHED,
        shipping_profile_id,
        sales_channels: [{ id: sales_channel_id }],
        options: [{ title: "Loại", values: ["Mặc định"] }],
        variants: [
          {
            title: "Mặc định",
            sku: skuOf(place),
            manage_inventory: true,
            options: { Loại: "Mặc định" },
            prices: [{ currency_code: "vnd", amount: PRICE }],
          },
        ],
      })),
    },
  })
  const items = await container
    .resolve(Modules.INVENTORY)
    .listInventoryItems({ sku: places().map(skuOf) })
  const shelves = places().map((place) => ({
    variant_id:
      result.find(({ handle }) => handle === skuOf(place).toLowerCase())
        ?.variants[0].id ?? "",
    inventory_item_id: items.find(({ sku }) => sku === skuOf(place))?.id ?? "",
    location_id: stock_location_id,
  }))
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: shelves.map(
        ({ inventory_item_id, location_id }, place) => ({
          inventory_item_id,
          location_id,
          stocked_quantity: unitsOf(place),
        })
      ),
    },
  })
  return shelves
}

/** Offers them on both marketplaces under the same SKUs, and nothing else. */
export function offerArticles({ tiktok, tiki }: Sandbox): Offer[] {
  tiktok.catalogue.clear()
  tiki.catalogue.clear()
  return places().map((place) => {
    const product = articleOf(place)
    const offered = tiktok.addProduct(product)
    const [on_tiki] = tiki.addProduct({
      product,
      inventory_type: "dropship",
      is_hidden: false,
      in_two_warehouses: false,
    })
    return {
      seller_sku: skuOf(place),
      tiktok_product_id: offered.id,
      tiktok_sku_id: offered.skus[0].id,
      tiki_product_id: on_tiki.product_id,
    }
  })
}

function articleOf(place: number): DemoProduct {
  return {
    key: skuOf(place).toLowerCase(),
    title: `Chén kiểu ${place + 1}`,
    own_title: null,
    description: "Chén sứ.",
    category: "Đồ gốm",
    options: [],
    picture: { shape: "cup", colour: "#2f5d8a" },
    match: "sku",
    skus: [
      {
        seller_sku: skuOf(place),
        barcode: null,
        values: [],
        price: PRICE,
        stock: unitsOf(place),
        own: null,
      },
    ],
  }
}
