import { JsonObject } from "../../../src/domain/shared/json"
import { writeTime, writeTimeOrNull } from "../tiki-time"
import { couponOf, discountOf, feesOf, rowTotalOf, subtotalOf } from "./money"
import { Item, Order, ownItems } from "./order"
import { OrderView } from "./order-view"
import { isComingBack } from "./shipping"
import { FINAL } from "./statuses"

const HOUR = 3600

/** One item as Tiki shows it. */
export function itemToWire(
  order: Order,
  item: Item,
  view: OrderView
): JsonObject {
  const warehouse = view.seller.warehouses.find(
    ({ id }) => id === item.warehouse_id
  )
  return {
    id: item.id,
    product: {
      id: item.product_id,
      type: "simple",
      super_id: item.super_id,
      master_id: item.master_id,
      sku: item.sku,
      name: item.name,
      catalog_group_name: "Nhà cửa",
      inventory_type: item.inventory_type,
      thumbnail: view.base_url + item.picture,
      seller_product_code: item.original_sku,
      seller_supply_method: null,
      imeis: [],
      serial_numbers: [],
    },
    seller: { ...item.seller },
    confirmation: confirmation(order, item, view),
    price: item.price,
    qty: item.quantity,
    parent_item_id: 0,
    is_virtual: false,
    is_ebook: false,
    is_bookcare: false,
    is_free_gift: item.is_gift,
    is_fulfilled: order.delivered_at !== null,
    fulfilled_at: writeTimeOrNull(order.delivered_at),
    invoice: invoice(order, item, view),
    inventory_requisition: requisition(order, item),
    inventory_withdrawals: isComingBack(order)
      ? [{ id: item.id + 5_000_000, status: "waiting_for_picking" }]
      : [],
    seller_inventory_id: warehouse?.id ?? null,
    seller_inventory_name: warehouse?.name ?? null,
    seller_income_detail: incomeDetail(order, item),
  }
}

function confirmation(order: Order, item: Item, view: OrderView): JsonObject {
  const since = order.histories.find(({ status }) => status === "queueing")
  const listed = view.include.includes("item.confirmation_histories")
  return {
    status: item.confirmation,
    confirmed_at: writeTimeOrNull(item.confirmed_at),
    available_confirm_sla: since ? writeTime(since.at + 4 * HOUR) : null,
    pickup_confirm_sla:
      item.confirmation === "seller_confirmed" && item.confirmed_at !== null
        ? writeTime(item.confirmed_at + 24 * HOUR)
        : null,
    histories:
      listed && item.confirmed_at !== null
        ? [
            {
              status: item.confirmation,
              confirmed_at: writeTime(item.confirmed_at),
            },
          ]
        : [],
  }
}

/** Fees come late: a fresh order has none. */
function invoice(order: Order, item: Item, view: OrderView): JsonObject {
  const fees = order.status === "complete" ? feesOf(item) : []
  const fee = fees.reduce((sum, { amount }) => sum + amount, 0)
  return {
    price: item.price,
    quantity: item.quantity,
    subtotal: subtotalOf(item),
    row_total: rowTotalOf(item),
    discount_amount: discountOf(item),
    discount_tikixu: item.tikixu,
    discount_promotion: 0,
    discount_percent: 7,
    discount_coupon: couponOf(item),
    discount_other: 0,
    discount_data: {},
    is_seller_discount_coupon: item.seller_discount > 0,
    is_taxable: false,
    fob_price: 0,
    seller_fee: fee,
    seller_income: rowTotalOf(item) + fee,
    fees: view.include.includes("item.fees")
      ? fees.map(({ key, name, amount }, place) => ({
          id: item.id * 10 + place,
          fee_type_key: key,
          fee_type_name: name,
          status: "charged",
          quantity: item.quantity,
          base_amount: rowTotalOf(item),
          total_amount: amount,
          discount_amount: 0,
          final_amount: amount,
        }))
      : [],
  }
}

function requisition(order: Order, item: Item): JsonObject | null {
  if (item.confirmation !== "seller_confirmed" || item.confirmed_at === null) {
    return null
  }
  const done = order.shipped_at !== null || FINAL.includes(order.status)
  return {
    id: item.id + 3_000_000,
    code: `RO${item.id}`,
    seller_inventory_id: item.warehouse_id,
    status: done ? "picked" : "waiting_for_picking",
    is_printed: false,
    pickup_method: "pickup",
    warehouse_code: "sgn",
    error: null,
    created_at: writeTime(item.confirmed_at),
  }
}

/**
 * The shipping stands on the first item. `sellerDiscount` is the whole discount, the
 * seller's and Tiki's share; `seller_income` differs from that of the invoice, as no
 * coupon is taken off.
 */
function incomeDetail(order: Order, item: Item): JsonObject {
  const first = item === ownItems(order)[0]
  const { fee, discount, seller_subsidy } = first
    ? order.shipping
    : { fee: 0, discount: 0, seller_subsidy: 0 }
  const tiki_subsidy = discount - seller_subsidy
  return {
    item_price: item.price,
    item_qty: item.quantity,
    shipping_fee: fee + discount,
    seller_fees: [],
    sub_total: subtotalOf(item),
    seller_income: subtotalOf(item) + fee + discount - seller_subsidy,
    discount: {
      discount_shipping_fee: {
        sellerDiscount: discount,
        fee_amount: fee + discount,
        qty: item.quantity,
        apply_discount:
          discount > 0
            ? [
                {
                  rule_id: 501,
                  type: "shipping",
                  amount: discount,
                  seller_sponsor: seller_subsidy,
                  tiki_sponsor: tiki_subsidy,
                },
              ]
            : [],
        seller_subsidy,
        tiki_subsidy,
      },
      discount_coupon: {
        seller_discount: item.seller_discount,
        platform_discount: item.platform_discount,
        total_discount: couponOf(item),
      },
      discount_tikixu: { amount: item.tikixu },
    },
  }
}
