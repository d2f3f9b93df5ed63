import { ApiError, notFound } from "../api-error"
import { cutPage } from "../paging"
import { Order } from "../orders/order"
import { orderToWire } from "../orders/order-wire"
import { commaList, Endpoint, SellerContext } from "./endpoint"
import { orderSorting, orderTests } from "./order-query"

/** The order on the wire; one made to break the contract leaves it. */
export function showOrder(context: SellerContext, order: Order) {
  const { twin, seller, query } = context
  if (order.off_contract) {
    context.leaveContract()
  }
  return orderToWire(order, {
    include: commaList(query.include) ?? [],
    siblings: twin.siblingsOf(order),
    seller,
    base_url: twin.base_url,
    without_refused: twin.options.partial_confirmation_lowers_total,
  })
}

/**
 * An order as the feed shows it.
 * @throws {ApiError} 404 unknown, 403 another seller's.
 */
export function findOrder({ twin, seller, path }: SellerContext): Order {
  const order = twin.book.visible(path.code)
  if (!order) {
    throw notFound("The order does not exist")
  }
  if (order.seller_id !== seller.id) {
    throw new ApiError(403, "The order belongs to another seller")
  }
  return order
}

function list(context: SellerContext): object {
  const { twin, seller, query } = context
  const tests = orderTests(context)
  const { field, ascending } = orderSorting(query.order_by)
  const feed = twin.book.feed(String(seller.id), field)
  const found = tests.length
    ? feed.filter((order) => tests.every((test) => test(order)))
    : feed
  const page = cutPage(
    ascending ? found : [...found].reverse(),
    query,
    twin.options.paging
  )
  return { ...page, data: page.data.map((order) => showOrder(context, order)) }
}

const common = { method: "GET", scope: "order", level: "seller" } as const

export const orderEndpoints: Endpoint[] = [
  { ...common, template: "/integration/v2/orders", answer: list },
  {
    ...common,
    template: "/integration/v2/orders/{code}",
    answer: (context: SellerContext) => showOrder(context, findOrder(context)),
  },
]
