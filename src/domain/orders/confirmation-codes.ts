/**
 * Why a wish to confirm or refuse is not sent to the marketplace:
 *
 * - `not_offered`: the seller has nothing to decide about this order, or not any more.
 * - `already_confirmed`, `already_refused`: decided the other way.
 * - `lines_unknown`: a line that was asked for is not among those offered.
 * - `nothing_to_confirm`: no line would be confirmed, which would cancel the order.
 * - `whole_order_only`: this order is confirmed as a whole or not at all.
 * - `may_not_refuse`: the marketplace knows no way to refuse this order.
 * - `warehouse_unknown`, `pickup_slot_gone`: what was chosen is not to be had.
 */
export const CONFIRMATION_PROBLEMS = [
  "not_offered",
  "already_confirmed",
  "already_refused",
  "lines_unknown",
  "nothing_to_confirm",
  "whole_order_only",
  "may_not_refuse",
  "warehouse_unknown",
  "pickup_slot_gone",
] as const
export type ConfirmationProblem = (typeof CONFIRMATION_PROBLEMS)[number]

/**
 * Result codes of an order action besides {@link CONFIRMATION_PROBLEMS}; of these only
 * the first two are good news. `failed` is every other failure, with its reason.
 */
export const ORDER_ACTION_CODES = [
  "confirmed",
  "refused",
  "outcome_unknown",
  "rejected",
  "unavailable",
  "not_supported",
  "channel_paused",
  "channel_disconnected",
  "needs_authorization",
  "failed",
] as const
export type OrderActionCode =
  (typeof ORDER_ACTION_CODES)[number] | ConfirmationProblem

/** Codes after which asking again may help once what they name has been seen to. */
const WORTH_REPEATING: readonly string[] = [
  "lines_unknown",
  "nothing_to_confirm",
  "whole_order_only",
  "warehouse_unknown",
  "pickup_slot_gone",
  "outcome_unknown",
  "rejected",
  "unavailable",
  "channel_paused",
  "needs_authorization",
  "failed",
]

export function isWorthRepeating(code: string): boolean {
  return WORTH_REPEATING.includes(code)
}
