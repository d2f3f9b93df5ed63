import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { StockOverride } from "../../../domain/stock/stock-rules"
import type { StockState } from "../../../domain/stock/stock-state"
import { listingKeys, stockKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  ListOf,
  Listing,
  Stock,
  StockCounts,
  StockLag,
  StockPreview,
  StockStory,
  StockSweep,
  StockWarning,
} from "../../lib/types"

const PATH = "/admin/marketplaces/stock"

/** Numbers move by themselves, so they are read again (milliseconds). */
const LIST_MS = 10_000
const LIVE_MS = 5_000
/** When the numbers are looked at again after something was asked for. */
const FOLLOW_UP_MS = [1_000, 3_000, 6_000]

export type StockQuery = {
  channel_id?: string
  state?: StockState
  behind?: boolean
  q?: string
  limit?: number
  offset?: number
  order?: string
}

export function useStock(query: StockQuery) {
  return useQuery({
    queryKey: stockKeys.list(query),
    queryFn: () => sdk.client.fetch<ListOf<"stock", Stock>>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: LIST_MS,
  })
}

/** Listings named in one address. */
const NAMED_AT_ONCE = 50

/** The numbers of some listings, however many. */
export function useStockOfListings(listing_ids: string[]) {
  return useQuery({
    queryKey: stockKeys.list({ listing_ids }),
    queryFn: async () => {
      const found: Stock[] = []
      for (let from = 0; from < listing_ids.length; from += NAMED_AT_ONCE) {
        const listing_id = listing_ids.slice(from, from + NAMED_AT_ONCE)
        const { stock } = await sdk.client.fetch<ListOf<"stock", Stock>>(PATH, {
          query: { listing_id, limit: NAMED_AT_ONCE },
        })
        found.push(...stock)
      }
      return found
    },
    placeholderData: keepPreviousData,
    refetchInterval: LIST_MS,
    enabled: listing_ids.length > 0,
  })
}

export function useStockCounts(query: Pick<StockQuery, "channel_id" | "q">) {
  return useQuery({
    queryKey: stockKeys.counts(query),
    queryFn: () => sdk.client.fetch<StockCounts>(`${PATH}/counts`, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: LIST_MS,
  })
}

export function useStockStory(listing_id: string) {
  return useQuery({
    queryKey: stockKeys.detail(listing_id),
    queryFn: () =>
      sdk.client.fetch<{ stock: StockStory }>(`${PATH}/${listing_id}`),
    refetchInterval: LIVE_MS,
  })
}

export function useStockLag(channel_id?: string) {
  return useQuery({
    queryKey: stockKeys.part(channel_id ?? "all", "lag"),
    queryFn: () =>
      sdk.client.fetch<{ lag: StockLag }>(`${PATH}/lag`, {
        query: { channel_id },
      }),
    refetchInterval: LIVE_MS,
  })
}

/** What keeps the stock of every channel from being raised. */
export function useStockWarnings() {
  return useQuery({
    queryKey: stockKeys.part("all", "warnings"),
    queryFn: () =>
      sdk.client.fetch<{ warnings: StockWarning[] }>(`${PATH}/warnings`),
    refetchInterval: LIST_MS,
  })
}

export function useStockSweeps(channel_id?: string) {
  return useQuery({
    queryKey: stockKeys.part(channel_id ?? "all", "sweeps"),
    queryFn: () =>
      sdk.client.fetch<ListOf<"sweeps", StockSweep>>(`${PATH}/sweeps`, {
        query: { channel_id },
      }),
    refetchInterval: 60_000,
  })
}

/** What was asked for shows a moment later. */
function useReadStockAgain() {
  const client = useQueryClient()
  const read = () => client.invalidateQueries({ queryKey: stockKeys.all })
  return () => {
    FOLLOW_UP_MS.forEach((delay) => setTimeout(() => void read(), delay))
    return read()
  }
}

export function usePushStock() {
  return useMutation({
    mutationFn: (body: { listing_ids?: string[]; channel_id?: string }) =>
      sdk.client.fetch<{ listings: number }>(`${PATH}/pushes`, {
        method: "POST",
        body,
      }),
    onSuccess: useReadStockAgain(),
  })
}

/** Limits what a batch of writes raised to the numbers from before it. */
export function useUndoBatch() {
  return useMutation({
    mutationFn: (batch_id: string) =>
      sdk.client.fetch<{ listings: number; left: number }>(
        `${PATH}/batches/${batch_id}/undo`,
        { method: "POST" }
      ),
    onSuccess: useReadStockAgain(),
  })
}

/** A listing's own rules; null puts one back to the channel's. */
export function useStockRules(listing_id: string) {
  const client = useQueryClient()
  const readStock = useReadStockAgain()
  return useMutation({
    mutationFn: (body: StockOverride) =>
      sdk.client.fetch<{ listing: Listing }>(
        `/admin/marketplaces/listings/${listing_id}/stock-rules`,
        { method: "POST", body }
      ),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: listingKeys.all }),
        readStock(),
      ]),
  })
}

/** What changed settings of a channel would do; nothing is written. */
export function useStockPreview(channel_id: string) {
  return useMutation({
    mutationFn: (body: {
      settings: Omit<StockOverride, "paused">
      skus?: string[]
    }) =>
      sdk.client.fetch<{ preview: StockPreview[] }>(
        `/admin/marketplaces/channels/${channel_id}/stock-preview`,
        { method: "POST", body }
      ),
  })
}
