import { LineState, SettlementState } from "./line-state"
import { isCompared } from "./order-settlement"
import { LineKind } from "./statement-line"

/**
 * The bucket of a line that was understood and is no duplicate. Lines that nothing is expected
 * of are booked as they are; a word that nobody knows is for a person to look at.
 * @param settlement the state of the line's order; null for lines of no order.
 */
export function lineState(
  kind: LineKind,
  settlement: SettlementState | null
): LineState {
  if (kind === "unknown") {
    return "conflict"
  }
  if (!isCompared(kind)) {
    return "adjustment"
  }
  switch (settlement) {
    case null:
    case "not_found":
      return "not_found"
    case "pending":
    case "adjustment":
      return "conflict"
    default:
      return settlement
  }
}
