import { DEMO_CATALOGUE, DemoProduct } from "../../demo-catalogue"
import { Shop } from "../shops"
import { Product, ProductStatus, Sku } from "./product"
import { StockEdit } from "./stock"

/** What can be changed of a product over the control API. */
export type ProductPatch = {
  title?: string
  description?: string
  status?: ProductStatus
  skus?: ({
    id: string
    seller_sku?: string
    price?: number
    active?: boolean
  } & StockEdit)[]
}

/** Ids differ in their last digits only, so that reading them as numbers makes them equal. */
const productId = (n: number) => String(1731000000000000001n + BigInt(n) * 100n)
const skuId = (n: number, place: number) =>
  String(1731000000000000011n + BigInt(n) * 100n + BigInt(place))

/** The products of all shops. */
export class Catalogue {
  private readonly products = new Map<string, Product>()
  private readonly skus = new Map<string, Sku>()
  private next_number = 0

  /** Fills a shop with the demo catalogue. */
  seed(shop: Shop, now: number): void {
    const by_seller_sku = new Map<string, Sku>()
    for (const demo of DEMO_CATALOGUE) {
      const created = now - 90 * 86_400 + this.next_number * 60
      const product = this.add(shop, demo, created)
      product.skus.forEach((sku) => by_seller_sku.set(sku.seller_sku, sku))
    }
    for (const demo of DEMO_CATALOGUE.flatMap(({ skus }) => skus)) {
      const set = by_seller_sku.get(demo.seller_sku)
      for (const part of set ? (demo.components ?? []) : []) {
        const sku = by_seller_sku.get(part.seller_sku)
        if (sku && set) {
          set.parts.push({ sku_id: sku.id, quantity: part.quantity })
        }
      }
    }
  }

  /** Lists a product; all stock lies in the default sales warehouse. */
  add(shop: Shop, demo: DemoProduct, now: number): Product {
    const number = this.next_number++
    const id = productId(number)
    const sales = shop.warehouses.filter(({ type }) => type.startsWith("SALES"))
    const product: Product = {
      id,
      shop_id: shop.id,
      title: demo.title,
      description: `<p>${demo.description}</p>`,
      category: demo.category,
      status: "ACTIVATE",
      options: demo.options,
      picture: `/pictures/${demo.key}.svg`,
      create_time: now,
      update_time: now,
      skus: demo.skus.map((sku, place) => ({
        id: skuId(number, place),
        product_id: id,
        seller_sku: sku.seller_sku,
        barcode: sku.barcode,
        values: sku.values,
        price: sku.price,
        active: true,
        locked_by_campaign: false,
        ignores_writes: false,
        parts: [],
        stock: new Map(
          sales.map((warehouse) => [
            warehouse.id,
            {
              available: warehouse.is_default ? sku.stock : 0,
              committed: 0,
              sold: 0,
              oversold: 0,
            },
          ])
        ),
      })),
    }
    this.products.set(id, product)
    product.skus.forEach((sku) => this.skus.set(sku.id, sku))
    return product
  }

  /** Products of a shop, oldest first. */
  ofShop(shop_id: string): Product[] {
    return [...this.products.values()].filter(
      (product) => product.shop_id === shop_id
    )
  }

  find(product_id: string): Product | undefined {
    return this.products.get(product_id)
  }

  findSku(sku_id: string): Sku | undefined {
    return this.skus.get(sku_id)
  }

  /** The first of that name; seller SKUs may be blank or shared. */
  findBySellerSku(shop_id: string, seller_sku: string): Sku | undefined {
    for (const sku of this.skus.values()) {
      const product = this.products.get(sku.product_id)
      if (sku.seller_sku === seller_sku && product?.shop_id === shop_id) {
        return sku
      }
    }
    return undefined
  }

  /** @throws {RangeError} when there is none. */
  get(product_id: string): Product {
    const product = this.products.get(product_id)
    if (!product) {
      throw new RangeError(`no product ${product_id}`)
    }
    return product
  }

  /** @throws {RangeError} when there is none. */
  getSku(sku_id: string): Sku {
    const sku = this.skus.get(sku_id)
    if (!sku) {
      throw new RangeError(`no SKU ${sku_id}`)
    }
    return sku
  }

  /**
   * Changes a product, but not what is in stock, and returns the names of the changed
   * fields.
   */
  edit(product_id: string, patch: ProductPatch, now: number): string[] {
    const product = this.get(product_id)
    const { skus = [], ...fields } = patch
    Object.assign(product, fields, { update_time: now })
    for (const { id, seller_sku, price, active } of skus) {
      const sku = this.getSku(id)
      sku.seller_sku = seller_sku ?? sku.seller_sku
      sku.price = price ?? sku.price
      sku.active = active ?? sku.active
    }
    return [...Object.keys(fields), ...(skus.length ? ["skus"] : [])]
  }

  clear(): void {
    this.products.clear()
    this.skus.clear()
    this.next_number = 0
  }
}
