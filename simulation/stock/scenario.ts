/** What the world does to a shop. Times are minutes, chances and parts 0 to 1. */
export type Scenario = {
  name: string
  /** How long buyers come, and how many over all places and articles. */
  minutes: number
  orders: number
  /** The second is bought half as often as the first, the third a third as often, and so on. */
  articles: number
  /** Units in all, as a part of what buyers want. */
  supply: number
  /** Deliveries of goods after the first, evenly spread. */
  restocks: number
  /** The longest time that an order, or its cancellation, is missing from the feed. */
  feed_delay: number
  lost_webhooks: number
  repeated_webhooks: number
  lost_answers: number
  /** Part of the minutes in which a marketplace refuses every call (429). */
  refused_calls: number
  /** Of orders on marketplaces. */
  cancellations: number
  /** Times an hour that somebody changes a number on each marketplace, by one to three units. */
  edits_down: number
  edits_up: number
  /** The longest time that "shipped" is missing from the feed. */
  ship_delay: number
  /** Whether marketplaces tell of numbers that changed, not only of orders. */
  inventory_messages: boolean
  buffer: number
  /** Of each channel; the storefront sells what Medusa has. */
  share: number
  storefront: boolean
}

const CALM: Scenario = {
  name: "no fault",
  minutes: 30,
  orders: 500,
  articles: 1,
  supply: 0.7,
  restocks: 6,
  feed_delay: 0,
  lost_webhooks: 0,
  repeated_webhooks: 0,
  lost_answers: 0,
  refused_calls: 0,
  cancellations: 0,
  edits_down: 0,
  edits_up: 0,
  ship_delay: 0,
  inventory_messages: true,
  buffer: 0,
  share: 1,
  storefront: true,
}

/** One by one; sizes are the same in the scenario that has all of them. */
const FAULTS: Record<string, Partial<Scenario>> = {
  "late feed": { feed_delay: 15 },
  "lost webhooks": { lost_webhooks: 0.2 },
  "repeated webhooks": { repeated_webhooks: 0.2 },
  "lost answers": { lost_answers: 0.02 },
  "429 storms": { refused_calls: 0.05 },
  cancellations: { cancellations: 0.05 },
  "edits down": { edits_down: 2 },
  "late ship status": { ship_delay: 15 },
}

export const ALL_FAULTS: Scenario = Object.values(FAULTS).reduce<Scenario>(
  (all, fault) => ({ ...all, ...fault }),
  { ...CALM, name: "all faults" }
)

export const LATE_FEED: Scenario = {
  ...CALM,
  ...FAULTS["late feed"],
  name: "late feed",
}

/** Nothing is left on two places at once: half of the goods each, and no storefront. */
export const HALF_EACH: Scenario = {
  ...ALL_FAULTS,
  name: "all faults, half each",
  share: 0.5,
  storefront: false,
}

/** The same while every marketplace can be lowered at any time. */
export const HALF_EACH_ANSWERED: Scenario = {
  ...HALF_EACH,
  name: "half each, no 429 storms",
  refused_calls: 0,
}

export const WITH_BUFFER: Scenario = {
  ...ALL_FAULTS,
  name: "all faults, buffer 10",
  buffer: 10,
}

export const FLASH_SALE: Scenario[] = [
  CALM,
  ...Object.entries(FAULTS).map(([name, fault]) => ({
    ...CALM,
    ...fault,
    name,
  })),
  ALL_FAULTS,
  HALF_EACH,
  HALF_EACH_ANSWERED,
  WITH_BUFFER,
  { ...ALL_FAULTS, name: "all faults, edits up too", edits_up: 2 },
  { ...ALL_FAULTS, name: "all faults, 5 % answers lost", lost_answers: 0.05 },
  {
    ...ALL_FAULTS,
    name: "all faults, no inventory messages",
    inventory_messages: false,
  },
]

/** Twelve hours and a hundred times as many orders. */
const DAY: Partial<Scenario> = { minutes: 720, orders: 50_000, restocks: 12 }

export const LONG_DAY: Scenario[] = [
  ...[LATE_FEED, ALL_FAULTS, HALF_EACH, WITH_BUFFER].map((scenario) => ({
    ...scenario,
    ...DAY,
    articles: 100,
    name: `12 hours, ${scenario.name}`,
  })),
  { ...ALL_FAULTS, ...DAY, name: "12 hours, all faults, one article" },
]

/** One scenario for each article, with the orders that are of it. */
export function byArticle(scenario: Scenario): Scenario[] {
  const { articles, orders } = scenario
  const weights = Array.from({ length: articles }, (_, at) => 1 / (at + 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => ({
    ...scenario,
    articles: 1,
    orders: Math.round((orders * weight) / total),
  }))
}
