import { PagePosition } from "../page-token"
import { Order } from "./order"
import { SortField } from "./order-book"

/** A half-open range of seconds, UTC. */
export type TimeRange = { from: number | null; until: number | null }

export type OrderSearch = {
  sort_field: SortField
  ascending: boolean
  create_time: TimeRange
  update_time: TimeRange
  /** Every other filter; null when there is none. */
  filter: ((order: Order) => boolean) | null
  after: PagePosition | null
  page_size: number
}

export type OrderPage = {
  orders: Order[]
  total_count: number
  /** Where the next page starts; null after the last. */
  next: PagePosition | null
}

/** The first place whose order is not before the position. */
function lowerBound(
  feed: readonly Order[],
  field: SortField,
  value: number,
  id = ""
): number {
  let [low, high] = [0, feed.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const order = feed[middle]
    const before =
      order[field] < value || (order[field] === value && order.id < id)
    if (before) {
      low = middle + 1
    } else {
      high = middle
    }
  }
  return low
}

const inRange = (value: number, { from, until }: TimeRange) =>
  value >= (from ?? -Infinity) && value < (until ?? Infinity)

/**
 * One page of a sorted feed.
 * @param feed sorted by `sort_field`, ties by id, oldest first.
 */
export function searchOrders(
  feed: readonly Order[],
  search: OrderSearch
): OrderPage {
  const { sort_field: field, ascending, after, page_size } = search
  const range = search[field]
  const other: SortField =
    field === "create_time" ? "update_time" : "create_time"
  const low = range.from === null ? 0 : lowerBound(feed, field, range.from)
  const high =
    range.until === null
      ? feed.length
      : Math.max(low, lowerBound(feed, field, range.until))
  const open_other = search[other].from === null && search[other].until === null
  const matches = (order: Order) =>
    (open_other || inRange(order[other], search[other])) &&
    (!search.filter || search.filter(order))
  let total_count = high - low
  if (!open_other || search.filter) {
    total_count = 0
    for (let place = low; place < high; place++) {
      total_count += Number(matches(feed[place]))
    }
  }
  let place = ascending ? low : high - 1
  if (after) {
    const at = lowerBound(feed, field, after.value, after.id)
    const same = feed[at]?.id === after.id
    place = ascending
      ? Math.max(low, same ? at + 1 : at)
      : Math.min(high - 1, at - 1)
  }
  const orders: Order[] = []
  let more = false
  for (; place >= low && place < high; place += ascending ? 1 : -1) {
    if (!matches(feed[place])) {
      continue
    }
    if (orders.length === page_size) {
      more = true
      break
    }
    orders.push(feed[place])
  }
  const last = orders[orders.length - 1]
  const next = more ? { value: last[field], id: last.id } : null
  return { orders, total_count, next }
}
