import { buyerMessage, inventRecipient } from "../../shared/people"
import { Random } from "../../shared/random"
import { Catalogue } from "../products/catalogue"
import { Product, Sku } from "../products/product"
import { Shop } from "../shops"
import { PathStatus } from "./life-cycle"
import { Initiator, Order, Recipient, Unit } from "./order"

export type OrderLineInput = {
  /** Either id or seller SKU. */
  sku_id?: string
  seller_sku?: string
  quantity?: number
  /** Đồng for each unit. */
  seller_discount?: number
  platform_discount?: number
  gift?: boolean
}

/** An order to be placed, and how far it goes at once. Everything may be left out. */
export type OrderInput = {
  id?: string
  shop_id?: string
  /** Default: one unit of a SKU picked by the seed. Only what is on sale, except in a history. */
  lines?: OrderLineInput[]
  /** Where it stands after placing (default `AWAITING_SHIPMENT`). */
  status?: PathStatus
  kind?: Order["kind"]
  replaced_order_id?: string
  is_cod?: boolean
  fulfilled_by_tiktok?: boolean
  shipping_type?: Order["shipping_type"]
  shipping?: Partial<Order["shipping"]>
  warehouse_id?: string
  user_id?: string
  recipient?: Partial<Recipient>
  buyer_message?: string
  /** Seconds, UTC (default now); later steps are spread over the time since. */
  create_time?: number
  /** Refunded in full while waiting for the carrier: `COMPLETED` without collection. */
  refunded_before_collection?: boolean
  /** Cancelled after reaching `status`. */
  cancel?: {
    by: Initiator
    reason?: string
    /** Only the first so many units. */
    units?: number
  }
  /** The goods were there when it was placed: today's stock is not lowered by what has left. */
  history?: boolean
  /** Sold even when too few are for sale: the books count those as oversold. */
  beyond_stock?: boolean
}

/** Builds the order as it is at the moment of placing. */
export function placeOrder(
  input: OrderInput,
  context: {
    catalogue: Catalogue
    shop: Shop
    random: Random
    /** Number of the order, for its ids. */
    number: number
    now: number
  }
): Order {
  const { shop, random, number } = context
  const id = input.id ?? orderId(number)
  const created = input.create_time ?? context.now
  const kind = input.kind ?? "sale"
  const sample = kind !== "sale"
  const units = (input.lines ?? [defaultLine(context)]).flatMap((line) => {
    const { product, sku } = findSku(context.catalogue, shop, line)
    if (!input.history && !(sku.active && product.status === "ACTIVATE")) {
      throw new RangeError(`${product.title} is not on sale`)
    }
    return Array.from({ length: line.quantity ?? 1 }, () =>
      makeUnit(context.catalogue, product, sku, line, sample)
    )
  })
  const warehouse = shop.warehouses.find(({ is_default }) => is_default)
  return {
    id,
    shop_id: shop.id,
    kind,
    status: "UNPAID",
    fulfillment_type: input.fulfilled_by_tiktok
      ? "FULFILLMENT_BY_TIKTOK"
      : "FULFILLMENT_BY_SELLER",
    shipping_type: input.shipping_type ?? "TIKTOK",
    is_cod: input.is_cod ?? false,
    user_id: input.user_id ?? `749000000000000${random.integer(1000, 9999)}`,
    buyer_message: input.buyer_message ?? buyerMessage(random),
    recipient: { ...inventRecipient(random), ...input.recipient },
    has_updated_recipient_address: false,
    warehouse_id: input.warehouse_id ?? warehouse?.id ?? "",
    units: units.map((unit, place) => ({
      ...unit,
      id: `${id.slice(0, 9)}${String(Number(id.slice(9)) % 1e7).padStart(7, "0")}${String(place + 1).padStart(3, "0")}`,
    })),
    shipping: {
      fee: sample ? 0 : 32_000,
      seller_discount: 0,
      platform_discount: sample ? 0 : 20_000,
      ...input.shipping,
    },
    create_time: created,
    update_time: created,
    paid_time: null,
    rts_time: null,
    collection_time: null,
    delivery_time: null,
    cancel_time: null,
    request_cancel_time: null,
    cancel_requested: false,
    cancellation: null,
    tracking_number: "",
    replaced_order_id: input.replaced_order_id ?? null,
    package_tag: "",
    overrides: {},
    off_contract: false,
  }
}

/** 18 digits, larger than a JavaScript number can hold exactly. */
const orderId = (number: number) =>
  String(578000000000000000n + BigInt(number) * 7n + 1n)

function defaultLine({
  catalogue,
  shop,
  random,
}: {
  catalogue: Catalogue
  shop: Shop
  random: Random
}): OrderLineInput {
  const products = catalogue
    .ofShop(shop.id)
    .filter(({ status }) => status === "ACTIVATE")
  return { sku_id: random.pick(random.pick(products).skus).id }
}

function findSku(
  catalogue: Catalogue,
  shop: Shop,
  line: OrderLineInput
): { product: Product; sku: Sku } {
  const { sku_id, seller_sku } = line
  const sku = sku_id
    ? catalogue.findSku(sku_id)
    : catalogue.findBySellerSku(shop.id, seller_sku ?? "")
  const product = sku && catalogue.find(sku.product_id)
  if (!sku || product?.shop_id !== shop.id) {
    throw new RangeError(`${shop.name} has no SKU ${sku_id ?? seller_sku}`)
  }
  return { product, sku }
}

function makeUnit(
  catalogue: Catalogue,
  product: Product,
  sku: Sku,
  line: OrderLineInput,
  free: boolean
): Unit {
  const nothing_owed = free || line.gift === true
  return {
    id: "",
    sku_id: sku.id,
    product_id: product.id,
    seller_sku: sku.seller_sku,
    product_name: product.title,
    sku_name: sku.values.join(", ") || "Mặc định",
    picture: product.picture,
    original_price: nothing_owed ? 0 : sku.price,
    seller_discount: nothing_owed ? 0 : (line.seller_discount ?? 0),
    platform_discount: nothing_owed ? 0 : (line.platform_discount ?? 0),
    gift_retail_price: line.gift ? sku.price : null,
    parts: sku.parts.map(({ sku_id, quantity }) => {
      const part = catalogue.getSku(sku_id)
      return {
        sku_id,
        sku_count: quantity,
        product_id: part.product_id,
        seller_sku: part.seller_sku,
      }
    }),
    status: "UNPAID",
    package_id: null,
    tracking_number: "",
    carrier_id: "",
    rts_time: null,
    collection_time: null,
    cancel: null,
  }
}

/** What each party gives as its reason for cancelling unless told otherwise. */
export const defaultReason = (by: Initiator): string =>
  ({
    BUYER: "Không còn nhu cầu mua",
    SELLER: "seller_cancel_reason_out_of_stock",
    SYSTEM: "Quá hạn xử lý",
  })[by]
