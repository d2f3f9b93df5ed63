import { Scenario } from "./scenario"

const MINUTE_MS = 60_000

export type Delivery = {
  /** Since the beginning (milliseconds). */
  at: number
  units: number
}

/** Goods as they arrive at the shelf; the first at once. */
export function deliveriesOf(scenario: Scenario): Delivery[] {
  const { minutes, orders, supply, restocks } = scenario
  const units = Math.round(orders * supply)
  const times = restocks + 1
  return Array.from({ length: times }, (_, number) => ({
    at: (minutes * MINUTE_MS * number) / times,
    units: Math.floor(units / times) + (number < units % times ? 1 : 0),
  }))
}
