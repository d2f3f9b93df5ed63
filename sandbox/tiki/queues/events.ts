import { JsonObject } from "../../../src/domain/shared/json"
import { Order, shownStatus } from "../orders/order"
import { NOT_WITH_SELLER } from "../orders/statuses"
import { Product, sellable } from "../products/product"
import { StockChange } from "../products/stock"

export const EVENT_TYPES = [
  "ORDER_CREATED_SUCCESSFULLY",
  "ORDER_STATUS_UPDATED",
  "PRODUCT_PRICE_UPDATED",
  "PRODUCT_MARKET_PRICE_UPDATED",
  "PRODUCT_INVENTORY_UPDATED",
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** What has happened, before it is put into a queue. */
export type Happening = {
  /** One of {@link EVENT_TYPES}, or any other for trials. */
  type: string
  seller_id: number
  payload: JsonObject
  version?: string
}

const withSeller = (order: Order | null) =>
  order !== null &&
  !NOT_WITH_SELLER.some((status) => status === shownStatus(order))

/** What a change of an order is told as: it is created when it reaches the seller. */
export function orderHappenings(
  before: Order | null,
  after: Order
): Happening[] {
  const status = shownStatus(after)
  const was = before && shownStatus(before)
  if (was === status || !withSeller(after)) {
    return []
  }
  const { code, seller_id } = after
  const event = { seller_id, version: "v1" }
  return withSeller(before)
    ? [
        {
          ...event,
          type: "ORDER_STATUS_UPDATED",
          payload: { order_code: code, orderCode: code, status },
        },
      ]
    : [
        {
          ...event,
          type: "ORDER_CREATED_SUCCESSFULLY",
          payload: { order_code: code },
        },
      ]
}

export function stockHappening({
  product,
  warehouse_id,
  from,
  to,
}: StockChange): Happening {
  return {
    type: "PRODUCT_INVENTORY_UPDATED",
    seller_id: product.seller_id,
    version: "v2",
    payload: {
      product_id: product.product_id,
      original_sku: product.original_sku,
      warehouse_id,
      quantity_from: 0,
      quantity_to: 0,
      quantity_available_from: from.available,
      quantity_available_to: to.available,
      quantity_reserved_from: from.reserved,
      quantity_reserved_to: to.reserved,
      quantity_sellable_from: sellable(from),
      quantity_sellable_to: sellable(to),
    },
  }
}

/** Prices are told as text. */
export function priceHappenings(
  { product_id, original_sku, seller_id, ...to }: Product,
  from: Pick<Product, "price" | "market_price">
): Happening[] {
  const told = (["price", "market_price"] as const).filter(
    (name) => from[name] !== to[name]
  )
  return told.map((name) => ({
    type:
      name === "price"
        ? "PRODUCT_PRICE_UPDATED"
        : "PRODUCT_MARKET_PRICE_UPDATED",
    seller_id,
    version: "v1",
    payload: {
      product_id,
      original_sku,
      [`${name}_from`]: String(from[name]),
      [`${name}_to`]: String(to[name]),
    },
  }))
}
