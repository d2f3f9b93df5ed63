import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  BuyerRequestAnswerKind,
  BuyerRequestState,
} from "../../../domain/returns/buyer-request"
import { buyerRequestKeys, orderKeys, runKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  BuyerRequest,
  BuyerRequestCounts,
  ListOf,
  RejectReason,
  Run,
} from "../../lib/types"

const PATH = "/admin/marketplaces/buyer-requests"
/** Buyers ask at any time; an open page follows at this pace. */
const REFRESH_MS = 30_000

export type BuyerRequestQuery = {
  state?: BuyerRequestState[]
  kind?: string
  channel_id?: string
  q?: string
  /** Refunded, or sent back, and not arrived in time. */
  overdue_goods?: boolean
  /** The seller may answer now; what is due next comes first. */
  to_answer?: boolean
  limit?: number
  offset?: number
}

export function useBuyerRequests(query: BuyerRequestQuery) {
  return useQuery({
    queryKey: buyerRequestKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListOf<"buyer_requests", BuyerRequest>>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

export function useBuyerRequestCounts() {
  return useQuery({
    queryKey: buyerRequestKeys.counts(),
    queryFn: () => sdk.client.fetch<BuyerRequestCounts>(`${PATH}/counts`),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

/** The marketplace's reasons for refusing this request. */
export function useRejectReasons(id: string) {
  return useQuery({
    queryKey: buyerRequestKeys.part(id, "reject-reasons"),
    queryFn: () =>
      sdk.client.fetch<{ reasons: RejectReason[] }>(
        `${PATH}/${id}/reject-reasons`
      ),
    enabled: Boolean(id),
  })
}

export type AnswerInput = {
  answer: BuyerRequestAnswerKind
  /** A {@link RejectReason.value}. */
  reason?: string
  comment?: string
}

export function useAnswerBuyerRequest(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AnswerInput) =>
      sdk.client.fetch<{ run: Run }>(`${PATH}/${id}/answer`, {
        method: "POST",
        body,
      }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: buyerRequestKeys.all }),
        client.invalidateQueries({ queryKey: orderKeys.all }),
        client.invalidateQueries({ queryKey: runKeys.lists() }),
      ]),
  })
}
