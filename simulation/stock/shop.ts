import { CountedUnits } from "../../src/domain/stock/stock-cell"
import { Random } from "../../sandbox/shared/random"
import { Buyer, Fate } from "./buyers"
import { MESSAGE_MORE_MS, MESSAGE_MS, QUEUE_MS } from "./latencies"
import { Marketplace } from "./marketplaces"
import { Scenario } from "./scenario"
import { Timeline } from "./timeline"

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
  /** Units that the shop keeps in Medusa for sales that the feed has not told of. */
  held = 0
  /** Every call is refused until then. */
  refused_until = 0

  constructor(readonly marketplace: Marketplace) {}
}

/**
 * One article that is sold on two marketplaces and in a storefront from one shelf. Orders
 * come into Medusa when the feed tells of them; only then their units are reserved.
 */
export class Shop {
  readonly channels: Channel[]
  readonly totals: Totals = { sold: 0, oversold: 0, oversold_in_storefront: 0 }
  stocked = 0
  storefront = 0
  /** Called whenever Medusa's own numbers have changed. */
  onChange: () => void = () => undefined
  /** Called when a marketplace tells that one of its numbers changed, whoever changed it. */
  onMessage: (channel: Channel) => void = () => undefined

  /** @param random of what happens to calls and messages. */
  constructor(
    readonly scenario: Scenario,
    readonly timeline: Timeline,
    readonly random: Random,
    marketplaces: Marketplace[]
  ) {
    this.channels = marketplaces.map((marketplace) => new Channel(marketplace))
  }

  /** Units in Medusa that no order stands for. */
  free(): number {
    const counted = this.channels.reduce((sum, one) => sum + one.counted.net, 0)
    return this.stocked - this.storefront - counted
  }

  /** Units on the shelf that nobody has bought anywhere. */
  truth(): number {
    const sold = this.channels.reduce(
      (sum, { marketplace }) => sum + marketplace.sold(),
      0
    )
    return this.stocked - this.storefront - sold
  }

  receive(units: number): void {
    this.stocked += units
    this.onChange()
  }

  serve({ place, fate }: Buyer): void {
    const channel = this.channels.at(place)
    if (channel) {
      this.sellOn(channel, fate)
    } else {
      this.sellInStorefront()
    }
  }

  /** Somebody changes what a marketplace shows; it is never less than nothing. */
  edit(channel: Channel, change: number): void {
    const { marketplace } = channel
    const { available } = marketplace.read()
    marketplace.edit(Math.max(change, -Math.max(available, 0)))
    this.announce(channel)
  }

  /** A marketplace tells that a number changed, if it does. */
  announce(channel: Channel): void {
    const { scenario, random, timeline } = this
    const sent = MESSAGE_MS + random.next() * MESSAGE_MORE_MS
    const delay = channel.marketplace.has_queue
      ? sent + QUEUE_MS - ((timeline.now + sent) % QUEUE_MS)
      : sent
    const is_lost = random.chance(scenario.lost_webhooks)
    const is_repeated = random.chance(scenario.repeated_webhooks)
    if (!scenario.inventory_messages || is_lost) {
      return
    }
    timeline.after(delay, () => this.onMessage(channel))
    if (is_repeated) {
      timeline.after(2 * delay, () => this.onMessage(channel))
    }
  }

  /** Medusa lets nobody buy what is not free, or is kept. */
  private sellInStorefront(): void {
    const held = this.channels.reduce((sum, one) => sum + one.held, 0)
    if (this.free() - held <= 0) {
      return
    }
    if (!this.count()) {
      this.totals.oversold_in_storefront += 1
    }
    this.storefront += 1
    this.onChange()
  }

  private sellOn(channel: Channel, fate: Fate): void {
    const is_there = this.truth() > 0
    if (!channel.marketplace.sell()) {
      return
    }
    this.totals[is_there ? "sold" : "oversold"] += 1
    this.announce(channel)
    this.tell(channel, fate)
    if (fate.cancelled) {
      this.cancel(channel, fate.cancelled, is_there)
    } else {
      this.ship(channel, fate.shipped)
    }
  }

  private count(): boolean {
    const is_there = this.truth() > 0
    this.totals[is_there ? "sold" : "oversold"] += 1
    return is_there
  }

  private tell({ counted }: Channel, fate: Fate): void {
    this.timeline.after(fate.told_at, () => {
      counted.net += 1
      counted.committed += 1
      this.onChange()
    })
    if (fate.told_again_at !== null) {
      this.timeline.after(fate.told_again_at, () => this.onChange())
    }
  }

  private cancel(
    channel: Channel,
    { at, told_at }: NonNullable<Fate["cancelled"]>,
    was_there: boolean
  ): void {
    this.timeline.after(at, () => {
      channel.marketplace.cancel()
      this.totals[was_there ? "sold" : "oversold"] -= 1
      this.announce(channel)
    })
    this.timeline.after(told_at, () => {
      channel.counted.net -= 1
      channel.counted.committed -= 1
      this.onChange()
    })
  }

  private ship(channel: Channel, { at, told_at }: Fate["shipped"]): void {
    this.timeline.after(at, () => {
      channel.marketplace.ship()
      this.announce(channel)
    })
    this.timeline.after(told_at, () => {
      channel.counted.committed -= 1
    })
  }
}
