import { JsonObject } from "../../../src/domain/shared/json"
import { DemoProduct } from "../../demo-catalogue"
import { pickupWarehouses, Seller, TIKI_WAREHOUSES } from "../sellers"
import { DemoListing, demoListings } from "./demo-listings"
import { Product } from "./product"

/** What can be changed of a product over the control API. */
export type ProductPatch = Partial<
  Pick<
    Product,
    | "name"
    | "original_sku"
    | "price"
    | "market_price"
    | "active"
    | "is_hidden"
    | "inventory_type"
    | "attributes"
    | "deleted"
    | "off_contract"
  >
> & {
  /** Laid over the answers as they go out. */
  wire?: JsonObject
}

const DAY = 86_400
const code = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .replace(/\W+/g, "_")

/** The offers of all sellers. */
export class Catalogue {
  private readonly products = new Map<number, Product>()
  private next_number = 0
  private next_family = 0

  /** Fills a seller's shop with the demo listings. */
  seed(seller: Seller, now: number): void {
    for (const listing of demoListings(seller.id)) {
      this.add(seller, listing, now - 60 * DAY + this.next_number * 61)
    }
  }

  /** Offers a product: one offer for each of its SKUs. @param now seconds, UTC. */
  add(seller: Seller, listing: DemoListing, now: number): Product[] {
    const { product, inventory_type } = listing
    const family = ++this.next_family
    const several = product.skus.length > 1
    const names = product.options.map(code)
    return product.skus.map((sku, place) => {
      const number = ++this.next_number
      const added: Product = {
        product_id: 70010000 + number * 7,
        seller_id: seller.id,
        sku: String(4400112200000 + number * 13),
        original_sku: sku.seller_sku,
        master_id: 61020000 + number * 11,
        master_sku: String(5500112200000 + number * 17),
        super_id: several ? 52030000 + family * 3 : 0,
        super_sku: several ? String(6600112200000 + family * 19) : "",
        name: [product.title, ...sku.values].join(" - "),
        description: `<p>${product.description}</p>`,
        category: product.category,
        attributes: Object.fromEntries(
          names.map((name, option) => [name, sku.values[option]])
        ),
        price: sku.price,
        market_price: Math.ceil((sku.price * 1.25) / 1000) * 1000,
        active: true,
        is_hidden: listing.is_hidden,
        inventory_type,
        picture: `/pictures/${product.key}.svg`,
        create_time: now + place,
        update_time: now + place,
        version: 1,
        deleted: false,
        locked_by_campaign: false,
        ignores_writes: false,
        overrides: {},
        off_contract: false,
        stock: new Map(
          shelves(seller, listing, sku).map(([warehouse, available]) => [
            warehouse,
            { available, reserved: 0 },
          ])
        ),
      }
      this.products.set(added.product_id, added)
      return added
    })
  }

  /** Offers of a seller, oldest first. */
  ofSeller(seller_id: number): Product[] {
    return [...this.products.values()].filter(
      (product) => product.seller_id === seller_id && !product.deleted
    )
  }

  /** Also deleted ones. */
  find(product_id: number): Product | undefined {
    return this.products.get(product_id)
  }

  /** @throws {RangeError} when there is none. */
  get(product_id: number): Product {
    const product = this.find(product_id)
    if (!product) {
      throw new RangeError(`no product ${product_id}`)
    }
    return product
  }

  /** The first of that name; seller SKUs may be blank or shared. */
  findByOriginalSku(
    seller_id: number,
    original_sku: string
  ): Product | undefined {
    return this.ofSeller(seller_id).find(
      (product) => product.original_sku === original_sku
    )
  }

  edit(product_id: number, patch: ProductPatch, now: number): Product {
    const product = this.get(product_id)
    const { wire, ...fields } = patch
    const overrides = { ...product.overrides, ...wire }
    Object.assign(product, fields, { overrides, update_time: now })
    product.version++
    return product
  }

  clear(): void {
    this.products.clear()
    this.next_number = 0
    this.next_family = 0
  }
}

/** Where the units lie at the start. */
function shelves(
  seller: Seller,
  listing: DemoListing,
  { stock }: DemoProduct["skus"][number]
): [warehouse_id: number, units: number][] {
  if (listing.inventory_type === "instock") {
    return [[TIKI_WAREHOUSES[0].id, stock]]
  }
  const [first, second] = pickupWarehouses(seller)
  if (!second || !listing.in_two_warehouses) {
    return [[first.id, stock]]
  }
  const there = Math.floor(stock / 3)
  return [
    [first.id, stock - there],
    [second.id, there],
  ]
}
