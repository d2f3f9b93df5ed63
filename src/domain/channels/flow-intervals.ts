import { FlowKind } from "./flow-kind"

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Time between two turns of work whose pace the shop does not set (milliseconds). */
export const FLOW_INTERVALS_MS = {
  wide_orders: HOUR_MS,
  open_orders: 10 * MINUTE_MS,
  /** Where a channel has no queue yet; one that it has is read every few seconds. */
  event_queue: HOUR_MS,
  buyer_requests: 5 * MINUTE_MS,
  statements: 24 * HOUR_MS,
} as const satisfies Partial<Record<FlowKind, number>>
