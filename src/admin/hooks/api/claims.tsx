import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { claimKeys, settlementKeys } from "../../lib/query-keys"
import { fetchBlob, sdk } from "../../lib/sdk"
import type {
  Claim,
  ClaimChange,
  ClaimCounts,
  ClaimText,
  ListOf,
  MadeClaims,
} from "../../lib/types"

const PATH = "/admin/marketplaces/claims"

/** Statements pay claims by themselves, so lists are read again (milliseconds). */
const REFRESH_MS = 15_000

export type ClaimFilter = {
  channel_id?: string
  reason?: string
  statement_id?: string
  ends_within_days?: number
  q?: string
}

export type ClaimQuery = ClaimFilter & {
  state?: string
  order?: string
  limit?: number
  offset?: number
}

export function useClaims(query: ClaimQuery) {
  return useQuery({
    queryKey: claimKeys.list(query),
    queryFn: () => sdk.client.fetch<ListOf<"claims", Claim>>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

export function useClaimCounts(query: ClaimFilter) {
  return useQuery({
    queryKey: claimKeys.counts(query),
    queryFn: () => sdk.client.fetch<ClaimCounts>(`${PATH}/counts`, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

export function useClaim(id: string) {
  return useQuery({
    queryKey: claimKeys.detail(id),
    queryFn: () => sdk.client.fetch<{ claim: Claim }>(`${PATH}/${id}`),
    refetchInterval: REFRESH_MS,
  })
}

/** The letter to the marketplace; it follows what people change of the claim. */
export function useClaimText(id: string, locale: "vi" | "en") {
  return useQuery({
    queryKey: claimKeys.part(id, "text", { locale }),
    queryFn: () =>
      sdk.client.fetch<ClaimText>(`${PATH}/${id}/text`, { query: { locale } }),
  })
}

function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: claimKeys.all }),
      client.invalidateQueries({ queryKey: settlementKeys.all }),
    ])
}

/** Claims what is short, missing or wrongly charged in these settlements. */
export function useCreateClaims() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (settlement_ids: string[]) =>
      sdk.client.fetch<MadeClaims>(PATH, {
        method: "POST",
        body: { settlement_ids },
      }),
    onSettled: refresh,
  })
}

export function useChangeClaim() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, ...change }: ClaimChange & { id: string }) =>
      sdk.client.fetch<{ claim: Claim }>(`${PATH}/${id}`, {
        method: "POST",
        body: change,
      }),
    onSettled: refresh,
  })
}

/** The claims of a list as a workbook. */
export function fetchClaimsWorkbook(
  query: Omit<ClaimQuery, "limit" | "offset"> & {
    id?: string
    locale: "vi" | "en"
  }
): Promise<Blob> {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      params.set(name, String(value))
    }
  }
  return fetchBlob(`${PATH}/export?${params.toString()}`)
}
