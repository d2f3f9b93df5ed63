import { JsonObject, JsonValue } from "../../../domain/shared/json"
import { isObject } from "../../shared/json"
import { keepFields, KeptFields } from "../../shared/kept-fields"
import { initiatorOf } from "../cancel-reasons"
import { WireInvoice, WireItem, WireOrder, WireShipping } from "../types"

const ITEM: KeptFields<WireItem> = {
  id: true,
  parent_item_id: true,
  product: true,
  seller: true,
  qty: true,
  price: true,
  is_free_gift: true,
  is_virtual: true,
  is_fulfilled: true,
  fulfilled_at: true,
  confirmation: {
    status: true,
    confirmed_at: true,
    available_confirm_sla: true,
    pickup_confirm_sla: true,
  },
  inventory_requisition: true,
  inventory_withdrawals: true,
  seller_inventory_id: true,
  invoice: true,
  seller_income_detail: true,
}

/** Without codes of coupons and gift cards, and the buyer's tax invoice. */
const INVOICE: KeptFields<WireInvoice> = {
  items_count: true,
  items_quantity: true,
  subtotal: true,
  grand_total: true,
  collectible_amount: true,
  discount_amount: true,
  discount_coupon: true,
  discount_other: true,
  discount_percent: true,
  discount_promotion: true,
  discount_tikixu: true,
  gift_card_amount: true,
  handling_fee: true,
  other_fee: true,
  shipping_amount_after_discount: true,
  shipping_discount_amount: true,
  total_seller_fee: true,
  total_seller_income: true,
  purchased_at: true,
}

const SHIPPING: KeptFields<WireShipping> = {
  partner_id: true,
  partner_name: true,
  pickup_partner_code: true,
  pickup_shipping_code: true,
  delivery_partner_code: true,
  delivery_shipping_code: true,
  return_partner_code: true,
  return_shipping_code: true,
  tracking_code: true,
  status: true,
  plan: { id: true, promised_delivery_date: true },
}

const STEP = { id: true, status: true, created_at: true } as const

/**
 * What stays of an order without its buyer: goods, money, times, parcels. Gone are `customer`,
 * both addresses, notes, and what is not listed here.
 */
const ORDER: KeptFields<WireOrder> = {
  id: true,
  code: true,
  original_code: true,
  parent_code: true,
  relation_code: true,
  linked_code: true,
  siblings: { code: true },
  type: true,
  fulfillment_type: true,
  inventory_status: true,
  status: true,
  substate: true,
  main_state: true,
  main_substate: true,
  status_histories: STEP,
  shipment_status_histories: STEP,
  is_rma: true,
  is_parent: true,
  is_virtual: true,
  has_backorder_items: true,
  dropship_already: true,
  created_at: true,
  updated_at: true,
  payment: { method: true, is_prepaid: true, status: true },
  invoice: INVOICE,
  items: ITEM,
  shipping: SHIPPING,
  delivery: {
    delivery_confirmed: true,
    delivery_confirmed_at: true,
    delivery_confirmed_by_customer: true,
    delivery_confirmed_by_customer_at: true,
  },
  cancel_info: { canceled_at: true, reason_code: true },
  rma_info: true,
  seller_warehouse: true,
  tiki_warehouse: true,
}

/** See `RedactsOrders.redactOrder`. */
export function redactOrder(payload: JsonObject): JsonObject {
  const kept = keepFields(payload, ORDER)
  if (isObject(kept.shipping) && isObject(payload.shipping)) {
    kept.shipping = {
      ...kept.shipping,
      ...shippingDetail(payload.shipping.shipping_detail),
    }
  }
  if (isObject(kept.cancel_info) && isObject(payload.cancel_info)) {
    kept.cancel_info = {
      ...kept.cancel_info,
      ...initiatorWord(payload.cancel_info),
    }
  }
  if (Array.isArray(payload.state_histories)) {
    kept.state_histories = payload.state_histories.map((one) =>
      isObject(one) ? keepFields(one, { state: true, status: true }) : null
    )
  }
  return kept
}

/** Its form is not documented: where the goods are is all that is read of it. */
function shippingDetail(detail: JsonValue | undefined): JsonObject {
  return isObject(detail)
    ? {
        shipping_detail: keepFields(detail, { status: true, timestamp: true }),
      }
    : {}
}

/** Free text tells who cancelled: of it, that word is kept. */
function initiatorWord(info: JsonObject): JsonObject {
  const [code, text, comment] = ["reason_code", "reason_text", "comment"].map(
    (name) => String(info[name] ?? "").trim() || null
  )
  return text || comment
    ? { comment: initiatorOf({ code, text, comment }) }
    : {}
}
