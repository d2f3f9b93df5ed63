import { OrderStatus } from "./order-status"

/** How far along each status is. */
const PROGRESS: Record<OrderStatus, number> = {
  new: 0,
  awaiting_confirmation: 1,
  confirmed: 2,
  packing: 3,
  packed: 4,
  awaiting_collection: 5,
  in_transit: 6,
  succeeded: 7,
  returning: 8,
  returned: 9,
  cancelled_by_seller: 10,
  cancelled_by_buyer: 10,
  cancelled_by_system: 10,
}

/** Negative when `a` is less advanced than `b`, 0 when equally far, else positive. */
export function compareProgress(a: OrderStatus, b: OrderStatus): number {
  return PROGRESS[a] - PROGRESS[b]
}

/** True when a newer copy took an order back; applied all the same, and listed as such. */
export function isMovedBack(from: OrderStatus, to: OrderStatus): boolean {
  return compareProgress(to, from) < 0
}
