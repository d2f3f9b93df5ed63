import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { listingKeys, orderKeys, runKeys } from "../../lib/query-keys"
import { readAllPages } from "../../lib/read-all-pages"
import { sdk } from "../../lib/sdk"
import type { LinkState } from "../../../domain/listings/diff-listing"
import type {
  ListOf,
  Listing,
  ListingCounts,
  ListingSuggestion,
  Run,
} from "../../lib/types"

const PATH = "/admin/marketplaces/listings"
/** Downloads bring listings in by themselves (milliseconds). */
const REFRESH_MS = 15_000

export type ListingQuery = {
  channel_id?: string
  link_state?: LinkState
  variant_id?: string
  product_id?: string
  q?: string
  limit?: number
  offset?: number
  order?: string
}

export function useListings(query: ListingQuery) {
  return useQuery({
    queryKey: listingKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListOf<"listings", Listing>>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

/** Every listing of a product, in all channels. */
export function useListingsOfProduct(product_id: string) {
  return useQuery({
    queryKey: listingKeys.list({ product_id, all: true }),
    queryFn: () =>
      readAllPages(async (page) => {
        const { listings, count } = await sdk.client.fetch<
          ListOf<"listings", Listing>
        >(PATH, { query: { product_id, ...page } })
        return { rows: listings, count }
      }),
  })
}

export function useListing(id: string) {
  return useQuery({
    queryKey: listingKeys.detail(id),
    queryFn: () => sdk.client.fetch<{ listing: Listing }>(`${PATH}/${id}`),
    enabled: Boolean(id),
  })
}

export function useListingCounts(
  query: Pick<ListingQuery, "channel_id" | "q"> = {}
) {
  return useQuery({
    queryKey: listingKeys.counts(query),
    queryFn: () => sdk.client.fetch<ListingCounts>(`${PATH}/counts`, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

/** When the orders are looked at again after a link (milliseconds). */
const FOLLOW_UP_MS = [1_500, 4_000]

/** A link brings parked orders in a moment later, so the orders are read again too. */
function useInvalidateLinks() {
  const client = useQueryClient()
  const readOrders = () => client.invalidateQueries({ queryKey: orderKeys.all })
  return () => {
    FOLLOW_UP_MS.forEach((delay) => setTimeout(() => void readOrders(), delay))
    return Promise.all([
      client.invalidateQueries({ queryKey: listingKeys.all }),
      readOrders(),
    ])
  }
}

function useInvalidateRuns() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: runKeys.lists() })
}

export function useLinkListing() {
  return useMutation({
    mutationFn: ({ id, variant_id }: { id: string; variant_id: string }) =>
      sdk.client.fetch<{ listing: Listing }>(`${PATH}/${id}/link`, {
        method: "POST",
        body: { variant_id },
      }),
    onSuccess: useInvalidateLinks(),
  })
}

export function useUnlinkListing() {
  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch(`${PATH}/${id}/link`, { method: "DELETE" }),
    onSuccess: useInvalidateLinks(),
  })
}

export type ListingLink = { listing_id: string; variant_id: string }

/** Listings that one request changes. */
const CHANGED_AT_ONCE = 500

export type AutoLinkResult = {
  suggestions?: ListingSuggestion[]
  linked?: ListingSuggestion[]
}

/** Asks for suggestions, changing nothing. */
export function useAutoLinkPreview() {
  return useMutation({
    mutationFn: (channel_id: string) =>
      sdk.client.fetch<AutoLinkResult>(`${PATH}/auto-link`, {
        method: "POST",
        body: { channel_id, apply: false },
      }),
  })
}

/** Links everything certain at once; the rest stays suggested. */
export function useAutoLink() {
  return useMutation({
    mutationFn: (channel_id: string) =>
      sdk.client.fetch<AutoLinkResult>(`${PATH}/auto-link`, {
        method: "POST",
        body: { channel_id, apply: true },
      }),
    onSuccess: useInvalidateLinks(),
  })
}

export function useCreateProducts() {
  return useMutation({
    mutationFn: (listing_ids: string[]) =>
      sdk.client.fetch<{ run: Run }>(`${PATH}/create-products`, {
        method: "POST",
        body: { listing_ids },
      }),
    onSuccess: useInvalidateRuns(),
  })
}

/** Links or forgets many, a few hundred at a time. */
function useListingBatch<TOne>(
  bodyOf: (some: TOne[]) => {
    link?: ListingLink[]
    delete?: string[]
  },
  onDone?: (some: TOne[]) => void
) {
  return useMutation({
    mutationFn: async (all: TOne[]) => {
      for (let from = 0; from < all.length; from += CHANGED_AT_ONCE) {
        const some = all.slice(from, from + CHANGED_AT_ONCE)
        await sdk.client.fetch(`${PATH}/batch`, {
          method: "POST",
          body: bodyOf(some),
        })
        onDone?.(some)
      }
    },
    onSettled: useInvalidateLinks(),
  })
}

/** @param onLinked those that are linked by now, while others still wait. */
export function useLinkListings(onLinked: (links: ListingLink[]) => void) {
  return useListingBatch((link: ListingLink[]) => ({ link }), onLinked)
}

export function useForgetListings() {
  return useListingBatch((ids: string[]) => ({ delete: ids }))
}

export function useDownloadListings() {
  return useMutation({
    mutationFn: (channel_ids: string[]) =>
      sdk.client.fetch<{ run: Run }>(`${PATH}/downloads`, {
        method: "POST",
        body: { channel_ids },
      }),
    onSuccess: useInvalidateRuns(),
  })
}
