import { OrderStatus } from "./order-status"

/**
 * The statuses that a manual download reads of one channel.
 * @param chosen by the person; none when empty or left out.
 * @param by_default what the marketplace brings without a choice; null for every status.
 * @returns null for every status.
 */
export function requestedStatuses(
  chosen: OrderStatus[] | undefined,
  by_default: OrderStatus[] | null
): OrderStatus[] | null {
  const wanted = chosen?.length ? chosen : (by_default ?? [])
  return wanted.length ? [...new Set(wanted)] : null
}
