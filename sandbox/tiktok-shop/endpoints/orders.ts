import { invalidParameter } from "../envelope"
import { Order, ORDER_STATUSES, sumUnits, totalOf, Unit } from "../orders/order"
import { orderToWire, OrderView } from "../orders/order-wire"
import { searchOrders } from "../orders/search-orders"
import { readPageToken, writePageToken } from "../page-token"
import {
  Endpoint,
  numberOf,
  oneOf,
  pageSize,
  ShopContext,
  textList,
} from "./endpoint"

const MOST_IDS = 50

function filterOf(context: ShopContext): ((order: Order) => boolean) | null {
  const { order_status, shipping_type, buyer_user_id } = context.body
  const asked = context.body.is_buyer_request_cancel
  const warehouses = textList(context, "warehouse_ids", 100)
  if (
    order_status !== undefined &&
    !ORDER_STATUSES.some((status) => status === order_status)
  ) {
    throw invalidParameter("order_status is unknown")
  }
  const tests: ((order: Order) => boolean)[] = []
  if (order_status !== undefined) {
    tests.push(({ status }) => status === order_status)
  }
  if (shipping_type !== undefined) {
    tests.push((order) => order.shipping_type === shipping_type)
  }
  if (buyer_user_id !== undefined) {
    tests.push(({ user_id }) => user_id === buyer_user_id)
  }
  if (asked !== undefined) {
    tests.push(({ cancel_requested }) => cancel_requested === asked)
  }
  if (warehouses) {
    tests.push(({ warehouse_id }) => warehouses.includes(warehouse_id))
  }
  return tests.length ? (order) => tests.every((test) => test(order)) : null
}

/** The orders on the wire; those made to break the contract leave it. */
function show(context: ShopContext, orders: Order[], view: OrderView) {
  if (orders.some(({ off_contract }) => off_contract)) {
    context.leaveContract()
  }
  return orders.map((order) => orderToWire(order, view, context.twin.base_url))
}

function search(context: ShopContext): object {
  const { twin, shop, query } = context
  const page_size = pageSize(context, 100)
  const fields = ["create_time", "update_time"] as const
  const sort_field = oneOf(context, "sort_field", fields)
  const sort_order = oneOf(context, "sort_order", ["DESC", "ASC"])
  const scope = [
    shop.id,
    JSON.stringify(context.body),
    sort_field,
    sort_order,
  ].join(" ")
  const range = (field: string) => ({
    from: numberOf(context, `${field}_ge`),
    until: numberOf(context, `${field}_lt`),
  })
  const found = searchOrders(twin.book.feed(shop.id, sort_field), {
    sort_field,
    ascending: sort_order === "ASC",
    create_time: range("create_time"),
    update_time: range("update_time"),
    filter: filterOf(context),
    after: query.page_token ? readPageToken(scope, query.page_token) : null,
    page_size,
  })
  return {
    total_count: found.total_count,
    next_page_token: found.next ? writePageToken(scope, found.next) : "",
    orders: show(context, found.orders, "search"),
  }
}

/** Orders by id; those of other shops, or not there yet, are left out. */
function detail(context: ShopContext, view: OrderView): object {
  const ids = context.query.ids.split(",")
  if (ids.length > MOST_IDS) {
    throw invalidParameter(`ids takes at most ${MOST_IDS} entries`)
  }
  const orders = ids.flatMap((id) => context.twin.book.visible(id) ?? [])
  const own = orders.filter(({ shop_id }) => shop_id === context.shop.id)
  return { orders: show(context, own, view) }
}

function priceDetail({ twin, shop, path }: ShopContext): object {
  const order = twin.book.visible(path.order_id)
  if (!order || order.shop_id !== shop.id) {
    throw invalidParameter("order_id does not exist in this shop")
  }
  const text = (amount: number) => String(amount)
  const { fee, seller_discount, platform_discount } = order.shipping
  const paid = (unit: Unit) =>
    unit.original_price - unit.seller_discount - unit.platform_discount
  const list = sumUnits(order, (unit) => unit.original_price)
  const by_seller = sumUnits(order, (unit) => unit.seller_discount)
  const by_platform = sumUnits(order, (unit) => unit.platform_discount)
  return {
    currency: "VND",
    payment: text(totalOf(order)),
    total: text(totalOf(order)),
    subtotal: text(list - by_seller - by_platform),
    subtotal_deduction_seller: text(by_seller),
    subtotal_deduction_platform: text(by_platform),
    sku_list_price: text(list),
    sku_sale_price: text(list - by_seller),
    shipping_list_price: text(fee),
    shipping_sale_price: text(fee - seller_discount - platform_discount),
    shipping_fee_deduction_seller: text(seller_discount),
    shipping_fee_deduction_platform: text(platform_discount),
    tax_amount: "0",
    line_items: order.units.map((unit) => ({
      id: unit.id,
      currency: "VND",
      subtotal: text(paid(unit)),
      subtotal_deduction_seller: text(unit.seller_discount),
      subtotal_deduction_platform: text(unit.platform_discount),
      sku_list_price: text(unit.original_price),
      sku_sale_price: text(unit.original_price - unit.seller_discount),
      tax_amount: "0",
    })),
  }
}

const scope = "seller.order.info"

export const orderEndpoints: Endpoint[] = [
  {
    method: "POST",
    template: "/order/202309/orders/search",
    scope,
    level: "shop",
    answer: search,
  },
  {
    method: "GET",
    template: "/order/202309/orders",
    scope,
    level: "shop",
    answer: (context) => detail(context, "202309"),
  },
  {
    method: "GET",
    template: "/order/202507/orders",
    scope,
    level: "shop",
    answer: (context) => detail(context, "202507"),
  },
  {
    method: "GET",
    template: "/order/202407/orders/{order_id}/price_detail",
    scope,
    level: "shop",
    answer: priceDetail,
  },
]
