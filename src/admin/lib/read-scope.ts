import {
  CANCELLED_STATUSES,
  ORDER_STATUSES,
  type OrderStatus,
  isCancelled,
} from "../../domain/orders/order-status"
import type { Channel, Provider, Run } from "./types"

/** The group that stands for the three kinds of cancelled. */
export const CANCELLED = "cancelled"

/** Statuses in the order of an order's life, all three kinds of cancelled as one group. */
export function grouped(statuses: readonly OrderStatus[]): string[] {
  const single = ORDER_STATUSES.filter(
    (status) => statuses.includes(status) && !isCancelled(status)
  )
  const cancelled = CANCELLED_STATUSES.filter((one) => statuses.includes(one))
  return cancelled.length === CANCELLED_STATUSES.length
    ? [...single, CANCELLED]
    : [...single, ...cancelled]
}

/** What a download without a chosen status brings, for each marketplace of these channels. */
export function defaultsOf(
  channels: Pick<Channel, "provider_id">[],
  providers: Provider[]
): { provider: Provider; statuses: OrderStatus[] | null }[] {
  const ids = new Set(channels.map(({ provider_id }) => provider_id))
  return providers
    .filter(({ id }) => ids.has(id))
    .map((provider) => ({
      provider,
      statuses: provider.default_download_statuses?.length
        ? provider.default_download_statuses
        : null,
    }))
}

/** Which statuses a run reads of each channel, null for every one; empty when it does not say. */
export function readsOf({
  params,
}: Pick<Run, "params">): { channel_id: string; statuses: string[] | null }[] {
  const reads: unknown = params?.reads
  return Array.isArray(reads) ? reads.filter(isRead) : []
}

function isRead(
  value: unknown
): value is { channel_id: string; statuses: string[] | null } {
  return (
    typeof value === "object" &&
    value !== null &&
    "channel_id" in value &&
    typeof value.channel_id === "string" &&
    "statuses" in value &&
    (value.statuses === null || Array.isArray(value.statuses))
  )
}
