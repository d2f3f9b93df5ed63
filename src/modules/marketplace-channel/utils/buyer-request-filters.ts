import { OVER_STATES } from "../../../domain/returns/buyer-request"
import { OVERDUE_REQUEST } from "./overdue-goods"

/** SQL condition on a buyer's request `request`, as `isToAnswer` decides. */
export const REQUEST_TO_ANSWER = `(
  request.answers <> '{}' AND request.next_external_id IS NULL
  AND request.state NOT IN (${OVER_STATES.map((state) => `'${state}'`).join(", ")}))`

/** Filters of the list of buyers' requests; every one narrows. */
export type BuyerRequestFilters = {
  state?: string[]
  kind?: string[]
  channel_id?: string[]
  channel_order_id?: string[]
  /** Part of a request id, order id or tracking number. */
  q?: string
  /** Granted, and the goods should be back by now. */
  overdue_goods?: boolean
  /** The seller may answer now. */
  to_answer?: boolean
}

const SORTABLE = new Set([
  "requested_at",
  "respond_by",
  "external_updated_at",
  "refund_amount",
  "created_at",
])

/** The SQL conditions on `request` and their parameters. */
export function buyerRequestConditions(filters: BuyerRequestFilters): {
  where: string
  params: unknown[]
} {
  const where = ["request.deleted_at IS NULL"]
  const params: unknown[] = []
  for (const column of [
    "state",
    "kind",
    "channel_id",
    "channel_order_id",
  ] as const) {
    const values = filters[column]
    if (values) {
      where.push(
        `request.${column} IN (SELECT jsonb_array_elements_text(?::jsonb))`
      )
      params.push(JSON.stringify(values))
    }
  }
  if (filters.q) {
    const part = `%${filters.q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`
    const columns = ["external_id", "order_external_id", "tracking_number"]
    where.push(
      `(${columns.map((column) => `lower(request.${column}) LIKE ? ESCAPE '\\'`).join(" OR ")})`
    )
    params.push(part, part, part)
  }
  if (filters.overdue_goods) {
    where.push(OVERDUE_REQUEST)
  }
  if (filters.to_answer) {
    where.push(REQUEST_TO_ANSWER)
  }
  return { where: where.join(" AND "), params }
}

/**
 * @param order a column, `-` before it for descending; otherwise what is due next comes first
 * of those to answer, and the newest of all others.
 */
export function buyerRequestSorting(
  { to_answer }: BuyerRequestFilters,
  order = to_answer ? "respond_by" : "-requested_at"
): string {
  const descending = order.startsWith("-")
  const column = descending ? order.slice(1) : order
  return `request.${SORTABLE.has(column) ? column : "requested_at"} ${descending ? "DESC" : "ASC"} NULLS LAST, request.id DESC`
}
