import { buyersOf } from "./buyers"
import { deliveriesOf } from "./deliveries"
import { Scenario } from "./scenario"
import { Timeline } from "./timeline"

/**
 * Units that could be sold: a shop that knows of every sale, cancellation and delivery at
 * once serves every buyer for whom a unit is there, and nobody else.
 */
export function couldBeSold(scenario: Scenario, seed: number): number {
  const timeline = new Timeline()
  let left = 0
  let sold = 0
  for (const { at, units } of deliveriesOf(scenario)) {
    timeline.after(at, () => {
      left += units
    })
  }
  for (const { at, place, fate } of buyersOf(scenario, seed)) {
    timeline.runUntil(at)
    if (left <= 0) {
      continue
    }
    left -= 1
    sold += 1
    if (fate.cancelled && place < 2) {
      timeline.after(fate.cancelled.at, () => {
        left += 1
        sold -= 1
      })
    }
  }
  timeline.runUntil(Infinity)
  return sold
}
