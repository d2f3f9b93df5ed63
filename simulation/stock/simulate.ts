import { Random } from "../../sandbox/shared/random"
import { Marketplace, openMarketplaces } from "./marketplaces"
import { POLICIES, PolicyName } from "./policies"
import { Scenario } from "./scenario"
import { Shop } from "./shop"
import { Timeline } from "./timeline"

const MINUTE_MS = 60_000
/** After the last buyer, until every feed has told everything. */
const QUIET_MINUTES = 120

export type Outcome = {
  sold: number
  oversold: number
  /** Of them, by the storefront, which sees only what Medusa knows. */
  oversold_in_storefront: number
  /** Units that a shop with perfect sight would have sold. */
  sellable: number
  writes: number
  /** Writes that broke the guarantee; always 0 for those who give none. */
  broken: number
}

/** One history: the same seed and scenario bring the same buyers and faults to every policy. */
export function simulate(
  scenario: Scenario,
  policy: PolicyName,
  seed: number
): Outcome {
  const timeline = new Timeline()
  const marketplaces = openMarketplaces(() => timeline.now)
  const shop = new Shop(scenario, timeline, new Random(seed + 1), marketplaces)
  const follower = POLICIES[policy](shop)
  const sellable = plan(scenario, new Random(seed), shop, timeline)
  timeline.runUntil((scenario.minutes + QUIET_MINUTES) * MINUTE_MS)
  return {
    ...shop.totals,
    sellable,
    writes: follower.writes,
    broken: follower.broken,
  }
}

/** Buyers, deliveries and faults; gives what could be sold with perfect sight. */
function plan(
  scenario: Scenario,
  random: Random,
  shop: Shop,
  timeline: Timeline
): number {
  const end = scenario.minutes * MINUTE_MS
  const units = Math.round(scenario.orders * scenario.supply)
  const deliveries = scenario.restocks + 1
  const arrivals: { at: number; units: number }[] = []
  for (let number = 0; number < deliveries; number++) {
    const share =
      Math.floor(units / deliveries) + (number < units % deliveries ? 1 : 0)
    arrivals.push({ at: (end * number) / deliveries, units: share })
  }
  arrivals.forEach(({ at, units: share }) =>
    timeline.after(at, () => shop.receive(share))
  )
  const places = scenario.storefront ? 3 : 2
  const buyers = Array.from({ length: scenario.orders }, () => ({
    at: random.next() * end,
    place: random.integer(0, places - 1),
  })).sort((a, b) => a.at - b.at)
  for (const { at, place } of buyers) {
    timeline.after(at, () =>
      place === 2 ? shop.buyInStorefront() : shop.buyOn(shop.channels[place])
    )
  }
  planFaults(scenario, random, shop, timeline)
  return soldWithPerfectSight(
    buyers.map(({ at }) => at),
    arrivals
  )
}

function planFaults(
  scenario: Scenario,
  random: Random,
  shop: Shop,
  timeline: Timeline
): void {
  const { minutes, edits_down, refused_calls } = scenario
  for (const channel of shop.channels) {
    for (let edit = 0; edit < (minutes / 60) * edits_down; edit++) {
      timeline.after(random.next() * minutes * MINUTE_MS, () =>
        lower(channel.marketplace, random.integer(1, 3))
      )
    }
    for (let minute = 0; minute < minutes; minute++) {
      if (random.chance(refused_calls)) {
        timeline.after(minute * MINUTE_MS, () => {
          channel.refused_until = timeline.now + MINUTE_MS
        })
      }
    }
  }
}

function lower(marketplace: Marketplace, units: number): void {
  const { available } = marketplace.read()
  if (available > 0) {
    marketplace.edit(-Math.min(units, available))
  }
}

function soldWithPerfectSight(
  buyers: number[],
  arrivals: { at: number; units: number }[]
): number {
  let sold = 0
  for (const at of buyers) {
    const stocked = arrivals
      .filter((arrival) => arrival.at <= at)
      .reduce((sum, { units }) => sum + units, 0)
    sold += sold < stocked ? 1 : 0
  }
  return sold
}
