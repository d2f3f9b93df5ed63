/** The longest time that is compared with the weeks before (milliseconds). */
export const LONGEST_SILENCE_MS = 3 * 86_400_000

/** How many weeks are looked back at. */
export const WEEKS_BACK = 4

/** Orders that must have come in the same hours of every week that is looked at. */
export const USUAL_ORDERS = 8

const LEAST_WEEKS = 2

/**
 * True when a silence is none that the shop knows: in the same hours of the same weekdays, at
 * least eight orders came in each of the weeks before, of which there are two or more. A shop
 * that sells rarely, at night or on weekdays only is never called silent for it.
 *
 * With eight or more an hour, an hour without any happens by chance once in thousands of hours.
 *
 * @param same_hours_before orders in the same hours of each week before.
 */
export function isUnusuallyQuiet(same_hours_before: number[]): boolean {
  return (
    same_hours_before.length >= LEAST_WEEKS &&
    same_hours_before.every((count) => count >= USUAL_ORDERS)
  )
}
