import { ORDERS_WITH_OVERDUE_GOODS } from "./overdue-goods"

/** Filters of the order list; every one narrows. */
export type OrderFilters = {
  channel_id?: string[]
  status?: string[]
  import_state?: string[]
  medusa_order_id?: string[]
  /** Part of an order id, tracking number, package id, SKU or product name. */
  q?: string
  /** Medusa orders that `q` also means, for a search by Medusa display id. */
  q_medusa_order_ids?: string[]
  placed_at?: { $gte?: string; $gt?: string; $lte?: string; $lt?: string }
  /** A deadline of the shop's own has passed or comes within a day. */
  late_soon?: boolean
  /** Goods of it should be back by now and have not been scanned in. */
  overdue_goods?: boolean
}

export type OrderPage = {
  limit: number
  offset: number
  /** Column name, `-` before it for descending. */
  order?: string
}

/** By column, whether it may be empty; empty ones come last. */
const SORTABLE = new Map([
  ["placed_at", false],
  ["external_updated_at", false],
  ["ship_by", true],
  ["deadline_at", true],
  ["cancel_at", true],
  ["total", true],
  ["external_id", false],
  ["created_at", false],
])

/** Whether a buyer pays in time is not the shop's to see to. */
const LATE_SOON =
  "o.deadline_at < now() + interval '24 hours' AND o.deadline_kind <> 'pay_by' AND o.import_state <> 'ignored'"
const OPERATORS = { $gte: ">=", $gt: ">", $lte: "<=", $lt: "<" } as const

/**
 * The SQL conditions on `o` and their parameters. Values of lists stand one by one in the
 * statement: the database chooses an index by how many orders a value has.
 */
export function orderConditions(filters: OrderFilters): {
  where: string
  params: unknown[]
} {
  const where = ["o.deleted_at IS NULL"]
  const params: unknown[] = []
  const add = (sql: string, ...values: unknown[]) => {
    where.push(sql)
    params.push(...values)
  }
  for (const column of [
    "channel_id",
    "status",
    "import_state",
    "medusa_order_id",
  ] as const) {
    const values = filters[column]
    if (values) {
      add(oneOf(`o.${column}`, values), ...values)
    }
  }
  for (const [operator, symbol] of Object.entries(OPERATORS)) {
    const value = filters.placed_at?.[operator as keyof typeof OPERATORS]
    if (value) {
      add(`o.placed_at ${symbol} ?`, value)
    }
  }
  if (filters.q) {
    const numbered = filters.q_medusa_order_ids ?? []
    add(
      `(o.search_text LIKE ? ESCAPE '\\' OR ${oneOf("o.medusa_order_id", numbered)})`,
      `%${filters.q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`,
      ...numbered
    )
  }
  if (filters.late_soon) {
    add(LATE_SOON)
  }
  if (filters.overdue_goods) {
    add(`o.id IN (${ORDERS_WITH_OVERDUE_GOODS})`)
  }
  return { where: where.join(" AND "), params }
}

/** Nothing is one of nothing. */
function oneOf(column: string, values: string[]): string {
  return values.length
    ? `${column} IN (${values.map(() => "?").join(", ")})`
    : "FALSE"
}

/** What an index gives in this order is not sorted again. */
export function orderSorting(order = "-placed_at"): string {
  const descending = order.startsWith("-")
  const wanted = descending ? order.slice(1) : order
  const column = SORTABLE.has(wanted) ? wanted : "placed_at"
  const direction = descending ? "DESC" : "ASC"
  const empty_last = SORTABLE.get(column) ? " NULLS LAST" : ""
  return `o.${column} ${direction}${empty_last}, o.id ${direction}`
}
