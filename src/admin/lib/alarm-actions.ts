import type { AlarmCode } from "../../domain/health/alarm-code"
import type { HealthAlarm } from "./types"

/** What a button beside an alarm does or opens. */
export type AlarmAction =
  | "sign_in"
  | "resume"
  | "test"
  | "orders"
  | "listings"
  | "stock"
  | "statements"
  | "runs"
  | "channel"

/** The button of each alarm that one can do something about from here. */
export const ALARM_ACTIONS: Partial<Record<AlarmCode, AlarmAction>> = {
  authorization_refused: "sign_in",
  authorization_ended: "sign_in",
  authorization_ending: "sign_in",
  scope_missing: "sign_in",
  encryption_key_missing: "sign_in",
  credentials_invalid: "channel",
  provider_missing: "channel",
  channel_paused: "resume",
  shop_inactive: "test",
  server_not_allowed: "test",
  clock_refused: "test",
  marketplace_refuses: "test",
  marketplace_unavailable: "test",
  answer_not_understood: "test",
  flow_failing: "test",
  flow_missing: "channel",
  event_queue_silent: "test",
  orders_left_out: "test",
  orders_silent: "test",
  orders_not_read: "test",
  orders_not_planned: "orders",
  orders_not_settled: "orders",
  stock_unanswered: "stock",
  stock_refused: "stock",
  locks_not_shared: "stock",
  listings_missing: "listings",
  statements_missing: "statements",
  runs_abandoned: "runs",
}

/** The page that an action opens; null for one that is done on the spot. */
export function alarmLink(
  action: AlarmAction,
  { channel_id }: Pick<HealthAlarm, "channel_id">
): string | null {
  const channel = channel_id ? `?channel_id=${channel_id}` : ""
  switch (action) {
    case "orders":
      return `/marketplaces/orders${channel}`
    case "listings":
      return "/marketplaces/listings?download=1"
    case "stock":
      return `/marketplaces/stock${channel}`
    case "statements":
      return `/marketplaces/statements${channel}`
    case "runs":
      return "/marketplaces/runs"
    case "channel":
      return `/marketplaces/channels/${channel_id ?? ""}`
    default:
      return null
  }
}
