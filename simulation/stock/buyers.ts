import { Random } from "../../sandbox/shared/random"
import { Scenario } from "./scenario"

const MINUTE_MS = 60_000
const LONGEST_CANCEL_MS = 10 * MINUTE_MS
const FIRST_SHIP_MS = 20 * MINUTE_MS
const LAST_SHIP_MS = 80 * MINUTE_MS
/** A webhook is on its way so long; an order whose webhook is lost comes with the next poll. */
const WEBHOOK_MS = 1_000
const POLL_MS = MINUTE_MS

/** What becomes of an order, if its buyer gets one. Milliseconds after the sale. */
export type Fate = {
  told_at: number
  /** When the same message comes again; null when it does not. */
  told_again_at: number | null
  /** Cancelled by the buyer, and when the feed tells of it; null when it is shipped. */
  cancelled: { at: number; told_at: number } | null
  shipped: { at: number; told_at: number }
}

export type Buyer = {
  /** Since the beginning (milliseconds). */
  at: number
  /** The marketplace, or the storefront as the last one. */
  place: number
  fate: Fate
}

/** The same buyers with the same fates, whatever the policy; made one by one. */
export function* buyersOf(scenario: Scenario, seed: number): Generator<Buyer> {
  const random = new Random(seed)
  const { minutes, orders, storefront } = scenario
  let passed = 0
  for (let left = orders; left > 0; left--) {
    // The earliest of as many evenly spread times as are left.
    passed = 1 - (1 - passed) * (1 - random.next()) ** (1 / left)
    yield {
      at: passed * minutes * MINUTE_MS,
      place: random.integer(0, storefront ? 2 : 1),
      fate: fateOf(scenario, random),
    }
  }
}

/** Draws as often for every scenario: a fault more leaves the buyers the same. */
function fateOf(scenario: Scenario, random: Random): Fate {
  const late = () => random.next() * scenario.feed_delay * MINUTE_MS
  const is_missed = random.chance(scenario.lost_webhooks)
  const told_at = late() + WEBHOOK_MS + (is_missed ? POLL_MS : 0)
  const is_repeated = random.chance(scenario.repeated_webhooks)
  const is_cancelled = random.chance(scenario.cancellations)
  const cancelled_at = random.next() * LONGEST_CANCEL_MS
  const cancel_told_at = cancelled_at + late() + WEBHOOK_MS
  const shipped_at =
    told_at + FIRST_SHIP_MS + random.next() * (LAST_SHIP_MS - FIRST_SHIP_MS)
  const ship_late = random.next() * scenario.ship_delay * MINUTE_MS
  return {
    told_at,
    told_again_at: is_repeated ? told_at + 4_000 : null,
    cancelled: is_cancelled
      ? { at: cancelled_at, told_at: Math.max(cancel_told_at, told_at) }
      : null,
    shipped: { at: shipped_at, told_at: shipped_at + ship_late + WEBHOOK_MS },
  }
}
