import { ENDED_STATUSES, OrderStatus } from "../orders/order-status"
import { BuyerRequestState, OPEN_STATES } from "../returns/buyer-request"
import { ClaimState, LIVE_CLAIM_STATES } from "../statements/claim"

/**
 * Why a buyer's data of an order is still needed:
 *
 * - `not_delivered`: the parcel has not reached the buyer, so that the address is needed.
 * - `coming_back`: goods are on their way back from the buyer.
 * - `request_open`: the buyer asks for something, and is to get an answer.
 * - `claim_open`: the shop claims money for it, or for an order that shares a parcel with it;
 *   photos and texts are the proof.
 * - `not_supported`: the provider cannot keep an order without its buyer, or is gone.
 */
export const ERASURE_HINDRANCES = [
  "not_delivered",
  "coming_back",
  "request_open",
  "claim_open",
  "not_supported",
] as const
export type ErasureHindrance = (typeof ERASURE_HINDRANCES)[number]

/**
 * So long after a channel was disconnected (days) its parcels have arrived and its buyers have
 * their answers, though nobody reads any more that they have.
 */
export const UNFOLLOWED_DAYS = 30

/** What erasing looks at. */
export type ErasableOrder = {
  /** Null while it is not known. */
  status: OrderStatus | null
  request_states: BuyerRequestState[]
  /** False once its channel is disconnected for `UNFOLLOWED_DAYS`: its status stands still. */
  is_followed: boolean
  /** Also of orders that share a parcel with it. */
  claim_states: ClaimState[]
  /** Erasing has begun before: it is only brought to its end. */
  has_begun: boolean
}

/** What stands in the way of erasing an order's buyer; null when nothing does. */
export function judgeErasure(order: ErasableOrder): ErasureHindrance | null {
  if (order.has_begun) {
    return null
  }
  const under_way = order.is_followed ? stillUnderWay(order) : null
  if (under_way) {
    return under_way
  }
  return order.claim_states.some((state) => LIVE_CLAIM_STATES.includes(state))
    ? "claim_open"
    : null
}

function stillUnderWay({
  status,
  request_states,
}: ErasableOrder): ErasureHindrance | null {
  if (status === "returning") {
    return "coming_back"
  }
  if (status === null || !ENDED_STATUSES.includes(status)) {
    return "not_delivered"
  }
  if (request_states.some((state) => OPEN_STATES.includes(state))) {
    return "request_open"
  }
  return null
}
