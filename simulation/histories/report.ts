import { FAULT_NAMES, FaultName } from "./fault"
import { Broken } from "./invariants"

/** What one seed came to. */
export type SeedResult = {
  seed: number
  events: number
  orders: number
  hits: Partial<Record<FaultName, number>>
  /** How often its process was killed. */
  kills: number
  seconds: number
  broken: Broken[]
}

/** What a run of the simulator came to. */
export type Report = {
  ok: boolean
  seeds: number
  events: number
  orders: number
  kills: number
  /** Wall-clock time of all, and of a seed alone. */
  seconds: number
  seconds_per_seed: number
  /** How often each fault has struck. */
  faults: Record<FaultName, number>
  /** Faults that struck in no history; null when there were too few to tell. */
  never_struck: FaultName[] | null
  broken: (Broken & { seed: number; replay: string })[]
}

/** From so many events on every fault has to strike somewhere. */
const ENOUGH_EVENTS = 50 * 200

/** Adds up what seeds came to. @param seconds that all of them took. */
export function reportOf(results: SeedResult[], seconds: number): Report {
  const sum = (amount: (result: SeedResult) => number) =>
    results.reduce((total, result) => total + amount(result), 0)
  const faults = Object.fromEntries(
    FAULT_NAMES.map((name) => [name, sum(({ hits }) => hits[name] ?? 0)])
  ) as Record<FaultName, number>
  const events = sum((result) => result.events)
  const never_struck =
    events < ENOUGH_EVENTS
      ? null
      : FAULT_NAMES.filter((name) => faults[name] === 0)
  const broken = results
    .flatMap((result) =>
      result.broken.map((one) => ({
        seed: result.seed,
        ...one,
        replay: replayOf(result),
      }))
    )
    .sort((one, other) => one.seed - other.seed)
  return {
    ok: broken.length === 0 && !never_struck?.length,
    seeds: results.length,
    events,
    orders: sum(({ orders }) => orders),
    kills: sum(({ kills }) => kills),
    seconds: Math.round(seconds),
    seconds_per_seed: Number(
      (sum((result) => result.seconds) / results.length).toFixed(1)
    ),
    faults,
    never_struck,
    broken,
  }
}

/** The command that lets the same history happen again. */
export const replayOf = ({
  seed,
  events,
}: Pick<SeedResult, "seed" | "events">) =>
  `npm run simulate -- --seed ${seed} --events ${events}`

/** The report for people. */
export function reportText(report: Report): string {
  const width = Math.max(...FAULT_NAMES.map(({ length }) => length))
  const faults = FAULT_NAMES.map(
    (name) => `  ${name.padEnd(width)}  ${report.faults[name]}`
  )
  const broken = report.broken.map(
    ({ seed, invariant, message, replay }) =>
      `seed ${seed}: ${invariant}: ${message}\n  ${replay}`
  )
  const { seeds, events, orders, kills, seconds, never_struck } = report
  return [
    `${seeds} seeds, ${events} events, ${orders} orders, ${kills} killed processes, ${seconds} s (${report.seconds_per_seed} s a seed)`,
    "faults that struck:",
    ...faults,
    ...(never_struck?.length
      ? [`never struck: ${never_struck.join(", ")}`]
      : []),
    ...(broken.length ? broken : ["no broken invariant"]),
    "",
  ].join("\n")
}
