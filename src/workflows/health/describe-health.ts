import { MedusaContainer } from "@medusajs/framework/types"
import { FLOW_KINDS } from "../../domain/channels/flow-kind"
import { AlarmCode, alarmRule } from "../../domain/health/alarm-code"
import { alarmKey, Finding } from "../../domain/health/finding"
import {
  ChannelFacts,
  FlowFacts,
  HealthFacts,
} from "../../domain/health/health-facts"
import { FlowState } from "../../domain/health/flow-state"
import { healthState, judgeHealth } from "../../domain/health/judge-health"
import { livingProcesses } from "../../domain/health/judge-shop"
import { sayAlarm } from "../../domain/health/say-alarm"
import { marketplacesOf } from "../marketplaces"
import { readHealth } from "./read-health"

/**
 * How the shop's work goes, judged anew each time: it is right also when nobody works who would
 * keep a record. Since when is taken from the record where it knows of an earlier moment.
 */
export async function describeHealth(container: MedusaContainer, now?: Date) {
  const facts = await readHealth(container, now)
  const findings = judgeHealth(facts)
  const open = await marketplacesOf(container).alarms.listOpen()
  const recorded = new Map(open.map(({ key, since }) => [key, since]))
  return {
    state: healthState(findings),
    checked_at: facts.now,
    alarms: findings.map((finding) => describeAlarm(finding, facts, recorded)),
    channels: facts.channels.map((channel) =>
      describeChannel(channel, findings, facts.now)
    ),
    processes: describeProcesses(facts),
  }
}

function describeAlarm(
  finding: Finding,
  { channels }: HealthFacts,
  recorded: Map<string, Date>
) {
  const { code, channel_id, flow, since, params } = finding
  const id = alarmKey(finding)
  const first = recorded.get(id)
  const { message, remedy } = sayAlarm(finding)
  return {
    id,
    code,
    severity: alarmRule(code).severity,
    channel_id,
    channel_name: channels.find((one) => one.id === channel_id)?.name ?? null,
    flow,
    since: first && first < since ? first : since,
    message: message.en,
    remedy: remedy.en,
    params,
  }
}

function describeChannel(
  channel: ChannelFacts,
  findings: Finding[],
  now: Date
) {
  const own = findings.filter(({ channel_id }) => channel_id === channel.id)
  return {
    channel_id: channel.id,
    name: channel.name,
    status: channel.status,
    state: healthState(own),
    authorization_ends_at: channel.authorization?.ends_at ?? null,
    last_order_at: channel.newest_orders[0]?.placed_at ?? null,
    last_webhook_at: channel.last_message_at,
    flows: [...channel.flows].sort(byImportance).map((flow) => ({
      kind: flow.kind,
      due_at: flow.due_at,
      last_success_at: flow.last_success_at,
      last_error: flow.last_error,
      failures: flow.failures,
      state: flowState(channel, flow, own, now),
    })),
  }
}

function flowState(
  { status }: ChannelFacts,
  flow: FlowFacts,
  findings: Finding[],
  now: Date
): FlowState {
  if (status === "paused" || status === "needs_authorization") {
    return "stopped"
  }
  if (flow.failures > 0) {
    return "failing"
  }
  const late: AlarmCode[] = ["flow_late", "worker_stuck", "event_queue_silent"]
  if (
    findings.some((one) => one.flow === flow.kind && late.includes(one.code))
  ) {
    return "late"
  }
  return flow.leased_until && flow.leased_until > now ? "working" : "ok"
}

/** As `FLOW_KINDS` has them: orders first. */
function byImportance(a: FlowFacts, b: FlowFacts): number {
  return FLOW_KINDS.indexOf(a.kind) - FLOW_KINDS.indexOf(b.kind)
}

function describeProcesses(facts: HealthFacts) {
  const living = new Set(livingProcesses(facts).map(({ id }) => id))
  return facts.processes.map(
    ({ id, name, worker_mode, locking, started_at, seen_at }) => ({
      id,
      name,
      worker_mode,
      locking,
      started_at,
      seen_at,
      alive: living.has(id),
    })
  )
}
