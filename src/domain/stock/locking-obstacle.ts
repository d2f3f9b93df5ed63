import { RaiseObstacle } from "./decide-push"

/** Locks that other processes do not see: what Medusa uses when nothing else is set up. */
export const IN_MEMORY_LOCKING = "in-memory"

/** A process that may change the shop's stock, as it last signed in. */
export type RunningProcess = {
  id: string
  /** By the database's clock. */
  started_at: Date
  seen_at: Date
  /** Identifier of the locking provider that Medusa uses there. */
  locking: string
}

/**
 * Processes that run beside one another while at least one of them keeps its locks to itself:
 * they may write the same reservations at once, and what Medusa calls free may be wrong.
 * Two run beside one another when each was seen after the other began, so one that ended
 * before its follower started is not among them.
 */
export function processesWithoutLocks<Process extends RunningProcess>(
  living: Process[]
): Process[] {
  return living.filter((one) =>
    living.some(
      (other) =>
        other.id !== one.id &&
        one.seen_at > other.started_at &&
        other.seen_at > one.started_at &&
        [one, other].some(({ locking }) => locking === IN_MEMORY_LOCKING)
    )
  )
}

/** What keeps every number of the shop from being raised while such processes run. */
export function lockingObstacle(
  living: RunningProcess[]
): Extract<RaiseObstacle, "locking_in_memory"> | null {
  return processesWithoutLocks(living).length ? "locking_in_memory" : null
}
