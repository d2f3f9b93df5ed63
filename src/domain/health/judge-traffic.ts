import { AlarmCode } from "./alarm-code"
import { channelFinding } from "./channel-finding"
import { Finding } from "./finding"
import { Backlog, ChannelFacts } from "./health-facts"
import { provenUntil } from "./proof-of-life"
import { shiftOfTimes } from "./shifted-times"
import { isUnusuallyQuiet } from "./usual-pace"

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

type BacklogName =
  "unread" | "unplanned" | "unsettled" | "unanswered_stock" | "refused_stock"

/** How long what came in may wait, by what is to become of it. */
const WAITS: [code: AlarmCode, backlog: BacklogName, patience_ms: number][] = [
  ["orders_not_read", "unread", 10 * MINUTE_MS],
  ["orders_not_planned", "unplanned", 5 * MINUTE_MS],
  ["orders_not_settled", "unsettled", 15 * MINUTE_MS],
  ["stock_unanswered", "unanswered_stock", 10 * MINUTE_MS],
  ["stock_refused", "refused_stock", 10 * MINUTE_MS],
]

/** So many orders without a message prove that messages do not come. */
const UNTOLD = 5
/** Where none ever came, it takes more: they may not have been set up on the first day. */
const UNTOLD_EVER = 20
const MESSAGE_LATE_MS = 10 * MINUTE_MS
const QUEUE_SILENT_MS = 5 * MINUTE_MS
const LISTINGS_WAIT_MS = HOUR_MS

const LEAST_STATEMENTS = 4
const STATEMENT_GAPS = 3
const SHORTEST_STATEMENT_SILENCE_MS = 5 * DAY_MS

/** Whether orders, messages, stock and statements come and go as they usually do. */
export function judgeTraffic(channel: ChannelFacts, now: Date): Finding[] {
  return [
    ...judgeOrders(channel, now),
    ...judgeMessages(channel, now),
    ...WAITS.flatMap(([code, backlog, patience]) =>
      judgeWait(channel, now, code, channel[backlog], patience)
    ),
    ...judgeListings(channel, now),
    ...judgeStatements(channel, now),
  ]
}

function judgeOrders(channel: ChannelFacts, now: Date): Finding[] {
  const { flows, newest_orders, same_hours_before } = channel
  const empty = flows.find(({ empty_since }) => empty_since)
  const shift = shiftOfTimes(newest_orders)
  return [
    ...(empty?.empty_since
      ? [channelFinding(channel, "orders_left_out", empty.empty_since)]
      : []),
    ...(shift !== null
      ? [
          channelFinding(
            channel,
            "order_times_shifted",
            newest_orders[0].seen_at,
            { params: { hours: Math.round((shift / HOUR_MS) * 10) / 10 } }
          ),
        ]
      : []),
    ...(newest_orders.length &&
    asksForOrders(channel, now) &&
    isUnusuallyQuiet(same_hours_before)
      ? [
          channelFinding(channel, "orders_silent", newest_orders[0].seen_at, {
            params: { least: Math.min(...same_hours_before) },
          }),
        ]
      : []),
  ]
}

/** That none came proves nothing where nobody asked. */
function asksForOrders(channel: ChannelFacts, now: Date): boolean {
  const flow = channel.flows.find(({ kind }) => kind === "recent_orders")
  const asked_until = flow && provenUntil(channel, flow)
  return Boolean(asked_until && asked_until >= now)
}

function judgeMessages(channel: ChannelFacts, now: Date): Finding[] {
  const { tells_by, last_message_at, untold_orders, event_queue } = channel
  if (!tells_by) {
    return []
  }
  const settled = untold_orders.filter(
    (seen_at) => now.getTime() - seen_at.getTime() > MESSAGE_LATE_MS
  )
  const needed = last_message_at ? UNTOLD : UNTOLD_EVER
  const silent = settled.length >= needed
  const pulled = event_queue?.last_pull_at
  return [
    ...(silent
      ? [
          channelFinding(
            channel,
            "messages_silent",
            last_message_at ?? settled[0],
            { params: { count: settled.length } }
          ),
        ]
      : []),
    ...(pulled && now.getTime() - pulled.getTime() > QUEUE_SILENT_MS
      ? [
          channelFinding(channel, "event_queue_silent", pulled, {
            flow: "event_queue",
            params: { reason: event_queue.last_error ?? "" },
          }),
        ]
      : []),
  ]
}

function judgeWait(
  channel: ChannelFacts,
  now: Date,
  code: AlarmCode,
  backlog: Backlog | null,
  patience_ms: number
): Finding[] {
  return backlog && now.getTime() - backlog.oldest_at.getTime() > patience_ms
    ? [
        channelFinding(channel, code, backlog.oldest_at, {
          params: { count: backlog.count, reason: backlog.error ?? "" },
        }),
      ]
    : []
}

function judgeListings(channel: ChannelFacts, now: Date): Finding[] {
  const { listings_downloaded_at, created_at } = channel
  return !listings_downloaded_at &&
    now.getTime() - created_at.getTime() > LISTINGS_WAIT_MS
    ? [channelFinding(channel, "listings_missing", created_at)]
    : []
}

/** Statements came about every so often, and then no more for three times as long. */
function judgeStatements(channel: ChannelFacts, now: Date): Finding[] {
  const { statements } = channel
  if (statements.length < LEAST_STATEMENTS) {
    return []
  }
  const gaps = statements
    .slice(1)
    .map((moment, index) => statements[index].getTime() - moment.getTime())
    .sort((a, b) => a - b)
  const usual = gaps[Math.floor(gaps.length / 2)]
  const silence = now.getTime() - statements[0].getTime()
  return silence > SHORTEST_STATEMENT_SILENCE_MS &&
    silence > STATEMENT_GAPS * usual
    ? [
        channelFinding(channel, "statements_missing", statements[0], {
          params: { days: Math.max(1, Math.round(usual / DAY_MS)) },
        }),
      ]
    : []
}
