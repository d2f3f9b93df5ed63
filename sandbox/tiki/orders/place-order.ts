import { inventRecipient, Person } from "../../shared/people"
import { Random } from "../../shared/random"
import { Catalogue } from "../products/catalogue"
import { isFbt, Product, sellable } from "../products/product"
import { pickupWarehouses, Seller, TIKI_WAREHOUSES } from "../sellers"
import { CancelReason } from "./life-cycle"
import { CancelledBy, Item, Order } from "./order"
import { FulfillmentType, RawStatus } from "./statuses"

export type OrderLineInput = {
  /** Either id or the seller's SKU. */
  product_id?: number
  original_sku?: string
  quantity?: number
  /** Đồng of the whole line. */
  seller_discount?: number
  platform_discount?: number
  tikixu?: number
  gift?: boolean
}

/** An order to be placed, and how far it goes at once. Everything may be left out. */
export type OrderInput = {
  code?: string
  seller_id?: number
  /** Default: one unit of a product picked by the seed. */
  lines?: OrderLineInput[]
  /** Where it stands after placing (default `queueing`). */
  status?: RawStatus
  /** Default by its products: `tiki_delivery` for goods in Tiki's warehouse, else `dropship`. */
  fulfillment_type?: FulfillmentType
  is_cod?: boolean
  payment_method?: string
  shipping?: Partial<Order["shipping"]>
  /** Default: the first that has the goods. */
  warehouse_id?: number
  /** Parts of one basket share this code. */
  basket_code?: string
  /** Code of the order that this one replaces; nothing is owed. */
  replaces?: string
  /** `some`: another seller's item beside the own ones; `all`: none of them is the seller's. */
  foreign_items?: "some" | "all"
  /** Places of the lines that the seller refused when confirming. */
  refused_lines?: number[]
  person?: Partial<Person>
  customer_id?: number
  /** Seconds, UTC (default now); later steps are spread over the time since. */
  create_time?: number
  /** Cancelled after reaching `status`. */
  cancel?: CancelReason & { by: CancelledBy }
  /** The goods were there when it was placed: today's stock is not lowered by what has left. */
  history?: boolean
  /** Sold even when too few can be sold: the books count those as oversold. */
  beyond_stock?: boolean
}

export type PlacingContext = {
  catalogue: Catalogue
  seller: Seller
  random: Random
  /** Number of the order, for its ids. */
  number: number
  /** Seconds, UTC. */
  now: number
}

const FOREIGN = { id: 299001, name: "Gian hàng khác" }
const PREPAID = ["momo", "zalopay", "cybersource", "pay123"]

/** Nine digits, as Tiki's are today. */
export const orderCode = (number: number) => String(910000000 + number * 37)

/** Builds the order as it is at the moment of placing. */
export function placeOrder(input: OrderInput, context: PlacingContext): Order {
  const { catalogue, seller, random, number } = context
  const create_time = input.create_time ?? context.now
  const is_cod = input.is_cod ?? false
  const replacement = input.replaces !== undefined
  const products = (input.lines ?? [defaultLine(context)]).map((line) => ({
    line,
    product: findProduct(catalogue, seller, line),
  }))
  const closed = products.find(({ product }) => !product.active)
  if (closed && !input.history) {
    throw new RangeError(`${closed.product.name} is not on sale`)
  }
  const is_fbt = products.every(({ product }) => isFbt(product))
  const status = is_cod || replacement ? "processing" : "waiting_payment"
  const items = products.map(({ line, product }) =>
    makeItem(product, line, replacement)
  )
  return {
    code: input.code ?? orderCode(number),
    id: 330000 + number,
    seller_id: seller.id,
    status,
    held_from: null,
    fulfillment_type:
      input.fulfillment_type ?? (is_fbt ? "tiki_delivery" : "dropship"),
    is_fbt,
    payment_method:
      input.payment_method ?? (is_cod ? "cod" : random.pick(PREPAID)),
    is_cod,
    basket_code: input.basket_code ?? null,
    replaces: input.replaces ?? null,
    replaced_by: null,
    customer_id: input.customer_id ?? random.integer(8_800_000, 8_899_999),
    person: { ...inventRecipient(random), ...input.person },
    items: withForeign(items, input.foreign_items, seller).map(
      (item, place) => ({ ...item, id: 770000 + number * 20 + place })
    ),
    shipping: {
      fee: replacement ? 0 : 16_000,
      discount: 0,
      seller_subsidy: 0,
      ...input.shipping,
    },
    warehouse_id: is_fbt
      ? TIKI_WAREHOUSES[0].id
      : (input.warehouse_id ?? sellingWarehouse(seller, items, catalogue)),
    histories: [{ status, at: create_time }],
    create_time,
    update_time: create_time,
    confirmed_at: null,
    shipped_at: null,
    delivered_at: null,
    failed_attempts: 0,
    cancellation: null,
    overrides: {},
    off_contract: false,
  }
}

/** The first that has all of it, the primary one when none has. */
function sellingWarehouse(
  seller: Seller,
  items: Item[],
  catalogue: Catalogue
): number {
  const [primary, ...others] = pickupWarehouses(seller).map(({ id }) => id)
  const hasAll = (warehouse_id: number) =>
    items.every(({ product_id, quantity }) => {
      const level = catalogue.get(product_id).stock.get(warehouse_id)
      return level !== undefined && sellable(level) >= quantity
    })
  return [primary, ...others].find(hasAll) ?? primary
}

function defaultLine({
  catalogue,
  seller,
  random,
}: PlacingContext): OrderLineInput {
  const offered = catalogue
    .ofSeller(seller.id)
    .filter(
      (product) => product.active && !isFbt(product) && !product.is_hidden
    )
  return { product_id: random.pick(offered).product_id }
}

function findProduct(
  catalogue: Catalogue,
  seller: Seller,
  { product_id, original_sku }: OrderLineInput
): Product {
  const product =
    product_id === undefined
      ? catalogue.findByOriginalSku(seller.id, original_sku ?? "")
      : catalogue.find(product_id)
  if (product?.seller_id !== seller.id) {
    throw new RangeError(`${seller.name} has no ${product_id ?? original_sku}`)
  }
  return product
}

function makeItem(product: Product, line: OrderLineInput, free: boolean): Item {
  const nothing_owed = free || line.gift === true
  return {
    id: 0,
    product_id: product.product_id,
    seller: { id: product.seller_id, name: "" },
    name: product.name,
    sku: product.sku,
    original_sku: product.original_sku,
    master_id: product.master_id,
    super_id: product.super_id,
    // Tiki says so of dropship goods too; see the order's fulfillment_type.
    inventory_type: isFbt(product) ? "instock" : "backorder",
    picture: product.picture,
    price: nothing_owed ? 0 : product.price,
    quantity: line.quantity ?? 1,
    seller_discount: nothing_owed ? 0 : (line.seller_discount ?? 0),
    platform_discount: nothing_owed ? 0 : (line.platform_discount ?? 0),
    tikixu: nothing_owed ? 0 : (line.tikixu ?? 0),
    is_gift: line.gift ?? false,
    confirmation: "waiting",
    confirmed_at: null,
    warehouse_id: null,
  }
}

function withForeign(
  items: Item[],
  foreign: OrderInput["foreign_items"],
  { name }: Seller
): Item[] {
  const own = items.map((item) => ({
    ...item,
    seller: { ...item.seller, name },
  }))
  const others = own.map((item) => ({
    ...item,
    seller: FOREIGN,
    product_id: item.product_id + 90_000_000,
    original_sku: `KHAC-${item.original_sku}`,
    name: `${item.name} (gian hàng khác)`,
  }))
  if (foreign === undefined) {
    return own
  }
  return foreign === "all" ? others : [...own, others[0]]
}
