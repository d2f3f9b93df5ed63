import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { OrderAction } from "../../../domain/orders/order-action"
import type { OrderStatus } from "../../../domain/orders/order-status"
import { orderKeys, runKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  BlockedCause,
  ChannelOrder,
  Confirmation,
  ImportState,
  ListOf,
  OrderCounts,
  Run,
} from "../../lib/types"

const PATH = "/admin/marketplaces/orders"
/** Orders arrive by themselves; an open page follows at this pace. */
const REFRESH_MS = 15_000

export type OrderFilters = {
  channel_id?: string
  q?: string
  placed_at?: { $gte?: string; $lt?: string }
}

export type OrderQuery = OrderFilters & {
  status?: OrderStatus[]
  import_state?: ImportState[]
  medusa_order_id?: string
  limit?: number
  offset?: number
  order?: string
}

export function useOrders(query: OrderQuery) {
  return useQuery({
    queryKey: orderKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListOf<"orders", ChannelOrder>>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

export function useOrder(id: string) {
  return useQuery({
    queryKey: orderKeys.detail(id),
    queryFn: () => sdk.client.fetch<{ order: ChannelOrder }>(`${PATH}/${id}`),
    enabled: Boolean(id),
  })
}

export function useOrderCounts(query: OrderFilters = {}) {
  return useQuery({
    queryKey: orderKeys.counts(query),
    queryFn: () => sdk.client.fetch<OrderCounts>(`${PATH}/counts`, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

export function useBlockedCauses(channel_id?: string) {
  return useQuery({
    queryKey: orderKeys.part("blocked", "causes", { channel_id }),
    queryFn: () =>
      sdk.client.fetch<{ causes: BlockedCause[] }>(`${PATH}/blocked-causes`, {
        query: { channel_id },
      }),
    refetchInterval: REFRESH_MS,
  })
}

export function useRetryOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch(`${PATH}/${id}/retry`, { method: "POST" }),
    onSettled: () => client.invalidateQueries({ queryKey: orderKeys.all }),
  })
}

export type DownloadInput = {
  channel_ids: string[]
  /** ISO 8601 with offset. */
  from?: string
  to?: string
  statuses?: string[]
  preview?: boolean
}

export function useDownloadOrders() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: DownloadInput) =>
      sdk.client.fetch<{ run: Run }>(`${PATH}/downloads`, {
        method: "POST",
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: runKeys.lists() }),
  })
}

/** What the seller may decide about an order, read from the marketplace each time. */
export function useConfirmation(id: string) {
  return useQuery({
    queryKey: orderKeys.part(id, "confirmation"),
    queryFn: () =>
      sdk.client.fetch<{ confirmation: Confirmation }>(
        `${PATH}/${id}/confirmation`
      ),
    enabled: Boolean(id),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

export type OrderActionInput = {
  action: OrderAction
  ids: string[]
  params: {
    /** Of a single order; left out, everything that is offered. */
    line_ids?: string[]
    pickup_slot?: string
    warehouse_external_id?: string
  }
}

export function useActOnOrders() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: OrderActionInput) =>
      sdk.client.fetch<{ run: Run }>(`${PATH}/actions`, {
        method: "POST",
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: runKeys.lists() }),
  })
}
