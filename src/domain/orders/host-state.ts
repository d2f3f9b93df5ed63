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
 * Where the Medusa order has to be for a status. Goods leave the count at the handover,
 * or only at success, as the channel is set; a cancelled order whose goods had left is
 * `returning` and stays shipped until they are back.
 */
export function wantedHostState(
  status: OrderStatus,
  deduct_stock_on: ChannelSettings["deduct_stock_on"]
): HostState {
  if (isCancelled(status)) {
    return "canceled"
  }
  if (status === "succeeded") {
    return "completed"
  }
  const left = ["awaiting_collection", "in_transit", "returning", "returned"]
  return left.includes(status) && deduct_stock_on === "handover"
    ? "shipped"
    : "pending"
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
