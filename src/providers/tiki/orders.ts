import { ChannelAccess, RateLane } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  OrderQuery,
  Page,
  RawOrder,
} from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"
import { understand } from "./answer"
import { TikiClient } from "./client"
import { formatLocalTime, hasTimeOfChange, mapRawOrder } from "./mappers"
import { FeedPage, readFeed } from "./order-feed"
import { PAGE_SIZE, readPage, walkPages } from "./pages"
import { rawStatusesOf } from "./statuses"

/** Most codes asked for in one call. */
const CODES_PER_CALL = 20
/** Tiki's times have no parts of a second, and whether bounds are included is not said. */
const SECOND_MS = 1000
const HOUR_MS = 3_600_000
/** What the old API took and how far it reached back; of the new one nothing is said. */
const THIRTY_DAYS_MS = 30 * 24 * HOUR_MS
/** Longest window: with a second more on either side it is no longer than Tiki takes. */
export const MAX_ORDER_WINDOW_MS = THIRTY_DAYS_MS - 2 * SECOND_MS

/** Parts that every order is read with, so that all copies are alike. */
const INCLUDE = "status_histories,item.confirmation_histories,item.fees"

/** What `by` of a query is called at Tiki. */
const FILTERS = {
  updated_at: {
    order_by: "updated_at|asc",
    from: "updated_from_date",
    to: "updated_to_date",
    timeOf: (order: RawOrder) =>
      hasTimeOfChange(order) ? order.external_updated_at : new Date(0),
  },
  placed_at: {
    order_by: "created_at|asc",
    from: "created_from_date",
    to: "created_to_date",
    timeOf: (order: RawOrder) => order.placed_at,
  },
} as const

/**
 * The orders of a range, in windows that Tiki takes, oldest first. One without a code
 * hides no other: all others come, and then the reading fails.
 */
export async function* readOrders(
  client: TikiClient,
  access: ChannelAccess,
  query: OrderQuery
): AsyncGenerator<Page<RawOrder>> {
  const filter = FILTERS[query.by]
  const raw_statuses = rawStatusesOf(query.statuses)
  const refused: MarketplaceError[] = []
  for (const { from, to } of windowsOf(query)) {
    let total: number | null = null
    const fetchPage = async (head: Date, page: number): Promise<FeedPage> => {
      const found = readPage(
        "orders",
        await client.call(access, {
          method: "GET",
          path: "/v2/orders",
          query: {
            [filter.from]: formatLocalTime(startOf(head, client.now())),
            [filter.to]: formatLocalTime(new Date(+to + SECOND_MS)),
            order_by: filter.order_by,
            status: raw_statuses && `in|${raw_statuses.join(",")}`,
            include: INCLUDE,
            page: String(page),
            limit: String(PAGE_SIZE),
          },
          effect: "read",
          lane: query.lane,
        })
      )
      total ??= found.total
      const rows = found.items.length
      return { ...found, rows, orders: rawOrders(found.items, refused) }
    }
    const { timeOf } = filter
    for await (const items of readFeed({ from, to, timeOf, fetchPage })) {
      yield { items, total }
    }
  }
  if (refused.length > 0) {
    throw refused[0]
  }
}

/** The newest state of these orders; codes that Tiki does not know are left out. */
export async function readOrdersById(
  client: TikiClient,
  access: ChannelAccess,
  external_ids: string[],
  lane: RateLane
): Promise<RawOrder[]> {
  const unique = [...new Set(external_ids)]
  const found = new Map<string, RawOrder>()
  for (let start = 0; start < unique.length; start += CODES_PER_CALL) {
    const codes = unique.slice(start, start + CODES_PER_CALL)
    const pages = walkPages("orders", (page) =>
      client.call(access, {
        method: "GET",
        path: "/v2/orders",
        query: {
          code: codes.join(","),
          include: INCLUDE,
          page: String(page),
          limit: String(PAGE_SIZE),
        },
        effect: "read",
        lane,
      })
    )
    for await (const { items } of pages) {
      for (const order of rawOrders(items, [])) {
        if (codes.includes(order.external_id)) {
          found.set(order.external_id, order)
        }
      }
    }
  }
  return [...found.values()]
}

/** The orders of a page, without those that have no code; why is added to `refused`. */
function rawOrders(
  items: JsonObject[],
  refused: MarketplaceError[]
): RawOrder[] {
  return items.flatMap((json) => {
    try {
      return [understand("order", () => mapRawOrder(json))]
    } catch (error) {
      if (!(error instanceof MarketplaceError)) {
        throw error
      }
      refused.push(error)
      return []
    }
  })
}

/**
 * The first second to ask for: one more than needed, but a look-back of thirty days does
 * not reach further because it is asked for a little later.
 * @param now milliseconds since 1970.
 */
function startOf(head: Date, now: number): Date {
  const start = +head - SECOND_MS
  const limit = Math.ceil((now - THIRTY_DAYS_MS) / SECOND_MS) * SECOND_MS
  return new Date(start < limit - HOUR_MS ? start : Math.max(start, limit))
}

type Window = { from: Date; to: Date }

function windowsOf({ from, to }: Window): Window[] {
  const windows: Window[] = []
  for (let start = +from; start < +to; start += MAX_ORDER_WINDOW_MS) {
    const end = Math.min(start + MAX_ORDER_WINDOW_MS, +to)
    windows.push({ from: new Date(start), to: new Date(end) })
  }
  return windows
}
