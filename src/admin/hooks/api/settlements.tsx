import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { settlementKeys, statementKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  ListOf,
  Run,
  Settlement,
  SettlementCounts,
  SettlementDecision,
  SettlementDetail,
} from "../../lib/types"

const PATH = "/admin/marketplaces/settlements"

/** Comparing goes on by itself, so lists are read again (milliseconds). */
const REFRESH_MS = 15_000

export type SettlementFilter = {
  channel_id?: string
  statement_id?: string
  finding?: string
  confirmed?: boolean
  overdue?: boolean
  q?: string
}

export type SettlementQuery = SettlementFilter & {
  state?: string
  limit?: number
  offset?: number
  order?: string
}

export function useSettlements(query: SettlementQuery) {
  return useQuery({
    queryKey: settlementKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListOf<"settlements", Settlement>>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

export function useSettlementCounts(query: SettlementFilter) {
  return useQuery({
    queryKey: settlementKeys.counts(query),
    queryFn: () =>
      sdk.client.fetch<SettlementCounts>(`${PATH}/counts`, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

export function useSettlement(id: string | null) {
  return useQuery({
    queryKey: settlementKeys.detail(id ?? ""),
    queryFn: () =>
      sdk.client.fetch<{ settlement: SettlementDetail }>(`${PATH}/${id}`),
    enabled: Boolean(id),
    refetchInterval: REFRESH_MS,
  })
}

function useDecision(path: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { ids: string[]; reason?: string }) =>
      sdk.client.fetch<SettlementDecision>(`${PATH}/${path}`, {
        method: "POST",
        body,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: settlementKeys.all }),
  })
}

/** Agrees with what was settled; no payment changes. */
export function useConfirmSettlements() {
  return useDecision("confirmations")
}

export function useReopenSettlements() {
  return useDecision("reopenings")
}

/** Downloads orders that statements name and that were never downloaded. */
export function useDownloadSettlementOrders() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { statement_id: string } | { ids: string[] }) =>
      sdk.client.fetch<{ run: Run }>(`${PATH}/order-downloads`, {
        method: "POST",
        body,
      }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: settlementKeys.all }),
        client.invalidateQueries({ queryKey: statementKeys.all }),
      ]),
  })
}
