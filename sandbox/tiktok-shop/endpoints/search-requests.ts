import { JsonObject } from "../../../src/domain/shared/json"
import { Order } from "../orders/order"
import { anyOf } from "./any-of"
import { ShopContext } from "./endpoint"
import { listPage } from "./list-page"

/** What cancellations and returns have in common. */
type Request = {
  readonly id: string
  readonly order_id: string
  readonly create_time: number
  readonly update_time: number
}

/**
 * Answers a search for cancellations or returns.
 * @param requests all of the shop.
 * @param search `by`: the body's list filters and what each looks at; `least`: the smallest
 * page; `name`: the answer's list.
 * @throws {ApiError} 36009004 for parameters that are out of bounds.
 */
export function searchRequests<T extends Request>(
  context: ShopContext,
  requests: readonly T[],
  search: {
    by: Record<string, (one: T) => string>
    least: number
    name: string
    toWire: (one: T, order: Order) => JsonObject
  }
): object {
  const { orders } = context.twin
  const by: typeof search.by = {
    order_ids: ({ order_id }) => order_id,
    buyer_user_ids: ({ order_id }) => orders.get(order_id).user_id,
    ...search.by,
  }
  const filters = Object.entries(by).map(([name, read]) => ({
    read,
    passes: anyOf(context, name),
  }))
  const { items, ...counts } = listPage(
    context,
    requests.filter((one) =>
      filters.every(({ read, passes }) => passes(read(one)))
    ),
    ({ id, create_time, update_time }) => ({
      id,
      times: { create_time, update_time },
    }),
    {
      least: search.least,
      most: 50,
      usual: 10,
      sort_fields: ["create_time", "update_time"],
      sort_orders: ["ASC", "DESC"],
    }
  )
  return {
    ...counts,
    [search.name]: items.map((one) =>
      search.toWire(one, orders.get(one.order_id))
    ),
  }
}
