/** A request was answered as the person wanted it. */
export const REQUEST_ANSWERED = ["approved", "rejected_request"] as const

/**
 * Why a buyer's request is not answered:
 *
 * - `no_open_request`: the buyer asks for nothing, or not any more.
 * - `already_answered`: decided before, by the shop, the marketplace or the time that passed.
 * - `several_requests`: the order has several to answer, and nobody said which one is meant.
 * - `answer_not_offered`: the marketplace does not let the seller answer it this way now; it
 *   may be the buyer's turn.
 */
export const REQUEST_PROBLEMS = [
  "no_open_request",
  "already_answered",
  "several_requests",
  "answer_not_offered",
] as const

export type RequestAnswered = (typeof REQUEST_ANSWERED)[number]
export type RequestProblem = (typeof REQUEST_PROBLEMS)[number]
