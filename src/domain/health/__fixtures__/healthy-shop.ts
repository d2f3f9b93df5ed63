import { FlowKind } from "../../channels/flow-kind"
import { ChannelFacts, FlowFacts, HealthFacts } from "../health-facts"

export const NOW = new Date("2026-11-22T08:00:00Z")
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

export const ago = (milliseconds: number) =>
  new Date(NOW.getTime() - milliseconds)

export const EXPECTED_FLOWS: ChannelFacts["expected_flows"] = {
  recent_orders: MINUTE_MS,
  wide_orders: HOUR_MS,
  open_orders: 10 * MINUTE_MS,
  authorization: null,
  buyer_requests: 5 * MINUTE_MS,
  statements: DAY_MS,
  stock_sweep: HOUR_MS,
}

export function healthyFlow(
  kind: FlowKind,
  changes: Partial<FlowFacts> = {}
): FlowFacts {
  return {
    kind,
    due_at: ago(-MINUTE_MS),
    leased_until: null,
    progressed_at: ago(MINUTE_MS),
    last_success_at: ago(MINUTE_MS),
    last_error: null,
    last_error_code: null,
    failing_since: null,
    failures: 0,
    empty_since: null,
    ...changes,
  }
}

/** A channel on which all is well and that has never sold anything. */
export function healthyChannel(
  changes: Partial<ChannelFacts> = {}
): ChannelFacts {
  return {
    id: "mpchan_1",
    name: "Gốm Sài Gòn",
    status: "connected",
    status_reason: null,
    created_at: ago(90 * DAY_MS),
    changed_at: ago(MINUTE_MS),
    provider_known: true,
    expected_flows: EXPECTED_FLOWS,
    authorization: {
      ends_at: ago(-200 * DAY_MS),
      refused_at: null,
      key_known: true,
      key_id: "abcd1234",
    },
    flows: (Object.keys(EXPECTED_FLOWS) as FlowKind[]).map((kind) =>
      healthyFlow(kind)
    ),
    tells_by: "webhook",
    last_message_at: null,
    untold_orders: [],
    event_queue: null,
    listings_downloaded_at: ago(DAY_MS),
    newest_orders: [],
    same_hours_before: [],
    unread: null,
    unplanned: null,
    unsettled: null,
    unanswered_stock: null,
    refused_stock: null,
    statements: [],
    ...changes,
  }
}

export function healthyShop(changes: Partial<HealthFacts> = {}): HealthFacts {
  return {
    now: NOW,
    storage: null,
    clock_ahead_ms: 12,
    processes: [
      {
        id: "mpproc_1",
        name: "shop-1:4711",
        worker_mode: "shared",
        locking: "in-memory",
        started_at: ago(DAY_MS),
        seen_at: ago(2_000),
      },
    ],
    refusals: [],
    abandoned_runs: null,
    channels: [healthyChannel()],
    ...changes,
  }
}
