import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { HandoverMethod } from "../../../domain/provider/arranges-shipments"
import type { WaybillSize } from "../../../domain/provider/gives-waybills"
import type { ReceivedLine } from "../../../domain/returns/received-lines"
import type { OrderAction } from "../../../domain/orders/order-action"
import type { OrderStatus } from "../../../domain/orders/order-status"
import { orderKeys, runKeys } from "../../lib/query-keys"
import { readAllPages } from "../../lib/read-all-pages"
import { sdk } from "../../lib/sdk"
import type {
  BlockedCause,
  ChannelOrder,
  Confirmation,
  ImportState,
  ListOf,
  OrderCounts,
  Run,
  ShipmentChoice,
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
  late_soon?: boolean
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

/** As many as one action takes. */
export const MOST_ORDERS = 1000

/** Every order of a list, up to {@link MOST_ORDERS}. */
export function fetchOrders(
  query: Omit<OrderQuery, "limit" | "offset">
): Promise<ChannelOrder[]> {
  return readAllPages(async (page) => {
    const { orders, count } = await sdk.client.fetch<
      ListOf<"orders", ChannelOrder>
    >(PATH, { query: { ...query, ...page } })
    return { rows: orders, count }
  }, MOST_ORDERS)
}

export function useOrder(id: string) {
  return useQuery({
    queryKey: orderKeys.detail(id),
    queryFn: () => sdk.client.fetch<{ order: ChannelOrder }>(`${PATH}/${id}`),
    enabled: Boolean(id),
    refetchInterval: REFRESH_MS,
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

/** What there is to choose when shipments of these orders are arranged. */
export function useShipmentChoices(ids: string[]) {
  return useQuery({
    queryKey: orderKeys.part("shipment", "choices", { ids }),
    queryFn: () =>
      sdk.client.fetch<{ choices: ShipmentChoice[] }>(
        `${PATH}/shipment-choices`,
        { method: "POST", body: { ids } }
      ),
    enabled: ids.length > 0,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

export type OrderActionParams = {
  /** Of a single order; left out, everything that is offered. */
  line_ids?: string[]
  pickup_slot?: string
  warehouse_external_id?: string
  handover?: HandoverMethod
  size?: WaybillSize
  packing_slip?: boolean
  reason?: string
  /** Of a single order; left out, everything came back good. */
  lines?: ReceivedLine[]
  note?: string
}

export type OrderActionInput = {
  action: OrderAction
  ids: string[]
  params: OrderActionParams
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
