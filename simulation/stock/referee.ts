import { Counters } from "./marketplaces"
import { Channel, Shop } from "./shop"

/** What one marketplace's two numbers have told, for somebody who knows all writes. */
type Seen = {
  channel: Channel
  /** Net units that the numbers have shown as sold, and those that really were. */
  shown: number
  sold: number
  last: Counters
}

/**
 * Holds every write against the guarantee: when it is decided, it offers no more than the
 * stock less every unit that any marketplace's own numbers had shown as sold, less the buffer.
 *
 * It asks the twins how many they have sold. A sale is shown by a reading in which there are
 * fewer for sale, or more committed, than before. A write and a parcel that leaves, both
 * between the same two readings, can wipe that out in both numbers: such a sale is not shown
 * until its order comes, and a write that offers it again is `blind`.
 */
export class Referee {
  broken = 0
  blind = 0
  private readonly seen: Seen[]

  constructor(private readonly shop: Shop) {
    this.seen = shop.channels.map((channel) => ({
      channel,
      shown: 0,
      sold: 0,
      last: channel.marketplace.read(),
    }))
  }

  /** A channel's numbers are read. */
  reads(channel: Channel): void {
    const seen = this.of(channel)
    const sold = channel.marketplace.sold()
    const numbers = channel.marketplace.read()
    const visible = Math.max(
      seen.last.available - numbers.available,
      numbers.committed - seen.last.committed,
      0
    )
    seen.shown += Math.min(sold - seen.sold, visible)
    seen.sold = sold
    seen.last = numbers
  }

  /** A write has arrived. */
  writes(channel: Channel, quantity: number): void {
    const seen = this.of(channel)
    seen.last = { ...seen.last, available: quantity }
  }

  /** @param stock what Medusa had, less the storefront's sales, when the writer read it. */
  judge(quantity: number, stock: number): void {
    const left = (units: (seen: Seen) => number) =>
      Math.max(
        this.seen.reduce((rest, seen) => rest - units(seen), stock) -
          this.shop.scenario.buffer,
        0
      )
    if (quantity > left(({ shown }) => shown)) {
      this.broken += 1
    } else if (quantity > left(({ sold }) => sold)) {
      this.blind += 1
    }
  }

  private of(channel: Channel): Seen {
    const seen = this.seen.find((one) => one.channel === channel)
    if (!seen) {
      throw new RangeError(`not a channel: ${channel.marketplace.name}`)
    }
    return seen
  }
}
