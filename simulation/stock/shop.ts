import { Random } from "../../sandbox/shared/random"
import { CountedUnits } from "../../src/domain/stock/stock-cell"
import { Marketplace } from "./marketplaces"
import { Scenario } from "./scenario"
import { Timeline } from "./timeline"

const MINUTE_MS = 60_000

export type Totals = {
  /** Units that buyers got or are promised, and that were there. */
  sold: number
  /** Units that were promised and were not there: by marketplaces, and by the storefront. */
  oversold: number
  oversold_in_storefront: number
}

/** A marketplace as the shop knows it: what its feed has told. */
export class Channel {
  readonly counted: CountedUnits = { net: 0, committed: 0 }
  /** Net units sold, as the marketplace itself knows. */
  sold = 0
  refused_until = 0

  constructor(readonly marketplace: Marketplace) {}
}

/**
 * One article that is sold on two marketplaces and in a storefront from one shelf. Orders
 * come into Medusa when the feed tells of them; only then their units are reserved.
 */
export class Shop {
  readonly channels: Channel[]
  readonly totals: Totals = {
    sold: 0,
    oversold: 0,
    oversold_in_storefront: 0,
  }
  stocked = 0
  storefront = 0
  /** Called whenever Medusa's own numbers have changed. */
  onChange: () => void = () => undefined

  constructor(
    readonly scenario: Scenario,
    readonly timeline: Timeline,
    readonly random: Random,
    marketplaces: Marketplace[]
  ) {
    this.channels = marketplaces.map((marketplace) => new Channel(marketplace))
  }

  /** Units in Medusa that nothing is reserved of. */
  free(): number {
    const counted = this.channels.reduce((sum, one) => sum + one.counted.net, 0)
    return this.stocked - this.storefront - counted
  }

  /** Units on the shelf that nobody has bought anywhere. */
  truth(): number {
    const sold = this.channels.reduce((sum, one) => sum + one.sold, 0)
    return this.stocked - this.storefront - sold
  }

  receive(units: number): void {
    this.stocked += units
    this.onChange()
  }

  buyInStorefront(): void {
    if (this.free() > 0) {
      if (!this.count()) {
        this.totals.oversold_in_storefront += 1
      }
      this.storefront += 1
      this.onChange()
    }
  }

  buyOn(channel: Channel): void {
    if (!channel.marketplace.sell()) {
      return
    }
    const was_there = this.count()
    channel.sold += 1
    this.tellLater(channel, was_there)
  }

  private count(): boolean {
    const is_there = this.truth() > 0
    this.totals[is_there ? "sold" : "oversold"] += 1
    return is_there
  }

  /** The feed tells of a sale, perhaps of its cancellation before, later that it was shipped. */
  private tellLater(channel: Channel, was_there: boolean): void {
    const { scenario, random, timeline } = this
    const delay = random.next() * scenario.feed_delay * MINUTE_MS
    // Without its message an order comes with the next poll.
    const missed = random.chance(scenario.lost_webhooks) ? MINUTE_MS : 0
    timeline.after(delay + missed + 1_000, () => {
      channel.counted.net += 1
      channel.counted.committed += 1
      this.onChange()
    })
    if (random.chance(scenario.repeated_webhooks)) {
      timeline.after(delay + 5_000, () => this.onChange())
    }
    const over = delay + missed + 2_000
    if (random.chance(scenario.cancellations)) {
      timeline.after(over + random.next() * 10 * MINUTE_MS, () =>
        this.cancel(channel, was_there)
      )
    } else {
      timeline.after(over + (20 + random.next() * 60) * MINUTE_MS, () =>
        this.ship(channel)
      )
    }
  }

  private cancel(channel: Channel, was_there: boolean): void {
    const { scenario, random, timeline } = this
    channel.marketplace.cancel()
    channel.sold -= 1
    this.totals[was_there ? "sold" : "oversold"] -= 1
    timeline.after(random.next() * scenario.feed_delay * MINUTE_MS, () => {
      channel.counted.net -= 1
      channel.counted.committed -= 1
      this.onChange()
    })
  }

  private ship(channel: Channel): void {
    const { scenario, random, timeline } = this
    channel.marketplace.ship()
    timeline.after(random.next() * scenario.ship_delay * MINUTE_MS, () => {
      channel.counted.committed -= 1
    })
  }
}
