import { StockCell } from "./stock-cell"

/**
 * How a write ended.
 * - `accepted`: the marketplace said that it took the number; reading back proves it.
 * - `unknown`: the answer was lost; the number may have been taken or not.
 * - `refused`: it was not taken, with a reason; `locked`: because a campaign holds the number.
 * - `postponed`: nothing happened, because the marketplace asked to wait or could not be reached.
 */
export const PUSH_OUTCOMES = [
  "accepted",
  "unknown",
  "refused",
  "locked",
  "postponed",
] as const
export type PushOutcome = (typeof PUSH_OUTCOMES)[number]

/** What the cell expects to see after a write of `quantity`. */
export function afterPush(
  cell: StockCell,
  quantity: number,
  outcome: PushOutcome
): StockCell {
  switch (outcome) {
    case "accepted":
      return { ...cell, expected: quantity }
    case "unknown":
      return { ...cell, expected: Math.max(quantity, cell.expected ?? 0) }
    case "refused":
    case "locked":
    case "postponed":
      return cell
  }
}

/**
 * Refusals one after the other, which make the rest after them longer. What was not written, or
 * whose answer was lost, refuses nothing.
 */
export function failuresAfter(outcome: PushOutcome, failures: number): number {
  switch (outcome) {
    case "accepted":
      return 0
    case "refused":
      return failures + 1
    default:
      return failures
  }
}
