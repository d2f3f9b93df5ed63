import type {
  LineState,
  SettlementState,
} from "../../domain/statements/line-state"
import type { StatementStatus } from "./types"

type Color = "green" | "orange" | "red" | "blue" | "grey" | "purple"

/** Colours of a badge; the word beside it says the same. */
export const STATE_COLORS: Record<LineState | SettlementState, Color> = {
  matched: "green",
  over: "blue",
  short: "red",
  conflict: "orange",
  pending: "grey",
  not_found: "orange",
  adjustment: "purple",
  duplicate: "grey",
  refused: "red",
}

export const STATUS_COLORS: Record<StatementStatus, Color> = {
  importing: "blue",
  needs_mapping: "orange",
  done: "green",
  refused: "red",
}

/** Lines that a person should look at. */
export const TO_LOOK_AT: readonly (LineState | SettlementState)[] = [
  "short",
  "over",
  "conflict",
  "not_found",
  "refused",
]

/** Lines that differ from what was expected, or whose order nobody could compare. */
export function differencesOf(
  counts: Partial<Record<LineState | "lines" | "comparing", number>>
): number {
  return (
    ["short", "over", "conflict", "not_found", "refused"] as const
  ).reduce((sum, state) => sum + (counts[state] ?? 0), 0)
}
