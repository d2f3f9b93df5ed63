import { ChannelSettings } from "../channels/channel-settings"
import { OrderStatus, isCancelled } from "./order-status"

/** How far a Medusa order has been brought. */
export const HOST_STATES = [
  "none",
  "pending",
  "shipped",
  "delivered",
  "completed",
  "canceled",
] as const
export type HostState = (typeof HOST_STATES)[number]

/**
 * How the goods of an order came back: not at all or not yet all, all of them good, or some
 * damaged or missing.
 */
export type GoodsBack = "none" | "all_good" | "some_gone"

/**
 * Where the Medusa order has to be for a status. Goods leave the count at the handover,
 * or only at success, as the channel is set; a cancelled order whose goods had left is
 * `returning` and stays shipped until they are back.
 *
 * Where goods leave the count at success, those of a returned order are still reserved: all
 * of them good, the order is cancelled and they are free; otherwise what is damaged or
 * missing leaves the count. An order that had been shipped or completed stays so either way,
 * as there is no way back from there.
 */
export function wantedHostState(
  status: OrderStatus,
  deduct_stock_on: ChannelSettings["deduct_stock_on"],
  goods_back: GoodsBack = "none"
): HostState {
  if (isCancelled(status)) {
    return "canceled"
  }
  if (status === "returned" && deduct_stock_on === "succeeded") {
    return RETURNED_FROM_RESERVED[goods_back]
  }
  if (status === "succeeded") {
    return "completed"
  }
  const left = ["awaiting_collection", "in_transit", "returning", "returned"]
  return left.includes(status) && deduct_stock_on === "handover"
    ? "shipped"
    : "pending"
}

const RETURNED_FROM_RESERVED: Record<GoodsBack, HostState> = {
  none: "pending",
  all_good: "canceled",
  some_gone: "shipped",
}

/** Open orders whose goods have been handed over and may still come back. */
const OPEN_AFTER_HANDOVER = [
  "awaiting_collection",
  "in_transit",
  "returning",
] as const satisfies readonly OrderStatus[]

/**
 * Statuses whose open orders have to move on when a channel is set otherwise: goods that
 * were handed over leave the count at once. The other way nothing is undone, as Medusa
 * knows no way back from shipped.
 */
export function statusesMovedBySetting(
  before: ChannelSettings["deduct_stock_on"],
  after: ChannelSettings["deduct_stock_on"]
): OrderStatus[] {
  return OPEN_AFTER_HANDOVER.filter(
    (status) =>
      hostMoves(wantedHostState(status, before), wantedHostState(status, after))
        ?.length
  )
}

/**
 * Where the Medusa order is brought from where it stands: to what is wanted, where Medusa
 * knows a way. An order that was cancelled because all of its goods came back stays so,
 * however the channel is set afterwards.
 */
export function reachableHostState(
  from: HostState,
  wanted: HostState,
  status: OrderStatus
): HostState {
  const isOver = from === "canceled" && status === "returned"
  return !isOver && hostMoves(from, wanted) ? wanted : from
}

const FORWARD: HostState[] = [
  "none",
  "pending",
  "shipped",
  "delivered",
  "completed",
]

/**
 * The moves that bring a Medusa order from one state to another, in order; null when
 * Medusa knows no way back.
 */
export function hostMoves(
  from: HostState,
  to: HostState
): ("ship" | "deliver" | "complete" | "cancel" | "restore")[] | null {
  if (from === to) {
    return []
  }
  if (to === "canceled") {
    return from === "pending" ? ["cancel"] : null
  }
  if (from === "canceled") {
    const onward = hostMoves("pending", to)
    return onward && ["restore", ...onward]
  }
  const start = FORWARD.indexOf(from)
  const end = FORWARD.indexOf(to)
  if (start > end) {
    return null
  }
  const moves = ["ship", "deliver", "complete"] as const
  return moves.slice(Math.max(start - 1, 0), end - 1)
}
