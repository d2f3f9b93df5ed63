import { JsonObject } from "../../../domain/shared/json"
import { keepFields, KeptFields } from "../../shared/kept-fields"
import { WireOrder, WireOrderLine } from "../types"

const LINE: KeptFields<WireOrderLine> = {
  id: true,
  product_id: true,
  product_name: true,
  sku_id: true,
  sku_name: true,
  sku_image: true,
  sku_type: true,
  seller_sku: true,
  combined_listing_skus: true,
  is_gift: true,
  currency: true,
  original_price: true,
  sale_price: true,
  seller_discount: true,
  platform_discount: true,
  item_tax: true,
  display_status: true,
  cancel_reason: true,
  cancel_user: true,
  rts_time: true,
  package_id: true,
  package_status: true,
  shipping_provider_id: true,
  shipping_provider_name: true,
  tracking_number: true,
}

/**
 * What stays of an order without its buyer: goods, money, times, parcels. Gone are `user_id`,
 * `buyer_*`, `recipient_address`, tax numbers (`cpf*`), the seller's note, which may speak of
 * the buyer, and what is not listed here.
 */
const ORDER: KeptFields<WireOrder> = {
  id: true,
  status: true,
  order_type: true,
  create_time: true,
  update_time: true,
  paid_time: true,
  rts_time: true,
  rts_sla_time: true,
  tts_sla_time: true,
  cancel_order_sla_time: true,
  shipping_due_time: true,
  collection_due_time: true,
  collection_time: true,
  delivery_due_time: true,
  delivery_sla_time: true,
  delivery_time: true,
  cancel_time: true,
  cancel_reason: true,
  cancellation_initiator: true,
  request_cancel_time: true,
  is_buyer_request_cancel: true,
  has_updated_recipient_address: true,
  is_cod: true,
  is_exchange_order: true,
  is_on_hold_order: true,
  is_replacement_order: true,
  is_sample_order: true,
  replaced_order_id: true,
  exchange_source_order_id: true,
  fulfillment_type: true,
  shipping_type: true,
  shipping_provider: true,
  shipping_provider_id: true,
  delivery_option_id: true,
  delivery_type: true,
  split_or_combine_tag: true,
  auto_combine_group_id: true,
  tracking_number: true,
  warehouse_id: true,
  packages: { id: true },
  payment: true,
  line_items: LINE,
}

/** See `RedactsOrders.redactOrder`. */
export function redactOrder(payload: JsonObject): JsonObject {
  return keepFields(payload, ORDER)
}
