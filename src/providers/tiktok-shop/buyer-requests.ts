import {
  BuyerRequestPage,
  BuyerRequestQuery,
  RejectReason,
  UnreadableBuyerRequest,
} from "../../domain/provider/answers-buyer-requests"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MappingError } from "../../domain/provider/mapping-error"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { NeutralBuyerRequest } from "../../domain/returns/buyer-request"
import { JsonObject } from "../../domain/shared/json"
import { understand } from "./answer"
import { TikTokShopClient } from "./client"
import {
  CANCELLATION,
  fieldsOf,
  mapCancellation,
  mapReturn,
  RETURN,
} from "./mappers"
import { walkPages, WirePage } from "./pages"
import {
  WireCancellationFilter,
  WireRejectReason,
  WireRejectReasons,
  WireReturnFilter,
} from "./types"
import { windowsOf } from "./windows"

/** Both searches take up to 50; that for returns takes no fewer than 10. */
const PAGE_SIZE = "50"
/** Orders that one search is asked about; TikTok names no limit. */
const IDS_PER_SEARCH = 50

type Filter = WireCancellationFilter & WireReturnFilter

/** What differs between the two things that buyers ask for. */
const SEARCHES = {
  cancellation: {
    path: "/return_refund/202309/cancellations/search",
    list: "cancellations",
    ids: "cancel_ids",
    prefix: CANCELLATION,
    map: mapCancellation,
    status: "cancel_status",
    kind: "cancellation",
  },
  return: {
    path: "/return_refund/202309/returns/search",
    list: "return_orders",
    ids: "return_ids",
    prefix: RETURN,
    map: mapReturn,
    status: "return_status",
    kind: "return",
  },
} as const
type Search = (typeof SEARCHES)[keyof typeof SEARCHES]

/** Where a request is found: TikTok counts cancellations and returns apart. */
export type RequestAddress = { search: Search; id: string }

/**
 * Cancellations and then returns of each window, or of these orders, each oldest change
 * first. Pages are handed on as they come: one that is held back would be older than it seems.
 */
export async function* readBuyerRequests(
  client: TikTokShopClient,
  access: ChannelAccess,
  query: BuyerRequestQuery
): AsyncGenerator<BuyerRequestPage> {
  for (const filter of filtersOf(query)) {
    for (const search of Object.values(SEARCHES)) {
      const pages = searchRequests(client, access, search, filter)
      for await (const page of pages) {
        yield readPage(search, page)
      }
    }
  }
}

/**
 * A request as TikTok has it now.
 * @throws {MarketplaceError} `not_found` when there is none.
 */
export async function readRequest(
  client: TikTokShopClient,
  access: ChannelAccess,
  { search, id }: RequestAddress
): Promise<JsonObject> {
  const filter: Filter = { [search.ids]: [id] }
  for await (const page of searchRequests(client, access, search, filter)) {
    const found = page.items.find((one) => one.id === id)
    if (found) {
      return found.json
    }
  }
  throw new MarketplaceError({
    kind: "not_found",
    message: "TikTok Shop: the buyer's request does not exist any more",
  })
}

/** @throws {MarketplaceError} `not_found` for an id that is none of ours. */
export function addressOf(external_id: string): RequestAddress {
  const search = Object.values(SEARCHES).find(({ prefix }) =>
    external_id.startsWith(prefix)
  )
  if (!search) {
    throw new MarketplaceError({
      kind: "not_found",
      message: "TikTok Shop: there is no such request",
    })
  }
  return { search, id: external_id.slice(search.prefix.length) }
}

/** In both languages of the admin; English where TikTok does not know Vietnamese. */
export async function readRejectReasons(
  client: TikTokShopClient,
  access: ChannelAccess,
  { external_id }: Pick<NeutralBuyerRequest, "external_id">
): Promise<RejectReason[]> {
  const { id } = addressOf(external_id)
  const read = async (locale: string) => {
    const data = await client.call(access, {
      method: "GET",
      path: "/return_refund/202309/reject_reasons",
      query: {
        shop_cipher: access.channel.provider_data.shop_cipher,
        return_or_cancel_id: id,
        locale,
      },
      effect: "read",
      lane: "orders",
    })
    return understand("list of reasons", () =>
      fieldsOf<WireRejectReasons>(data)
        .list<WireRejectReason>("reasons")
        .map((one) => ({ value: one.required("name"), text: one.text("text") }))
    )
  }
  const english = await read("en-US")
  const vietnamese = await read("vi-VN").catch(noneIfRefused)
  const translated = new Map(vietnamese.map((one) => [one.value, one.text]))
  return english.map(({ value, text }) => {
    const en = text ?? value
    return { value, label: { en, vi: translated.get(value) ?? en } }
  })
}

function noneIfRefused(error: unknown): [] {
  if (
    error instanceof MarketplaceError &&
    (error.kind === "rejected" || error.kind === "invalid_request")
  ) {
    return []
  }
  throw error
}

function searchRequests(
  client: TikTokShopClient,
  access: ChannelAccess,
  { path, list }: Search,
  filter: Filter
): AsyncGenerator<WirePage> {
  const locale = access.channel.region === "VN" ? "vi-VN" : "en-US"
  return walkPages(list, (page_token) =>
    client.call(access, {
      method: "POST",
      path,
      query: {
        shop_cipher: access.channel.provider_data.shop_cipher,
        page_size: PAGE_SIZE,
        page_token,
        sort_field: "update_time",
        sort_order: "ASC",
      },
      body: { ...filter, locale } satisfies Filter,
      effect: "read",
      lane: "orders",
    })
  )
}

function filtersOf(query: BuyerRequestQuery): Filter[] {
  if (query.by === "updated_at") {
    return windowsOf(query).map(({ from, to }) => ({
      update_time_ge: from,
      update_time_lt: to,
    }))
  }
  const ids = [...new Set(query.order_external_ids)]
  const filters: Filter[] = []
  for (let start = 0; start < ids.length; start += IDS_PER_SEARCH) {
    filters.push({ order_ids: ids.slice(start, start + IDS_PER_SEARCH) })
  }
  return filters
}

function textIn(json: JsonObject, name: string): string | null {
  const value = json[name]
  return typeof value === "string" ? value : null
}

function readPage(
  { map, prefix, status, kind }: Search,
  page: WirePage
): BuyerRequestPage {
  const items: NeutralBuyerRequest[] = []
  const unreadable: UnreadableBuyerRequest[] = []
  for (const { id, json } of page.items) {
    try {
      items.push(map(json))
    } catch (error) {
      if (!(error instanceof MappingError)) {
        throw error
      }
      unreadable.push({
        external_id: prefix + id,
        problem: error.message,
        order_external_id: textIn(json, "order_id"),
        raw_status: textIn(json, status),
        kind,
      })
    }
  }
  return { items, unreadable, total: page.total }
}
