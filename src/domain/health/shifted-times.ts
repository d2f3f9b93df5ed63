import { SeenOrder } from "./health-facts"

const MINUTE_MS = 60_000
const LEAST_ORDERS = 5
/** How far a marketplace's clock may run ahead. */
const AHEAD_MS = 10 * MINUTE_MS
/** A marketplace may hold every order back for an hour or two before it lists it. */
const HELD_BACK_MS = 3 * 60 * MINUTE_MS
/** How much longer one order may take to be seen than another. */
const SPREAD_MS = 15 * MINUTE_MS
/** What is caught up with after a standstill is seen all at once. */
const SEEN_OVER_MS = 30 * MINUTE_MS

/**
 * By how much the times of a marketplace's orders are wrong (milliseconds; positive when they
 * lie in the future), as with a wrong time zone; null when they are believable.
 *
 * An order cannot have been placed after it was seen. That it was placed hours before may have
 * many reasons, but only a wrong clock makes order after order exactly as late, over half an
 * hour and more.
 *
 * @param newest the orders seen last.
 */
export function shiftOfTimes(newest: SeenOrder[]): number | null {
  const orders = newest.slice(0, LEAST_ORDERS)
  if (orders.length < LEAST_ORDERS) {
    return null
  }
  const lags = orders.map(
    ({ placed_at, seen_at }) => seen_at.getTime() - placed_at.getTime()
  )
  const [shortest, longest] = [Math.min(...lags), Math.max(...lags)]
  if (longest < -AHEAD_MS) {
    return -longest
  }
  const seen = orders.map(({ seen_at }) => seen_at.getTime())
  const late = shortest >= HELD_BACK_MS
  const alike = longest - shortest <= SPREAD_MS
  const one_by_one = Math.max(...seen) - Math.min(...seen) >= SEEN_OVER_MS
  return late && alike && one_by_one ? -shortest : null
}
