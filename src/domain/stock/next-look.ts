import { UnseenUnits } from "./stock-cell"
import { StockCause, StockState } from "./stock-state"

/** When a listing has to be looked at again though nothing says that it changed. */
export type NextLook = { at: Date; cause: StockCause }

/** A lost write may still arrive; until then nothing is raised (milliseconds). */
export const UNRESOLVED_MS = 10_000
/** A number that was accepted and is not shown is not written again so soon. */
const SHOWN_WITHIN_MS = 30_000
/** Nor so often: one that is never shown is repeated at most this often. */
const REPEATED_WITHIN_MS = 5 * 60_000
const HELD_MS = 15_000
/** What stands in the way for long is looked at seldom: its end is told where it can be. */
const LAST_HELD_MS = 5 * 60_000
const LOCKED_MS = 5 * 60_000
const FIRST_REFUSED_MS = 60_000
const LAST_REFUSED_MS = 6 * 3_600_000

/** How long the marketplace is left alone after it took a number not (milliseconds). */
export function restAfter(
  outcome: "refused" | "locked",
  failures: number
): number {
  return outcome === "locked"
    ? LOCKED_MS
    : Math.min(
        FIRST_REFUSED_MS * 2 ** Math.min(Math.max(failures - 1, 0), 12),
        LAST_REFUSED_MS
      )
}

/**
 * How long an accepted number may take to be shown before it is written again: each time as
 * long as it has been another than it should be.
 * @param behind_ms how long that was when it was written.
 */
export function shownWithin(behind_ms: number): number {
  return Math.min(Math.max(behind_ms, SHOWN_WITHIN_MS), REPEATED_WITHIN_MS)
}

/** The earliest of all reasons to look again; null when there is none. */
export function nextLook(
  listing: {
    state: StockState
    failures: number
    unseen: UnseenUnits[]
    /** For how long its number has been another than it should be (milliseconds). */
    behind_ms?: number
    /** How long ago a write was accepted that is not seen yet (milliseconds). */
    unshown_ms?: number
    /** Whether Medusa holds the unseen units; when it could not, it is tried again. */
    all_held?: boolean
  },
  options: { now: Date; window_ms: number; read_back_ms: number }
): NextLook | null {
  const { now, window_ms } = options
  const looks = listing.unseen.map(({ at }): NextLook => ({
    at: new Date(at.getTime() + window_ms + 1),
    cause: "retry",
  }))
  const wait = waitOf(listing, options.read_back_ms)
  if (wait) {
    looks.push({ at: new Date(now.getTime() + wait.ms), cause: wait.cause })
  }
  if (listing.all_held === false) {
    looks.push({ at: new Date(now.getTime() + HELD_MS), cause: "retry" })
  }
  const [first] = looks.sort((a, b) => a.at.getTime() - b.at.getTime())
  return first ?? null
}

function waitOf(
  {
    state,
    failures,
    behind_ms = 0,
    unshown_ms = 0,
  }: {
    state: StockState
    failures: number
    behind_ms?: number
    unshown_ms?: number
  },
  read_back_ms: number
): { ms: number; cause: StockCause } | null {
  switch (state) {
    case "pushed":
      return {
        ms: Math.max(read_back_ms, Math.floor(unshown_ms / 5)),
        cause: "read_back",
      }
    case "unresolved":
      return { ms: UNRESOLVED_MS, cause: "retry" }
    case "held":
      return {
        ms: Math.min(Math.max(behind_ms, HELD_MS), LAST_HELD_MS),
        cause: "retry",
      }
    case "locked":
    case "refused":
      return { ms: restAfter(state, failures), cause: "retry" }
    default:
      return null
  }
}
