import { Amount } from "../shared/amount"

/**
 * - `cancellation`: the buyer no longer wants the order.
 * - `refund`: money back, goods stay with the buyer or never came.
 * - `return`: goods come back, then money.
 * - `replacement`: goods are sent anew.
 */
export const BUYER_REQUEST_KINDS = [
  "cancellation",
  "refund",
  "return",
  "replacement",
] as const
export type BuyerRequestKind = (typeof BUYER_REQUEST_KINDS)[number]

/**
 * - `waiting`: the seller has to answer.
 * - `offered`: the seller offered something else, and the buyer has to answer.
 * - `approved`: granted; goods or money are on their way.
 * - `shipped_back`: the buyer has sent the goods.
 * - `settled`: over, the money is back where one was due.
 * - `refused`: the seller or the marketplace said no.
 * - `withdrawn`: the buyer took it back, or it lapsed; a cancellation that was refused, where
 *   the marketplace does not tell these apart.
 * - `not_understood`: what the marketplace says of it has never been understood; a person looks.
 */
export const BUYER_REQUEST_STATES = [
  "waiting",
  "offered",
  "approved",
  "shipped_back",
  "settled",
  "refused",
  "withdrawn",
  "not_understood",
] as const
export type BuyerRequestState = (typeof BUYER_REQUEST_STATES)[number]

/** What a buyer asks for about an order, in any marketplace's words. All times UTC. */
export type NeutralBuyerRequest = {
  external_id: string
  order_external_id: string
  kind: BuyerRequestKind
  state: BuyerRequestState
  raw_status: string
  /** Who began it. */
  initiator: "buyer" | "seller" | "system"
  /** The marketplace's key and its text. */
  reason: string | null
  reason_text: string | null
  requested_at: Date
  external_updated_at: Date
  /** Unanswered by then, the marketplace grants it; null when nothing is to be answered. */
  respond_by: Date | null
  /** What the seller may answer now. */
  answers: BuyerRequestAnswerKind[]
  /** Of a parcel on its way back. */
  tracking_number: string | null
  carrier: string | null
  refund_amount: Amount | null
  /** Lower case; null when no amount is named. */
  currency_code: string | null
  /** Units it is about, by the marketplace's line ids. */
  lines: { external_line_id: string; quantity: number }[]
  /** An edited request goes on under a new id. */
  next_external_id: string | null
}

export const BUYER_REQUEST_ANSWERS = ["approve", "reject"] as const
export type BuyerRequestAnswerKind = (typeof BUYER_REQUEST_ANSWERS)[number]

/** Goods come back for these kinds, unless the buyer keeps them. */
export function bringsGoodsBack(
  request: Pick<NeutralBuyerRequest, "kind">
): boolean {
  return request.kind === "return" || request.kind === "replacement"
}

/** True while goods of the request may still be on their way back. */
export function isComingBack(
  request: Pick<NeutralBuyerRequest, "kind" | "state">
): boolean {
  return (
    bringsGoodsBack(request) &&
    request.state !== "refused" &&
    request.state !== "withdrawn" &&
    request.state !== "not_understood" &&
    request.state !== "waiting" &&
    request.state !== "offered"
  )
}

/** An answer, goods or money are still to come. */
export const OPEN_STATES: readonly BuyerRequestState[] = [
  "waiting",
  "offered",
  "approved",
  "shipped_back",
]

/** Nothing comes of these any more. */
export const OVER_STATES: readonly BuyerRequestState[] = [
  "settled",
  "refused",
  "withdrawn",
]

/**
 * True while the seller may answer: a wish, and on TikTok Shop also goods that came back,
 * which count as taken 48 hours after they arrived.
 */
export function isToAnswer({
  answers,
  state,
  next_external_id,
}: Pick<
  NeutralBuyerRequest,
  "answers" | "state" | "next_external_id"
>): boolean {
  return (
    answers.length > 0 &&
    !OVER_STATES.includes(state) &&
    next_external_id === null
  )
}
