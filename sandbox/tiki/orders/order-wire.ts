import { JsonObject } from "../../../src/domain/shared/json"
import { overlay } from "../../shared/overlay"
import { Seller, TIKI_WAREHOUSES } from "../sellers"
import { writeTime, writeTimeOrNull } from "../tiki-time"
import { itemToWire } from "./item-wire"
import { earning, feesOf, invoiceOf, rowTotalOf } from "./money"
import { Order, ownItems } from "./order"
import { OrderView } from "./order-view"
import { shippingToWire } from "./shipping"
import { MAIN_STATE } from "./statuses"

/** The order as Tiki shows it. Dates in Vietnam's time, without zone. */
export function orderToWire(order: Order, view: OrderView): JsonObject {
  const updated_at = writeTime(order.update_time)
  const histories = order.histories.map(({ status, at }, place) => ({
    id: order.id * 100 + place,
    status,
    created_at: writeTime(at),
  }))
  const wire: JsonObject = {
    id: order.id,
    code: order.code,
    type: "simple",
    is_parent: false,
    original_code: order.basket_code ?? order.code,
    parent_code: order.basket_code ?? "",
    relation_code: "",
    linked_code: order.replaced_by,
    siblings: view.siblings.map((code) => ({ code })),
    children: [],
    backend_id: order.id + 4_000_000,
    platform: "frontend_app",
    status: order.status,
    substate: null,
    main_state: MAIN_STATE[order.status],
    main_substate: null,
    state_histories: [],
    status_histories: view.include.includes("status_histories")
      ? histories
      : [],
    shipment_status_histories: [],
    inventory_status: null,
    fulfillment_type: order.fulfillment_type,
    dropship_already: order.confirmed_at !== null,
    has_backorder_items: !order.is_fbt,
    is_rma: order.replaces !== null,
    is_virtual: false,
    is_vat_exporting: false,
    is_bookcare: false,
    is_flower_gift: false,
    created_at: writeTime(order.create_time),
    updated_at,
    customer: {
      id: order.customer_id,
      full_name: shown(order).full_name,
    },
    billing_address: shown(order),
    items: order.items.map((item) => itemToWire(order, item, view)),
    invoice: invoice(order, view),
    payment: payment(order),
    installment_info: null,
    tikixu_point_earning: 0,
    applied_rule_ids: [],
    shipping: shippingToWire(order, shown(order)),
    delivery: delivery(order),
    tiki_warehouse: { ...TIKI_WAREHOUSES[0] },
    seller_warehouse: sellerWarehouse(order, view.seller),
    store: null,
    shipment_mappings: [],
    labels: [],
    multiseller_confirmation: multiseller(order),
    cancel_info: order.cancellation && {
      reason_code: order.cancellation.reason_code,
      reason_text: order.cancellation.reason_text,
      comment: order.cancellation.comment,
      canceled_at: writeTime(order.cancellation.at),
    },
    rma_info: order.replaces === null ? null : rma(order, order.replaces),
  }
  return overlay(wire, order.overrides) as JsonObject
}

function multiseller(order: Order): JsonObject | null {
  return ownItems(order).length === order.items.length
    ? null
    : { seller_id: order.seller_id, need_other_sellers_confirm: true }
}

const rma = (order: Order, original: string): JsonObject => ({
  id: order.id + 7_000_000,
  warehouse_id: order.warehouse_id,
  original_order_code: original,
  exchanged_order_code: order.code,
  status: order.delivered_at === null ? "Đang xử lý" : "Hoàn thành",
  created_at: writeTime(order.create_time),
})

const maskName = (name: string) => {
  const [family, ...rest] = name.split(" ")
  return [`${[...family].slice(0, 2).join("")}***`, ...rest].join(" ")
}

/** People can be reached only where the seller delivers, or sends abroad. */
function shown({ person, fulfillment_type }: Order): JsonObject {
  const reachable =
    fulfillment_type === "seller_delivery" ||
    fulfillment_type === "cross_border"
  return {
    full_name: reachable ? person.name : maskName(person.name),
    street: person.street,
    ward: person.ward,
    ward_tiki_code: "VN039006003",
    // Vietnam has no districts any more.
    district: "",
    district_tiki_code: "",
    region: person.province,
    region_tiki_code: "VN039",
    country: "Việt Nam",
    country_id: "VN",
    email: reachable ? "nguoi.mua@khachhang.example" : null,
    phone: reachable ? person.phone : "",
  }
}

function invoice(order: Order, view: OrderView): JsonObject {
  const sums = invoiceOf(order, view.without_refused)
  const settled = order.status === "complete"
  const own = ownItems(order)
  const fees = settled
    ? earning(order)
        .flatMap(feesOf)
        .reduce((sum, { amount }) => sum + amount, 0)
    : 0
  const rows = earning(order).reduce((sum, item) => sum + rowTotalOf(item), 0)
  return {
    items_count: sums.items_count,
    items_quantity: sums.items_quantity,
    subtotal: sums.subtotal,
    grand_total: sums.grand_total,
    collectible_amount: order.is_cod ? sums.grand_total : 0,
    discount_amount: sums.discount,
    discount_tikixu: sums.tikixu,
    discount_promotion: 0,
    // The sum of the items' percentages: it means nothing.
    discount_percent: own.length * 7,
    discount_coupon: sums.coupon,
    discount_other: 0,
    gift_card_amount: 0,
    gift_card_code: null,
    coupon_code: null,
    shipping_amount_after_discount: sums.shipping,
    shipping_discount_amount: order.shipping.discount,
    handling_fee: 0,
    other_fee: 0,
    total_seller_fee: fees,
    total_seller_income: rows + fees,
    purchased_at: writeTime(order.create_time),
    tax_info: null,
  }
}

const METHODS: Record<string, string> = {
  cod: "Thanh toán khi nhận hàng",
  momo: "Ví MoMo",
  zalopay: "Ví ZaloPay",
  cybersource: "Thẻ quốc tế",
  pay123: "Thẻ nội địa",
}

function payment(order: Order): JsonObject {
  const { is_cod, status, delivered_at } = order
  const unpaid =
    status === "waiting_payment" || status === "payment_review"
      ? "pending"
      : "success"
  const cash = delivered_at === null ? "pending" : "success"
  return {
    method: order.payment_method,
    is_prepaid: !is_cod,
    status: is_cod ? cash : unpaid,
    description: METHODS[order.payment_method] ?? order.payment_method,
  }
}

const delivery = ({ delivered_at, failed_attempts }: Order): JsonObject => ({
  delivery_confirmed: delivered_at !== null,
  delivery_confirmed_at: writeTimeOrNull(delivered_at),
  delivery_confirmed_by_customer: false,
  delivery_confirmed_by_customer_at: null,
  delivery_note: failed_attempts > 0 ? "Hẹn giao lại" : "",
  delivery_confirmation: [],
})

function sellerWarehouse(order: Order, seller: Seller): JsonObject | null {
  const warehouse = seller.warehouses.find(
    ({ id }) => id === order.warehouse_id
  )
  return order.confirmed_at === null || !warehouse
    ? null
    : { id: warehouse.id, name: warehouse.name }
}
