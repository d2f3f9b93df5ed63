import { Random } from "../../../sandbox/shared/random"
import { OrderStatus } from "../../../src/domain/orders/order-status"
import { RawOrder } from "../../../src/domain/provider/marketplace-provider"
import { JsonObject } from "../../../src/domain/shared/json"
import * as tiki from "../../../src/providers/tiki/__fixtures__/order"
import { mapRawOrder as mapTikiOrder } from "../../../src/providers/tiki/mappers"
import * as tiktok from "../../../src/providers/tiktok-shop/__fixtures__/order"
import { mapRawOrder as mapTikTokOrder } from "../../../src/providers/tiktok-shop/mappers"

export type Market = "tiktok-shop" | "tiki"

const DAY_MS = 86_400_000

/** What was sold of one article; đồng, the discount for all units together. */
export type SoldArticle = { price: number; quantity: number; discount: number }

/** An order that reached its buyer, as its seller would write it down. */
export type SoldOrder = {
  market: Market
  external_id: string
  articles: SoldArticle[]
  /** Price less the seller's discounts: what all of it should bring before fees. */
  revenue: number
  quantity: number
  status: OrderStatus
  currency: "VND" | "USD"
  placed_at: Date
  delivered_at: Date
}

/** Orders of one marketplace, placed and delivered over the weeks before `now`. */
export function sellOrders(
  market: Market,
  count: number,
  random: Random,
  now: Date
): SoldOrder[] {
  return Array.from({ length: count }, (_, index) => {
    const articles = Array.from({ length: random.pick([1, 1, 1, 2]) }, () => {
      const price = random.integer(20, 900) * 1_000 + random.pick([0, 0, 500])
      const quantity = random.pick([1, 1, 2, 3])
      const discount = random.chance(0.4)
        ? random.integer(1, Math.floor(price / 5)) * quantity
        : 0
      return { price, quantity, discount }
    })
    const placed = now.getTime() - random.integer(25, 40) * DAY_MS
    return {
      market,
      external_id: idOf(market, index),
      articles,
      revenue: sum(
        articles.map((one) => one.price * one.quantity - one.discount)
      ),
      quantity: sum(articles.map(({ quantity }) => quantity)),
      status: "succeeded",
      currency: "VND",
      placed_at: new Date(placed),
      delivered_at: new Date(placed + random.integer(2, 5) * DAY_MS),
    }
  })
}

/** Eighteen digits at TikTok Shop, beyond what a number keeps; nine at Tiki. */
export function idOf(market: Market, index: number): string {
  const digits = String(index + 1)
  return market === "tiki"
    ? `9${digits.padStart(8, "0")}`
    : `5790000${digits.padStart(10, "0")}1`
}

/** The marketplace's own answer for an order, as it is stored. */
export function rawOrderOf(order: SoldOrder): RawOrder {
  return order.market === "tiki"
    ? mapTikiOrder(tikiPayload(order))
    : mapTikTokOrder(tiktokPayload(order))
}

/** Ids of an order's units or items, the first of each article in front. */
export function lineIdsOf(order: SoldOrder): string[][] {
  let next = 0
  return order.articles.map(({ quantity }) =>
    Array.from(
      { length: order.market === "tiki" ? 1 : quantity },
      () => `${order.external_id}${String(++next).padStart(2, "0")}`
    )
  )
}

function tiktokPayload(order: SoldOrder): JsonObject {
  const { currency } = order
  // Dollars have cents.
  const money = (amount: number) =>
    currency === "USD" ? (amount / 100).toFixed(2) : String(amount)
  const ids = lineIdsOf(order)
  const units = order.articles.flatMap(({ price, quantity, discount }, at) => {
    const each = Math.floor(discount / quantity)
    return ids[at].map((id, index) => {
      const own = index === 0 ? discount - each * (quantity - 1) : each
      return tiktok.buildUnit({
        id,
        product_id: `17310000000000000${at}`,
        sku_id: `17310000000000001${at}`,
        seller_sku: `SKU-${at}`,
        currency,
        original_price: money(price),
        seller_discount: money(own),
        platform_discount: "0",
        sale_price: money(price - own),
        display_status: "COMPLETED",
      })
    })
  })
  const seconds = (at: Date) => Math.floor(at.getTime() / 1000)
  const gross = sum(order.articles.map((one) => one.price * one.quantity))
  return tiktok.buildOrder({
    id: order.external_id,
    status: order.status.startsWith("cancelled") ? "CANCELLED" : "COMPLETED",
    create_time: seconds(order.placed_at),
    paid_time: seconds(order.placed_at) + 60,
    update_time: seconds(order.delivered_at),
    delivery_time: seconds(order.delivered_at),
    line_items: units,
    payment: tiktok.buildPayment({
      currency,
      original_total_product_price: money(gross),
      seller_discount: money(gross - order.revenue),
      platform_discount: "0",
      sub_total: money(order.revenue),
      original_shipping_fee: "0",
      shipping_fee_platform_discount: "0",
      shipping_fee: "0",
      total_amount: money(order.revenue),
    }),
  })
}

function tikiPayload(order: SoldOrder): JsonObject {
  const ids = lineIdsOf(order)
  const items = order.articles.map(({ price, quantity, discount }, at) =>
    tiki.buildItem({
      id: Number(ids[at][0]),
      price,
      qty: quantity,
      product: tiki.buildProduct({
        id: 70_010_001 + at,
        seller_product_code: `SKU-${at}`,
      }),
      invoice: {
        price,
        quantity,
        subtotal: price * quantity,
        discount_amount: discount,
        discount_coupon: discount,
        is_seller_discount_coupon: true,
        row_total: price * quantity - discount,
        seller_fee: 0,
        fees: [],
      },
    })
  )
  const gross = sum(order.articles.map((one) => one.price * one.quantity))
  return tiki.buildOrder({
    id: Number(order.external_id),
    code: order.external_id,
    status: order.status.startsWith("cancelled") ? "canceled" : "complete",
    created_at: tikiTime(order.placed_at),
    updated_at: tikiTime(order.delivered_at),
    items,
    invoice: tiki.buildInvoice({
      items_count: items.length,
      items_quantity: order.quantity,
      subtotal: gross,
      discount_amount: gross - order.revenue,
      discount_coupon: gross - order.revenue,
      shipping_amount_after_discount: 0,
      shipping_discount_amount: 0,
      grand_total: order.revenue,
    }),
    status_histories: [
      {
        id: 1,
        status: "successful_delivery",
        created_at: tikiTime(order.delivered_at),
      },
    ],
  })
}

/** `yyyy-MM-dd HH:mm:ss` in UTC+7. */
function tikiTime(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000)
    .toISOString()
    .slice(0, 19)
    .replace("T", " ")
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
