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
  const explained = shop.some(explains)
  const findings = [
    ...(explained ? shop.filter(isNoSymptom) : shop),
    ...facts.channels.flatMap((channel) =>
      judgeChannel(channel, facts.now).filter(
        (finding) => !explained || isNoSymptom(finding)
      )
    ),
  ]
  return findings.sort((a, b) => urgency(b) - urgency(a))
}

function judgeChannel(channel: ChannelFacts, now: Date): Finding[] {
  const access = judgeAuthorization(channel, now)
  if (access.some(explains) || channel.status === "needs_authorization") {
    return access
  }
  const found = [
    ...access,
    ...judgeFlows(channel, now),
    ...judgeTraffic(channel, now),
  ]
  return found.some(explains) ? found.filter(isNoSymptom) : found
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

function explains({ code }: Finding): boolean {
  return alarmRule(code).explains === true
}

function isNoSymptom({ code }: Finding): boolean {
  return alarmRule(code).symptom !== true
}

function urgency({ code, step }: Finding): number {
  return (alarmRule(code).severity === "broken" ? 100 : 0) + step
}
