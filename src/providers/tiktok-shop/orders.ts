import { ChannelAccess, RateLane } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  OrderQuery,
  Page,
  RawOrder,
} from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"
import { understand } from "./answer"
import { TikTokShopClient } from "./client"
import { fieldsOf, mapRawOrder } from "./mappers"
import { walkPages } from "./pages"
import { RawStatus, rawStatusesOf } from "./statuses"
import { WireOrder, WireOrderFilter } from "./types"
import { Window, windowsOf } from "./windows"

const PAGE_SIZE = "100"
/** Begins the codes of TikTok's "Common errors". */
const COMMON_ERRORS = "36009"
/** Most ids that the detail call takes. */
const IDS_PER_CALL = 50

/**
 * The orders of a window, oldest first. TikTok filters by one raw status at a time, so
 * several statuses make several passes. The upper bound stays fixed while pages turn; an
 * order that changes meanwhile leaves the window and is found in the next one.
 */
export async function* readOrders(
  client: TikTokShopClient,
  access: ChannelAccess,
  query: OrderQuery
): AsyncGenerator<Page<RawOrder>> {
  const passes: (RawStatus | undefined)[] = rawStatusesOf(query.statuses) ?? [
    undefined,
  ]
  for (const window of windowsOf(query)) {
    for (const order_status of passes) {
      const filter = filterOf(query.by, window, order_status)
      const pages = walkPages("orders", (page_token) =>
        client.call(access, {
          method: "POST",
          path: "/order/202309/orders/search",
          query: {
            shop_cipher: access.channel.provider_data.shop_cipher,
            page_size: PAGE_SIZE,
            page_token,
            sort_field:
              query.by === "updated_at" ? "update_time" : "create_time",
            sort_order: "ASC",
          },
          body: filter,
          effect: "read",
          lane: query.lane,
        })
      )
      for await (const { items, total } of pages) {
        yield { items: items.map(({ json }) => rawOrder(json)), total }
      }
    }
  }
}

/**
 * The newest state of these orders, fifty a call. One id that TikTok refuses must not
 * hide the others of its call, so a refused call is halved down to the single id, which then
 * counts as not there.
 */
export async function readOrdersById(
  client: TikTokShopClient,
  access: ChannelAccess,
  external_ids: string[],
  lane: RateLane
): Promise<RawOrder[]> {
  const unique = [...new Set(external_ids)]
  const found: RawOrder[] = []
  for (let start = 0; start < unique.length; start += IDS_PER_CALL) {
    const ids = unique.slice(start, start + IDS_PER_CALL)
    found.push(...(await readDetails(client, access, ids, lane)))
  }
  return found
}

/** @throws the refusal when TikTok refuses every one of several ids: then none is to blame. */
async function readDetails(
  client: TikTokShopClient,
  access: ChannelAccess,
  ids: string[],
  lane: RateLane
): Promise<RawOrder[]> {
  const refusals: MarketplaceError[] = []
  const found = await readSome(client, access, ids, lane, refusals)
  const [refusal] = refusals.filter(({ kind }) => kind === "rejected")
  if (refusal && ids.length > 1 && refusals.length === ids.length) {
    throw refusal
  }
  return found
}

/** @param refusals gets that of every id that is refused by itself. */
async function readSome(
  client: TikTokShopClient,
  access: ChannelAccess,
  ids: string[],
  lane: RateLane,
  refusals: MarketplaceError[]
): Promise<RawOrder[]> {
  let data: JsonObject
  try {
    data = await client.call(access, {
      method: "GET",
      path: "/order/202507/orders",
      query: {
        shop_cipher: access.channel.provider_data.shop_cipher,
        ids: ids.join(","),
      },
      effect: "read",
      lane,
    })
  } catch (error) {
    if (!isRefusal(error)) {
      throw error
    }
    if (ids.length === 1) {
      refusals.push(error)
      return []
    }
    const half = Math.ceil(ids.length / 2)
    const read = (some: string[]) =>
      readSome(client, access, some, lane, refusals)
    return [
      ...(await read(ids.slice(0, half))),
      ...(await read(ids.slice(half))),
    ]
  }
  const orders = understand("answer", () =>
    fieldsOf<{ orders?: WireOrder[] }>(data).list<WireOrder>("orders")
  )
  return orders.map(({ json }) => rawOrder(json))
}

function rawOrder(json: JsonObject): RawOrder {
  return understand("order", () => mapRawOrder(json))
}

/** True when it may be about an order; common errors are about the shop, the app or the server. */
function isRefusal(error: unknown): error is MarketplaceError {
  return (
    error instanceof MarketplaceError &&
    (error.kind === "not_found" || error.kind === "rejected") &&
    !error.code?.startsWith(COMMON_ERRORS)
  )
}

function filterOf(
  by: OrderQuery["by"],
  { from, to }: Window,
  order_status: RawStatus | undefined
): WireOrderFilter {
  const status = order_status ? { order_status } : {}
  return by === "updated_at"
    ? { update_time_ge: from, update_time_lt: to, ...status }
    : { create_time_ge: from, create_time_lt: to, ...status }
}
