import { FlowKind } from "../channels/flow-kind"

/**
 * - `broken`: something does not work until somebody does something, or it comes back.
 * - `attention`: works, or works in another way, but not for ever.
 */
export type Severity = "broken" | "attention"

/** How an alarm is treated. */
export type AlarmRule = {
  severity: Severity
  /** Minutes it has to last before it is put into the notifications; what passes is not told. */
  told_after: number
  /**
   * It explains why other things are silent: those are not shown beside it. Where a flow is
   * named, only if that one is among those that it stops.
   */
  explains?: true | FlowKind
  /**
   * It is a consequence, and not shown beside its cause: one of the whole `shop`, or also one of
   * its `channel`.
   */
  symptom?: "shop" | "channel"
}

const broken = (told_after: number, more: Partial<AlarmRule> = {}) =>
  ({ severity: "broken", told_after, ...more }) satisfies AlarmRule
const attention = (told_after: number, more: Partial<AlarmRule> = {}) =>
  ({ severity: "attention", told_after, ...more }) satisfies AlarmRule

const CAUSE = { explains: true } as const
/** What keeps orders away; where it stops other work alone, that is no reason for silence. */
const CAUSE_FOR_ORDERS = { explains: "recent_orders" } as const
const SYMPTOM = { symptom: "channel" } as const
/** Of work inside Medusa: no marketplace keeps it from going on. */
const SHOP_SYMPTOM = { symptom: "shop" } as const

/** Every way to fall silent that is told apart; words and remedies are in `ALARM_WORDS`. */
export const ALARM_RULES = {
  /** The whole shop. */
  disk_full: broken(0, CAUSE),
  database_refuses: broken(1, CAUSE),
  no_worker: broken(1, CAUSE),
  locks_not_shared: broken(1),
  clock_differs: attention(5),
  runs_abandoned: attention(5, SHOP_SYMPTOM),
  messages_refused: attention(0),

  /** The channel as a whole. */
  provider_missing: broken(0, CAUSE),
  encryption_key_missing: broken(0, CAUSE),
  channel_paused: attention(24 * 60, CAUSE),
  authorization_refused: broken(0, CAUSE),
  authorization_ended: broken(0, CAUSE),
  authorization_ending: attention(0),
  credentials_invalid: broken(0, CAUSE),
  // Refusals of before look like it until the first turn after a new sign-in.
  scope_missing: broken(1),
  shop_inactive: broken(0, CAUSE),
  server_not_allowed: broken(0, CAUSE),
  clock_refused: broken(0, CAUSE),
  call_retired: broken(0),
  marketplace_refuses: broken(1),
  request_wrong: broken(1),
  answer_not_understood: broken(5),
  marketplace_unavailable: attention(10, CAUSE_FOR_ORDERS),
  rate_limited: attention(10, CAUSE_FOR_ORDERS),

  /** Its recurring work. */
  flow_missing: broken(1),
  flow_failing: attention(5),
  flow_late: attention(5, SYMPTOM),
  worker_stuck: broken(1),
  event_queue_silent: attention(5, SYMPTOM),

  /** What comes, and what does not. */
  orders_left_out: broken(0),
  orders_silent: attention(0, SYMPTOM),
  order_times_shifted: broken(0),
  messages_silent: attention(0, SYMPTOM),
  orders_not_read: attention(5, SYMPTOM),
  orders_not_planned: broken(5, SHOP_SYMPTOM),
  orders_not_settled: attention(10, SHOP_SYMPTOM),
  stock_unanswered: attention(5, SYMPTOM),
  stock_refused: attention(5),
  listings_missing: attention(0, SYMPTOM),
  statements_missing: attention(0, SYMPTOM),
} as const satisfies Record<string, AlarmRule>

export type AlarmCode = keyof typeof ALARM_RULES

export const ALARM_CODES = Object.keys(ALARM_RULES) as AlarmCode[]

export function alarmRule(code: AlarmCode): AlarmRule {
  return ALARM_RULES[code]
}
