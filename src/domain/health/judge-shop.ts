import { processesWithoutLocks } from "../stock/locking-obstacle"
import { AlarmCode } from "./alarm-code"
import { Finding } from "./finding"
import { HealthFacts, ProcessFacts } from "./health-facts"

/** A process signs every five seconds; one that was not seen for so long does not run. */
export const PROCESS_GONE_MS = 30_000
/** Clocks of machines are set by the network to far less. */
const CLOCK_APART_MS = 60_000
const RUN_LEFT_MS = 5 * 60_000
/** Refusals now and then are probes of strangers. */
const REFUSALS = 3

/** What concerns every channel: who works, and where everything is written. */
export function judgeShop(facts: HealthFacts): Finding[] {
  return [
    ...judgeStorage(facts),
    ...judgeProcesses(facts),
    ...judgeClock(facts),
    ...judgeRuns(facts),
    ...judgeRefusals(facts),
  ]
}

const shopFinding = (
  code: AlarmCode,
  since: Date,
  params: Finding["params"] = {}
): Finding => ({ code, channel_id: null, flow: null, since, step: 0, params })

function judgeStorage({ storage, channels, now }: HealthFacts): Finding[] {
  if (storage) {
    const { code, reason } = storage
    return [shopFinding(code, now, { reason })]
  }
  // The last failure of a channel that stands still stays, mended or not.
  const failed = channels
    .filter(({ status }) => status === "connected" || status === "expiring")
    .flatMap(({ flows }) => flows)
  return (["disk_full", "database_refuses"] as const).flatMap((code) => {
    const [first] = failed
      .filter(({ last_error_code }) => last_error_code === code)
      .sort((a, b) => Number(a.failing_since) - Number(b.failing_since))
    const reason = first?.last_error ?? ""
    return first
      ? [shopFinding(code, first.failing_since ?? now, { reason })]
      : []
  })
}

function isWorker({ worker_mode }: ProcessFacts): boolean {
  return worker_mode !== "server"
}

/** The processes that were seen lately. */
export function livingProcesses({
  processes,
  now,
}: Pick<HealthFacts, "processes" | "now">): ProcessFacts[] {
  return processes.filter(
    ({ seen_at }) => now.getTime() - seen_at.getTime() < PROCESS_GONE_MS
  )
}

function judgeProcesses(facts: HealthFacts): Finding[] {
  const { processes, channels, now } = facts
  const living = livingProcesses(facts)
  const apart = processesWithoutLocks(living)
  const locks = apart.length
    ? [
        shopFinding(
          "locks_not_shared",
          latest(apart.map(({ started_at }) => started_at)) ?? now,
          { processes: apart.map(({ name }) => name).join(", ") }
        ),
      ]
    : []
  if (!channels.length || living.some(isWorker)) {
    return locks
  }
  const workers = processes.filter(isWorker)
  const due = channels.flatMap(({ flows }) => flows.map((flow) => flow.due_at))
  const since =
    latest(workers.map(({ seen_at }) => seen_at)) ??
    earliest(due.filter((moment) => moment < now)) ??
    now
  const names = workers.map(({ name }) => name).join(", ")
  return [...locks, shopFinding("no_worker", since, { processes: names })]
}

function judgeClock({ clock_ahead_ms, now }: HealthFacts): Finding[] {
  const seconds = Math.round(Math.abs(clock_ahead_ms) / 1000)
  return Math.abs(clock_ahead_ms) > CLOCK_APART_MS
    ? [shopFinding("clock_differs", now, { seconds })]
    : []
}

function judgeRuns({ abandoned_runs, now }: HealthFacts): Finding[] {
  return abandoned_runs &&
    now.getTime() - abandoned_runs.oldest_at.getTime() > RUN_LEFT_MS
    ? [
        shopFinding("runs_abandoned", abandoned_runs.oldest_at, {
          count: abandoned_runs.count,
        }),
      ]
    : []
}

function judgeRefusals({ refusals }: HealthFacts): Finding[] {
  return refusals
    .filter(({ count }) => count >= REFUSALS)
    .map(({ provider_id, label, count, since }) =>
      shopFinding("messages_refused", since, {
        provider: provider_id,
        label,
        count,
      })
    )
}

function latest(moments: Date[]): Date | null {
  return moments.length
    ? new Date(Math.max(...moments.map((moment) => moment.getTime())))
    : null
}

function earliest(moments: Date[]): Date | null {
  return moments.length
    ? new Date(Math.min(...moments.map((moment) => moment.getTime())))
    : null
}
