import { FlowKind } from "../channels/flow-kind"
import { AlarmCode } from "./alarm-code"
import { channelFinding } from "./channel-finding"
import { Finding } from "./finding"
import { ChannelFacts, FlowFacts } from "./health-facts"
import { PLACE_MS, provenUntil } from "./proof-of-life"

const MINUTE_MS = 60_000
/** Longest time in which a worker that gets on says so. */
const STUCK_MS = 30 * MINUTE_MS
/** Work that is done in one piece over a whole catalogue. */
const LONG_WORK: readonly FlowKind[] = ["stock_sweep", "statements"]
const LONG_STUCK_MS = 3 * 60 * MINUTE_MS
/** Connecting makes the flows of a channel right after it; a server's start, those missing. */
const SETTLING_MS = MINUTE_MS

/** The alarm for each word of `failureCode` that names a cause; others fail as they are. */
const CAUSES: Record<string, AlarmCode> = {
  scope_missing: "scope_missing",
  authorization_refused: "scope_missing",
  authorization_expired: "scope_missing",
  credentials_invalid: "credentials_invalid",
  shop_inactive: "shop_inactive",
  server_not_allowed: "server_not_allowed",
  clock_refused: "clock_refused",
  call_retired: "call_retired",
  rejected: "marketplace_refuses",
  invalid_request: "request_wrong",
  not_found: "request_wrong",
  invalid_response: "answer_not_understood",
  unavailable: "marketplace_unavailable",
  outcome_unknown: "marketplace_unavailable",
  not_ready: "marketplace_unavailable",
  rate_limited: "rate_limited",
}

/**
 * Failures that the next attempt may not meet: told from the second in a row, or when that is
 * still to come after a while, because the marketplace asked to be left alone for longer.
 */
const PASSING: readonly AlarmCode[] = [
  "answer_not_understood",
  "marketplace_unavailable",
  "rate_limited",
  "flow_failing",
]
const NEXT_ATTEMPT_MS = 5 * MINUTE_MS

/** Whether the channel's recurring work goes on; `now` as `HealthFacts` has it. */
export function judgeFlows(channel: ChannelFacts, now: Date): Finding[] {
  return [
    ...judgeFailures(channel, now),
    ...judgeMissing(channel, now),
    ...channel.flows.flatMap((flow) => judgePulse(channel, flow, now)),
  ]
}

/** One alarm for each cause, however many flows meet it. */
function judgeFailures(channel: ChannelFacts, now: Date): Finding[] {
  const causes = new Map<string, FlowFacts[]>()
  for (const flow of channel.flows.filter(({ failures }) => failures > 0)) {
    const code = CAUSES[flow.last_error_code ?? ""] ?? "flow_failing"
    if (isStorage(flow) || (PASSING.includes(code) && mayPass(flow, now))) {
      continue
    }
    const key = code === "flow_failing" ? `${code}:${flow.kind}` : code
    causes.set(key, [...(causes.get(key) ?? []), flow])
  }
  return [...causes].map(([key, flows]) => {
    const code = key.split(":")[0] as AlarmCode
    const since = flows
      .map(({ failing_since }) => failing_since ?? now)
      .reduce((a, b) => (a < b ? a : b))
    return channelFinding(channel, code, since, {
      flow: code === "flow_failing" ? flows[0].kind : null,
      params: {
        reason: flows[0].last_error ?? "",
        flows: flows.map(({ kind }) => kind),
      },
    })
  })
}

function mayPass({ failures, failing_since }: FlowFacts, now: Date): boolean {
  return (
    failures < 2 &&
    now.getTime() - (failing_since ?? now).getTime() < NEXT_ATTEMPT_MS
  )
}

function isStorage({ last_error_code }: FlowFacts): boolean {
  return (
    last_error_code === "disk_full" || last_error_code === "database_refuses"
  )
}

function judgeMissing(channel: ChannelFacts, now: Date): Finding[] {
  if (now.getTime() - channel.created_at.getTime() < SETTLING_MS) {
    return []
  }
  const there = new Set(channel.flows.map(({ kind }) => kind))
  return (Object.keys(channel.expected_flows) as FlowKind[])
    .filter((kind) => !there.has(kind))
    .map((flow) =>
      channelFinding(channel, "flow_missing", channel.changed_at, {
        flow,
        params: { flows: [flow] },
      })
    )
}

/** Whether it is begun when it is due, and whether who began it gets on. */
function judgePulse(
  channel: ChannelFacts,
  flow: FlowFacts,
  now: Date
): Finding[] {
  const { kind, leased_until, progressed_at, failures } = flow
  const about = { flow: kind, params: { flows: [kind] } }
  if (leased_until && leased_until > now) {
    const longest = LONG_WORK.includes(kind) ? LONG_STUCK_MS : STUCK_MS
    const stuck =
      progressed_at && now.getTime() - progressed_at.getTime() > longest
    return stuck
      ? [channelFinding(channel, "worker_stuck", progressed_at, about)]
      : []
  }
  const silent_since = silence(channel, flow, now)
  return silent_since && failures === 0
    ? [channelFinding(channel, "flow_late", silent_since, about)]
    : []
}

/** Since when a flow that nobody works on should have been worked on; null while all is well. */
function silence(
  channel: ChannelFacts,
  flow: FlowFacts,
  now: Date
): Date | null {
  if (now.getTime() - flow.due_at.getTime() > PLACE_MS) {
    return flow.due_at
  }
  const proven_until = provenUntil(channel, flow)
  return proven_until && proven_until < now ? flow.last_success_at : null
}
