import { invalidParameter } from "../envelope"
import {
  headToWire,
  orderToWire,
  statementToWire,
  transactionToWire,
  withdrawalToWire,
} from "../finance/finance-wire"
import { readPageToken, writePageToken } from "../page-token"
import { Endpoint, oneOf, ShopContext } from "./endpoint"

/** What differs from page to page of one search. */
const EACH_CALLS_OWN = ["page_size", "page_token", "sign", "timestamp"]

/** A page of a list that is sorted already, by the place where the one before ended. */
function page<T>(context: ShopContext, name: string, items: readonly T[]) {
  const { page_size, page_token } = context.query
  const size = Number(page_size ?? 20)
  if (!Number.isInteger(size) || size < 1 || size > 100) {
    throw invalidParameter("page_size must be between 1 and 100")
  }
  const filters = Object.entries(context.query).filter(
    ([filter]) => !EACH_CALLS_OWN.includes(filter)
  )
  const scope = `${name} ${JSON.stringify(filters.sort())}`
  const start = page_token ? readPageToken(scope, page_token).value : 0
  const end = start + size
  return {
    items: items.slice(start, end),
    next_page_token:
      end < items.length ? writePageToken(scope, { value: end, id: "" }) : "",
  }
}

/** Each list has exactly one field to sort by, and wants it named. */
function sorted<T>(
  context: ShopContext,
  field: string,
  items: readonly T[]
): T[] {
  if (context.query.sort_field !== field) {
    throw invalidParameter(`sort_field must be ${field}`)
  }
  const up = oneOf(context, "sort_order", ["ASC", "DESC"]) === "ASC"
  return up ? [...items] : [...items].reverse()
}

function within(context: ShopContext, field: string, time: number): boolean {
  const { [`${field}_ge`]: from, [`${field}_lt`]: until } = context.query
  return time >= Number(from ?? -Infinity) && time < Number(until ?? Infinity)
}

function statements(context: ShopContext): object {
  const { twin, shop, query } = context
  const found = twin.finance
    .statementsOf(shop.id)
    .filter(
      ({ time, payment_status }) =>
        within(context, "statement_time", time) &&
        (query.payment_status ?? payment_status) === payment_status
    )
  const { items, next_page_token } = page(
    context,
    "statements",
    sorted(context, "statement_time", found)
  )
  return {
    next_page_token,
    statements: items.map((one) =>
      statementToWire(one, twin.finance.entriesOf(one.id))
    ),
  }
}

function transactions(context: ShopContext): object {
  const { twin, shop, path } = context
  const statement = twin.finance
    .statementsOf(shop.id)
    .find(({ id }) => id === path.statement_id)
  if (!statement) {
    throw invalidParameter("statement_id does not exist in this shop")
  }
  const all = twin.finance.entriesOf(statement.id)
  const { items, next_page_token } = page(
    context,
    statement.id,
    sorted(context, "order_create_time", all)
  )
  return {
    ...headToWire(statement, all),
    next_page_token,
    transactions: items.map(transactionToWire),
  }
}

/** Nothing settled: an empty list. */
function ofOrder({ twin, shop, path }: ShopContext): object {
  const order = twin.book.visible(path.order_id)
  if (order?.shop_id !== shop.id) {
    throw invalidParameter("order_id does not exist in this shop")
  }
  return orderToWire(order, twin.finance.salesOf(order.id))
}

function withdrawals(context: ShopContext): object {
  const { twin, shop, query } = context
  const types = query.types?.split(",") ?? []
  const known = ["WITHDRAW", "SETTLE", "TRANSFER", "REVERSE"]
  if (!types.length || types.some((type) => !known.includes(type))) {
    throw invalidParameter(`types must be some of ${known.join(", ")}`)
  }
  const all = twin.finance
    .withdrawalsOf(shop.id)
    .filter(
      ({ type, time }) =>
        types.includes(type) && within(context, "create_time", time)
    )
  const { items, next_page_token } = page(context, "withdrawals", all)
  return {
    next_page_token,
    total_count: all.length,
    withdrawals: items.map(withdrawalToWire),
  }
}

const common = {
  method: "GET",
  scope: "seller.finance.info",
  level: "shop",
} as const

export const financeEndpoints: Endpoint[] = [
  { ...common, template: "/finance/202309/statements", answer: statements },
  { ...common, template: "/finance/202309/withdrawals", answer: withdrawals },
  {
    ...common,
    template:
      "/finance/202501/statements/{statement_id}/statement_transactions",
    answer: transactions,
  },
  {
    ...common,
    template: "/finance/202501/orders/{order_id}/statement_transactions",
    answer: ofOrder,
  },
]
