import { JsonObject } from "../../../src/domain/shared/json"

/** The statuses of version 202309 and later. */
export const ORDER_STATUSES = [
  "UNPAID",
  "ON_HOLD",
  "AWAITING_SHIPMENT",
  "PARTIALLY_SHIPPING",
  "AWAITING_COLLECTION",
  "IN_TRANSIT",
  "DELIVERED",
  "COMPLETED",
  "CANCELLED",
] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export type Initiator = "BUYER" | "SELLER" | "SYSTEM"

/** One unit; TikTok's `line_items` hold one entry for each. Amounts in đồng. */
export type Unit = {
  readonly id: string
  readonly sku_id: string
  readonly product_id: string
  readonly seller_sku: string
  readonly product_name: string
  readonly sku_name: string
  readonly picture: string
  readonly original_price: number
  readonly seller_discount: number
  readonly platform_discount: number
  /** Set for gifts, whose price is zero. */
  readonly gift_retail_price: number | null
  readonly parts: readonly {
    sku_id: string
    sku_count: number
    product_id: string
    seller_sku: string
  }[]
  readonly status: Exclude<OrderStatus, "ON_HOLD" | "PARTIALLY_SHIPPING">
  readonly package_id: string | null
  readonly tracking_number: string
  /** Who carries it; empty until arranged. */
  readonly carrier_id: string
  readonly rts_time: number | null
  readonly collection_time: number | null
  readonly cancel: {
    user: Initiator | "OPERATOR"
    reason: string
  } | null
}

export type Recipient = {
  readonly name: string
  readonly phone: string
  readonly street: string
  readonly ward: string
  readonly province: string
}

/** An order as the twin keeps it; never changed, only replaced. Times in seconds, UTC. */
export type Order = {
  readonly id: string
  readonly shop_id: string
  readonly kind: "sale" | "sample" | "replacement"
  readonly status: OrderStatus
  readonly fulfillment_type: "FULFILLMENT_BY_SELLER" | "FULFILLMENT_BY_TIKTOK"
  readonly shipping_type: "TIKTOK" | "SELLER"
  readonly is_cod: boolean
  readonly user_id: string
  readonly buyer_message: string
  readonly recipient: Recipient
  readonly has_updated_recipient_address: boolean
  readonly warehouse_id: string
  readonly units: readonly Unit[]
  readonly shipping: {
    readonly fee: number
    readonly seller_discount: number
    readonly platform_discount: number
  }
  readonly create_time: number
  readonly update_time: number
  readonly paid_time: number | null
  readonly rts_time: number | null
  readonly collection_time: number | null
  readonly delivery_time: number | null
  readonly cancel_time: number | null
  readonly request_cancel_time: number | null
  /** The buyer waits for an answer. */
  readonly cancel_requested: boolean
  readonly cancellation: {
    initiator: Initiator
    reason: string
  } | null
  readonly tracking_number: string
  readonly replaced_order_id: string | null
  /** What has been done to its packages; empty when nothing. */
  readonly package_tag: "" | "SPLIT" | "COMBINED"
  /** Laid over the answer; `null` takes a field out. */
  readonly overrides: JsonObject
  /** Answers that hold this order are not checked against TikTok's description. */
  readonly off_contract: boolean
}

/** Sum of one amount over the units. */
export function sumUnits(order: Order, amount: (unit: Unit) => number): number {
  return order.units.reduce((sum, unit) => sum + amount(unit), 0)
}

/** What the buyer pays, by the documented formula. */
export function totalOf(order: Order): number {
  const goods = sumUnits(
    order,
    (unit) =>
      unit.original_price - unit.seller_discount - unit.platform_discount
  )
  const { fee, seller_discount, platform_discount } = order.shipping
  return goods + fee - seller_discount - platform_discount
}
