import { Random } from "../../sandbox/shared/random"
import { FaultInput } from "../../sandbox/shared/faults"
import { Marketplace, MARKETPLACES } from "./event"

/** Messages on their way from a marketplace. */
export const MESSAGE_FAULTS = [
  "webhooks_duplicated",
  "webhooks_reordered",
  "webhooks_delayed",
  "webhooks_dropped",
  "events_repeated",
  "events_shuffled",
  "events_dropped",
] as const

/** Calls to a marketplace, and what the sandbox makes of them. */
export const CALL_FAULTS = {
  answer_lost: { kind: "lost_answer" },
  answer_truncated: { kind: "truncated" },
  never_answered: { kind: "unanswered" },
  request_lost: { kind: "timeout" },
  connection_reset: { kind: "reset" },
  too_many_calls: { kind: "429", retry_after: 1 },
  server_failed: { kind: "500" },
  unavailable: { kind: "503" },
  error_page: { kind: "html" },
  sentence_for_data: { kind: "text200" },
  write_without_effect: { kind: "no_effect" },
} as const satisfies Record<string, FaultInput>
export type CallFault = keyof typeof CALL_FAULTS

/** Only Tiki does this. */
const OF_TIKI: readonly FaultName[] = [
  "sentence_for_data",
  "write_without_effect",
]

/** What else a marketplace does to those who are signed in. */
export const SIGN_IN_FAULTS = [
  "access_token_expired",
  "token_answer_lost",
  "access_revoked",
  "clock_ahead",
  "clock_behind",
] as const

/** What befalls the process and its database. */
export const PROCESS_FAULTS = [
  "database_cut",
  "killed_before_commit",
  "killed_after_commit",
  "killed_before_call",
  "killed_after_call",
  "killed_after_shop_acted",
] as const

export type FaultName =
  | (typeof MESSAGE_FAULTS)[number]
  | CallFault
  | (typeof SIGN_IN_FAULTS)[number]
  | (typeof PROCESS_FAULTS)[number]

/** Every point at which a history can be disturbed. */
export const FAULT_NAMES: readonly FaultName[] = [
  ...MESSAGE_FAULTS,
  ...(Object.keys(CALL_FAULTS) as CallFault[]),
  ...SIGN_IN_FAULTS,
  ...PROCESS_FAULTS,
]

/** A fault that is set up before an event; it strikes there or as soon after as it can. */
export type Fault = {
  name: FaultName
  /** The place of the event in its history. */
  before: number
  marketplace: Marketplace
  /** Messages, calls, commits or queries that pass before, or how many it befalls. */
  count: number
}

/** A fault for about so many events. */
const EVENTS_PER_FAULT = 8
const KILLS: readonly FaultName[] = PROCESS_FAULTS

/** What goes wrong in a history, in order; the same seed and length, the same list. */
export function faultsOf(seed: number, length: number): Fault[] {
  // Another stream than the history's own.
  const random = new Random((seed ^ 0x5eed_fa17) >>> 0)
  const weights = Object.fromEntries(
    FAULT_NAMES.map((name) => [name, weightOf(name)])
  ) as Record<FaultName, number>
  return Array.from(
    { length: Math.ceil(length / EVENTS_PER_FAULT) },
    (): Fault => {
      const name = random.weighted(weights)
      const marketplace = random.pick(MARKETPLACES)
      return {
        name,
        before: random.integer(0, length - 1),
        marketplace: OF_TIKI.includes(name) ? "tiki" : marketplace,
        count: random.integer(0, reachOf(name)),
      }
    }
  ).sort((one, other) => one.before - other.before)
}

function weightOf(name: FaultName): number {
  return KILLS.includes(name) ? 2 : 1
}

/** The most that `count` may be. */
function reachOf(name: FaultName): number {
  switch (name) {
    case "killed_before_commit":
    case "killed_after_commit":
      return 25
    case "database_cut":
      return 60
    default:
      return 3
  }
}
