import { DemoProduct } from "../sandbox/demo-catalogue"
import { DemoListing } from "../sandbox/tiki/products/demo-listings"
import { control } from "./orders"
import { BenchShop } from "./shop"

/** Articles of a kind are named `<KIND>-<number>`, on every marketplace and in Medusa. */
export type Kind = {
  name: string
  products: number
  skus_each: number
  stock: number
}

const AT_ONCE = 50

export const skuOf = ({ name }: Pick<Kind, "name">, number: number) =>
  `${name}-${number}`

/** Offers articles on TikTok Shop, or on Tiki. */
export async function offer(
  shop: BenchShop,
  kind: Kind,
  marketplace: "tiktok-shop" | "tiki"
): Promise<void> {
  for (let start = 0; start < kind.products; start += AT_ONCE) {
    const count = Math.min(AT_ONCE, kind.products - start)
    await Promise.all(
      Array.from({ length: count }, (_, place) => {
        const product = productOf(kind, start + place)
        return marketplace === "tiki"
          ? control(shop, "/tiki/products", { listing: onTiki(product) })
          : control(shop, "/products", { product })
      })
    )
  }
}

function onTiki(product: DemoProduct): DemoListing {
  return {
    product,
    inventory_type: "dropship",
    is_hidden: false,
    in_two_warehouses: false,
  }
}

function productOf(kind: Kind, place: number): DemoProduct {
  const numbers = Array.from(
    { length: kind.skus_each },
    (_, sku) => place * kind.skus_each + sku
  )
  return {
    key: `${kind.name}-${place}`.toLowerCase(),
    title: `Chén kiểu ${kind.name} số ${place}`,
    own_title: null,
    description: "Chén sứ.",
    category: "Đồ gốm",
    options: kind.skus_each > 1 ? ["Kiểu"] : [],
    picture: { shape: "cup", colour: "#2f5d8a" },
    match: "sku",
    skus: numbers.map((number) => ({
      seller_sku: skuOf(kind, number),
      barcode: null,
      values: kind.skus_each > 1 ? [`Kiểu ${number}`] : [],
      price: 45_000,
      stock: kind.stock,
      own: null,
    })),
  }
}
