/** What the world does to a shop. Times are minutes, chances 0 to 1. */
export type Scenario = {
  name: string
  /** How long buyers come, and how many over all three places. */
  minutes: number
  orders: number
  /** Units in all, as a part of what buyers want. */
  supply: number
  /** Deliveries of goods after the first, evenly spread. */
  restocks: number
  /** The longest time that an order is missing from the feed. */
  feed_delay: number
  lost_webhooks: number
  repeated_webhooks: number
  lost_answers: number
  /** Part of the time in which every call is refused for a while. */
  refused_calls: number
  /** Of orders. */
  cancellations: number
  /** Times an hour that somebody lowers a number on the marketplace. */
  edits_down: number
  /** The longest time that "shipped" is missing from the feed. */
  ship_delay: number
  buffer: number
  /** Of each channel; the storefront sells what Medusa has. */
  share: number
  storefront: boolean
}

const CALM: Scenario = {
  name: "late feed",
  minutes: 30,
  orders: 500,
  supply: 0.7,
  restocks: 6,
  feed_delay: 15,
  lost_webhooks: 0,
  repeated_webhooks: 0,
  lost_answers: 0,
  refused_calls: 0,
  cancellations: 0,
  edits_down: 0,
  ship_delay: 0,
  buffer: 0,
  share: 1,
  storefront: true,
}

const FAULTS: Partial<Scenario> = {
  lost_webhooks: 0.2,
  repeated_webhooks: 0.2,
  lost_answers: 0.05,
  refused_calls: 0.05,
  cancellations: 0.05,
  edits_down: 2,
  ship_delay: 15,
}

export const FLASH_SALE: Scenario[] = [
  CALM,
  { ...CALM, ...FAULTS, name: "all faults" },
  {
    ...CALM,
    ...FAULTS,
    name: "all faults, half each, no storefront",
    share: 0.5,
    storefront: false,
  },
  { ...CALM, ...FAULTS, name: "all faults, buffer 10", buffer: 10 },
]

/** The same over twelve hours and a hundred times as many orders. */
export const LONG_DAY: Scenario[] = FLASH_SALE.map((scenario) => ({
  ...scenario,
  name: `${scenario.name}, 12 hours`,
  minutes: 720,
  orders: 50_000,
  restocks: 60,
}))
