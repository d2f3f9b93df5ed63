import { JsonObject } from "../../../src/domain/shared/json"
import { overlay } from "../../shared/overlay"
import { carrierName } from "../carriers"
import { maskRecipient } from "./buyers"
import { PACKAGE_STATUS } from "../packages/package"
import { Order, sumUnits, totalOf, Unit } from "./order"

/** Which call shows the order; they differ in a few fields. */
export type OrderView = "search" | "202309" | "202507"

const HOUR = 3600
const money = (amount: number) => String(amount)

/**
 * The order as TikTok shows it.
 * @param base_url where pictures are served.
 */
export function orderToWire(
  order: Order,
  view: OrderView,
  base_url: string
): JsonObject {
  const carrier_id =
    order.units.find((unit) => unit.carrier_id)?.carrier_id ?? ""
  const since = order.paid_time ?? order.create_time
  const packages = new Set(
    order.units.flatMap(({ package_id }) => package_id ?? [])
  )
  const wire: JsonObject = {
    id: order.id,
    status: order.status,
    order_type: order.kind === "sample" ? "ZERO_LOTTERY" : "NORMAL",
    commerce_platform: "TIKTOK_SHOP",
    create_time: order.create_time,
    update_time: order.update_time,
    ...time("paid_time", order.paid_time),
    user_id: order.user_id,
    buyer_email: `u${order.user_id.slice(-6)}@scs.tiktokdemo.example`,
    buyer_message: order.buyer_message,
    seller_note: "",
    fulfillment_type: order.fulfillment_type,
    shipping_type: order.shipping_type,
    delivery_type: "HOME_DELIVERY",
    delivery_option_id: "7091000000000000333",
    delivery_option_name: "Standard Shipping",
    shipping_provider_id: carrier_id,
    shipping_provider: carrierName(carrier_id),
    tracking_number: order.tracking_number,
    warehouse_id: order.warehouse_id,
    packages: [...packages].map((id) => ({ id })),
    split_or_combine_tag: order.package_tag,
    is_cod: order.is_cod,
    is_on_hold_order: order.kind === "sale",
    is_sample_order: order.kind === "sample",
    is_replacement_order: order.kind === "replacement",
    is_exchange_order: false,
    is_buyer_request_cancel: order.cancel_requested,
    has_updated_recipient_address: order.has_updated_recipient_address,
    ...(order.replaced_order_id
      ? { replaced_order_id: order.replaced_order_id }
      : {}),
    payment_method_name: order.is_cod
      ? "Thanh toán khi nhận hàng"
      : "Thẻ nội địa",
    ...time("rts_time", order.rts_time),
    ...time("collection_time", order.collection_time),
    ...time("delivery_time", order.delivery_time),
    ...time("cancel_time", order.cancel_time),
    ...time("request_cancel_time", order.request_cancel_time),
    rts_sla_time: since + 24 * HOUR,
    tts_sla_time: since + 48 * HOUR,
    shipping_due_time: since + 72 * HOUR,
    collection_due_time: since + 96 * HOUR,
    cancel_order_sla_time: since + 96 * HOUR,
    delivery_due_time: since + 264 * HOUR,
    cancellation_initiator: order.cancellation?.initiator ?? "",
    cancel_reason: order.cancellation?.reason ?? "",
    payment: payment(order),
    recipient_address: recipientAddress(order),
    line_items: order.units.map((unit) => lineItem(order, unit, base_url)),
  }
  if (view === "search") {
    wire.fulfillment_priority_level = 600
    wire.recommended_shipping_time = since + 20 * HOUR
  } else {
    wire.payment_method_code = order.is_cod ? "pm_cod" : "pm_pi_domestic_card"
  }
  return overlay(wire, order.overrides) as JsonObject
}

const time = (name: string, value: number | null): JsonObject =>
  value === null ? {} : { [name]: value }

function payment(order: Order): JsonObject {
  const original = sumUnits(order, (unit) => unit.original_price)
  const seller = sumUnits(order, (unit) => unit.seller_discount)
  const platform = sumUnits(order, (unit) => unit.platform_discount)
  const { fee, seller_discount, platform_discount } = order.shipping
  return {
    currency: "VND",
    original_total_product_price: money(original),
    seller_discount: money(seller),
    platform_discount: money(platform),
    sub_total: money(original - seller - platform),
    original_shipping_fee: money(fee),
    shipping_fee_seller_discount: money(seller_discount),
    shipping_fee_platform_discount: money(platform_discount),
    shipping_fee_cofunded_discount: "0",
    shipping_fee: money(fee - seller_discount - platform_discount),
    tax: "0",
    total_amount: money(totalOf(order)),
  }
}

/** Empty before payment and while on hold; masked when TikTok's carrier ships. */
export function recipientAddress(order: Order): JsonObject {
  if (order.status === "UNPAID" || order.status === "ON_HOLD") {
    return {}
  }
  const masked =
    order.shipping_type === "TIKTOK" ||
    order.fulfillment_type === "FULFILLMENT_BY_TIKTOK"
  const { name, phone, street, ward, province } = masked
    ? maskRecipient(order.recipient)
    : order.recipient
  const level = (place: number, title: string, text: string) => ({
    address_level: `L${place}`,
    address_level_name: title,
    address_name: text,
  })
  return {
    name,
    first_name: name,
    last_name: "",
    phone_number: phone,
    region_code: "VN",
    postal_code: "",
    full_address: `Việt Nam, ${province}, ${ward}, ${street}`,
    address_detail: street,
    address_line1: street,
    address_line2: "",
    address_line3: "",
    address_line4: "",
    district_info: [
      level(0, "Country", "Việt Nam"),
      level(1, "Province", province),
      level(2, "Ward", ward),
    ],
  }
}

function lineItem(order: Order, unit: Unit, base_url: string): JsonObject {
  const { original_price, seller_discount, platform_discount } = unit
  return {
    id: unit.id,
    product_id: unit.product_id,
    sku_id: unit.sku_id,
    seller_sku: unit.seller_sku,
    product_name: unit.product_name,
    sku_name: unit.sku_name,
    sku_image: base_url + unit.picture,
    currency: "VND",
    original_price: money(original_price),
    seller_discount: money(seller_discount),
    platform_discount: money(platform_discount),
    sale_price: money(original_price - seller_discount - platform_discount),
    is_gift: unit.gift_retail_price !== null,
    ...(unit.gift_retail_price === null
      ? {}
      : { gift_retail_price: money(unit.gift_retail_price) }),
    ...(unit.parts.length
      ? { combined_listing_skus: unit.parts.map((part) => ({ ...part })) }
      : {}),
    display_status: unit.status,
    package_id: unit.package_id ?? "",
    package_status: PACKAGE_STATUS[unit.status],
    tracking_number: unit.tracking_number,
    ...(unit.tracking_number
      ? {
          shipping_provider_id: unit.carrier_id,
          shipping_provider_name: carrierName(unit.carrier_id),
        }
      : {}),
    ...time("rts_time", unit.rts_time),
    ...(unit.cancel
      ? { cancel_user: unit.cancel.user, cancel_reason: unit.cancel.reason }
      : {}),
  }
}
