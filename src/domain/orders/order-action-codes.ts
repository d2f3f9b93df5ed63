import {
  REQUEST_ANSWERED,
  REQUEST_PROBLEMS,
  RequestProblem,
} from "../returns/request-answer-codes"
import { MOVE_REFUSALS, MoveRefusal } from "../parcels/local-moves"

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

/** What was done as the person wanted it. */
export const DONE_CODES = [
  "confirmed",
  "refused",
  "arranged",
  "printed",
  "printed_as_html",
  "marked_packed",
  "packed_undone",
  "not_packed",
  "marked_awaiting_collection",
  "marked_returned",
  "on_pick_list",
  "on_two_pick_lists",
  ...REQUEST_ANSWERED,
] as const

/**
 * Why nothing was done, or that nobody knows, besides {@link CONFIRMATION_PROBLEMS} and
 * {@link MOVE_REFUSALS} and {@link REQUEST_PROBLEMS}:
 *
 * - `outcome_unknown`: asked for, and no answer came.
 * - `not_asked_yet`: its turn comes later in the same action, unless that ended before.
 * - `partly_done`: done for some of the order's parcels, not for others.
 * - `moves_by_itself`: the marketplace arranges the shipment once the order is confirmed.
 * - `arrange_later`: the marketplace lets it be arranged later, not now.
 * - `not_arrangeable`: the marketplace has nothing to be arranged (any more).
 * - `reason_required`: a waybill that was printed before is printed again only for a reason.
 * - `being_printed`: another print job has the parcel and is not done yet.
 * - `waybill_not_ready`: the marketplace is still making it.
 * - `waybill_unreadable`: what the marketplace gave is no waybill that can be printed.
 * - `not_in_shop`: the goods are in the marketplace's warehouse.
 * - `not_understood`: the order's copy or status cannot be understood.
 * - `nothing_to_pick`: none of its goods is to be picked here.
 * - `combined_parcel`: goods of one order were counted, the parcel holds others' as well.
 * - `line_not_in_order`, `too_many_units`: more came back than went out.
 * - `failed`: every other failure, with its reason.
 */
export const FAILURE_CODES = [
  "outcome_unknown",
  "not_asked_yet",
  "partly_done",
  "moves_by_itself",
  "arrange_later",
  "not_arrangeable",
  "reason_required",
  "being_printed",
  "waybill_not_ready",
  "waybill_unreadable",
  "not_in_shop",
  "not_understood",
  "nothing_to_pick",
  "combined_parcel",
  "line_not_in_order",
  "too_many_units",
  "rejected",
  "unavailable",
  "not_supported",
  "channel_paused",
  "channel_disconnected",
  "needs_authorization",
  "failed",
] as const

/** Result codes of an order action besides {@link CONFIRMATION_PROBLEMS}. */
export const ORDER_ACTION_CODES = [
  ...DONE_CODES,
  ...FAILURE_CODES,
  ...MOVE_REFUSALS,
  ...REQUEST_PROBLEMS,
] as const
export type OrderActionCode =
  | (typeof DONE_CODES)[number]
  | (typeof FAILURE_CODES)[number]
  | MoveRefusal
  | RequestProblem
  | ConfirmationProblem

/** Codes after which asking again may help once what they name has been seen to. */
const WORTH_REPEATING: readonly string[] = [
  "lines_unknown",
  "nothing_to_confirm",
  "whole_order_only",
  "warehouse_unknown",
  "pickup_slot_gone",
  "combined_parcel",
  "line_not_in_order",
  "too_many_units",
  "outcome_unknown",
  "not_asked_yet",
  "partly_done",
  "arrange_later",
  "reason_required",
  "being_printed",
  "waybill_not_ready",
  "waybill_unreadable",
  "several_requests",
  "rejected",
  "unavailable",
  "channel_paused",
  "needs_authorization",
  "failed",
]

export function isWorthRepeating(code: string): boolean {
  return WORTH_REPEATING.includes(code)
}
