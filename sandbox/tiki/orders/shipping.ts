import { JsonObject } from "../../../src/domain/shared/json"
import { writeTime } from "../tiki-time"
import { Order } from "./order"

const CARRIER = { code: "TNSL", name: "TikiNOW Smart Logistics" }

/** Goods of an order that ended on the way go back to the seller. */
export function isComingBack({ shipped_at, status }: Order): boolean {
  return shipped_at !== null && (status === "returned" || status === "canceled")
}

/** The numbers that a parcel has by now; there are none before the carrier has come. */
export function codesOf(order: Order): {
  tracking: string | null
  pickup: string | null
  delivery: string | null
  back: string | null
} {
  const { code, shipped_at, fulfillment_type } = order
  const left = shipped_at !== null
  const with_carrier = left && fulfillment_type !== "seller_delivery"
  return {
    tracking: left ? `${CARRIER.code}VN${code}` : null,
    pickup: with_carrier ? `P${code}` : null,
    delivery: with_carrier ? `D${code}` : null,
    back: isComingBack(order) ? `R${code}` : null,
  }
}

/** `shipping` of an order. @param address as it is shown. */
export function shippingToWire(order: Order, address: JsonObject): JsonObject {
  const codes = codesOf(order)
  const partner = (code: string | null) => code && CARRIER.code
  const left = order.shipped_at !== null
  return {
    partner_id: left ? CARRIER.code : null,
    partner_name: left ? CARRIER.name : null,
    tracking_code: codes.tracking,
    status: left ? order.status : null,
    pickup_partner_code: partner(codes.pickup),
    pickup_shipping_code: codes.pickup,
    delivery_partner_code: partner(codes.delivery),
    delivery_shipping_code: codes.delivery,
    return_partner_code: partner(codes.back),
    return_shipping_code: codes.back,
    plan: {
      id: 1,
      name: "Giao tiết kiệm",
      is_free_shipping: order.shipping.fee === 0,
      promised_delivery_date: writeTime(order.create_time + 4 * 86_400),
      description: "",
    },
    address,
    shipping_detail: codes.delivery === null ? null : detail(order),
  }
}

/** The carrier's own words for where the parcel is. */
const WORDS: Partial<Record<Order["status"], string>> = {
  handover_to_partner: "picked",
  shipping: "delivering",
  delivered: "delivered",
  successful_delivery: "delivered",
  complete: "delivered",
  returned: "returned",
  canceled: "delivery_failed",
}

function detail(order: Order): JsonObject {
  return {
    tracking_id: codesOf(order).tracking,
    client_order_id: order.code,
    shipping_fee: order.shipping.fee,
    partner_code: CARRIER.code,
    service_code: "standard",
    timestamp: writeTime(order.update_time),
    status: WORDS[order.status] ?? "picked",
    reason_code: order.cancellation?.reason_code ?? null,
    tracking_url: null,
    driver: null,
  }
}
