/**
 * Every line is in exactly one. `matched`, `over`, `short` and `conflict` are those of the
 * line's order; the others are the line's own.
 */
export const LINE_STATES = [
  "matched",
  "over",
  "short",
  "conflict",
  "not_found",
  "adjustment",
  "duplicate",
  "refused",
] as const
export type LineState = (typeof LINE_STATES)[number]

/**
 * Of an order: `pending` before any line of it, `adjustment` with lines that nothing is
 * expected of, `not_found` while lines name an order that was never downloaded.
 */
export const SETTLEMENT_STATES = [
  "matched",
  "over",
  "short",
  "conflict",
  "pending",
  "not_found",
  "adjustment",
] as const
export type SettlementState = (typeof SETTLEMENT_STATES)[number]
