import { alarmRule, Severity } from "./alarm-code"
import { Finding } from "./finding"
import { ChannelFacts, HealthFacts } from "./health-facts"
import { judgeAuthorization } from "./judge-authorization"
import { judgeFlows } from "./judge-flows"
import { judgeShop } from "./judge-shop"
import { judgeTraffic } from "./judge-traffic"

export type HealthState = "ok" | Severity

/**
 * What is wrong, the worst first, each thing once: where a cause is known, what merely follows
 * from it is left out.
 */
export function judgeHealth(facts: HealthFacts): Finding[] {
  const shop = judgeShop(facts)
  const found = [
    ...shop,
    ...facts.channels.flatMap((channel) => judgeChannel(channel, facts.now)),
  ]
  const shown = shop.some(explains)
    ? found.filter(({ code }) => !alarmRule(code).symptom)
    : found
  return shown.sort((a, b) => urgency(b) - urgency(a))
}

/** Everything that is the case, also what `judgeHealth` leaves out; some of it twice. */
export function findAll(facts: HealthFacts): Finding[] {
  return [
    ...judgeShop(facts),
    ...facts.channels.flatMap((channel) => findInChannel(channel, facts.now)),
  ]
}

function judgeChannel(channel: ChannelFacts, now: Date): Finding[] {
  const access = judgeAuthorization(channel, now)
  return access.some(explains) || channel.status === "needs_authorization"
    ? access
    : withoutSymptoms(findInChannel(channel, now))
}

function findInChannel(channel: ChannelFacts, now: Date): Finding[] {
  return [
    ...judgeAuthorization(channel, now),
    ...judgeFlows(channel, now),
    ...judgeTraffic(channel, now),
  ]
}

function withoutSymptoms(found: Finding[]): Finding[] {
  return found.some(explains)
    ? found.filter(({ code }) => alarmRule(code).symptom !== "channel")
    : found
}

/** The worst of what was found. */
export function healthState(findings: Pick<Finding, "code">[]): HealthState {
  if (!findings.length) {
    return "ok"
  }
  return findings.some(({ code }) => alarmRule(code).severity === "broken")
    ? "broken"
    : "attention"
}

function explains({ code, params }: Finding): boolean {
  const { explains: what } = alarmRule(code)
  const { flows } = params
  return (
    what === true ||
    (what !== undefined && Array.isArray(flows) && flows.includes(what))
  )
}

function urgency({ code, step }: Finding): number {
  return (alarmRule(code).severity === "broken" ? 100 : 0) + step
}
