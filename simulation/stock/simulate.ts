import { Random } from "../../sandbox/shared/random"
import { buyersOf } from "./buyers"
import { deliveriesOf } from "./deliveries"
import { openMarketplaces } from "./marketplaces"
import { couldBeSold } from "./perfect-sight"
import { POLICIES, PolicyName } from "./policies"
import { Referee } from "./referee"
import { byArticle, Scenario } from "./scenario"
import { Shop } from "./shop"
import { Timeline } from "./timeline"

const MINUTE_MS = 60_000
/** After the last buyer, until every feed has told everything. */
const QUIET_MINUTES = 120

export type Outcome = {
  sold: number
  oversold: number
  /** Of them, by the storefront. */
  oversold_in_storefront: number
  /** Units that a shop with perfect sight would have sold. */
  sellable: number
  writes: number
  /** Writes that broke the guarantee. */
  broken: number
  /** Writes that offered what was sold, though no number had shown that. */
  blind: number
}

/** One history: the same seed and scenario bring the same buyers and faults to every policy. */
export function simulate(
  scenario: Scenario,
  policy: PolicyName,
  seed: number
): Outcome {
  return byArticle(scenario)
    .map((article, at) => simulateArticle(article, policy, seed * 1_000 + at))
    .reduce(addOutcomes)
}

export function addOutcomes(one: Outcome, other: Outcome): Outcome {
  return {
    sold: one.sold + other.sold,
    oversold: one.oversold + other.oversold,
    oversold_in_storefront:
      one.oversold_in_storefront + other.oversold_in_storefront,
    sellable: one.sellable + other.sellable,
    writes: one.writes + other.writes,
    broken: one.broken + other.broken,
    blind: one.blind + other.blind,
  }
}

/** Articles share nothing but the hours of the day. */
function simulateArticle(
  scenario: Scenario,
  policy: PolicyName,
  seed: number
): Outcome {
  const timeline = new Timeline()
  const marketplaces = openMarketplaces(() => timeline.now)
  const shop = new Shop(
    scenario,
    timeline,
    new Random(seed + 1_000_000),
    marketplaces
  )
  const referee = new Referee(shop)
  const follower = POLICIES[policy](shop, referee)
  deliveriesOf(scenario).forEach(({ at, units }) =>
    timeline.after(at, () => shop.receive(units))
  )
  planFaults(scenario, new Random(seed + 2_000_000), shop)
  let forgotten = 0
  for (const buyer of buyersOf(scenario, seed)) {
    timeline.runUntil(buyer.at)
    shop.serve(buyer)
    if (timeline.now - forgotten > 10 * MINUTE_MS) {
      forgotten = timeline.now
      marketplaces.forEach((marketplace) => marketplace.forget())
    }
  }
  timeline.runUntil((scenario.minutes + QUIET_MINUTES) * MINUTE_MS)
  return {
    ...shop.totals,
    sellable: couldBeSold(scenario, seed),
    writes: follower.writes,
    broken: referee.broken,
    blind: referee.blind,
  }
}

function planFaults(scenario: Scenario, random: Random, shop: Shop): void {
  const { minutes, edits_down, edits_up, refused_calls } = scenario
  const { timeline } = shop
  for (const channel of shop.channels) {
    for (const [times, sign] of [
      [edits_down, -1],
      [edits_up, 1],
    ]) {
      for (let edit = 0; edit < (minutes / 60) * times; edit++) {
        const units = sign * random.integer(1, 3)
        timeline.after(random.next() * minutes * MINUTE_MS, () =>
          shop.edit(channel, units)
        )
      }
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
