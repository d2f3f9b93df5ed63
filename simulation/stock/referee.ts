import { Channel, Shop } from "./shop"

/**
 * Holds every write against the guarantee: when it is decided, it offers no more than the
 * stock less every unit that any marketplace's own counters had shown as sold, less the buffer.
 */
export class Referee {
  decisions = 0
  broken = 0
  private readonly shown = new Map<Channel, number>()

  constructor(private readonly shop: Shop) {}

  /** A channel's counters are read: what they have sold is shown from now on. */
  sees(channel: Channel): void {
    this.shown.set(channel, channel.marketplace.sold())
  }

  /** @param stock what Medusa had, less the storefront's sales, when the writer read it. */
  judge(quantity: number, stock: number): void {
    const shown = [...this.shown.values()].reduce((sum, one) => sum + one, 0)
    this.decisions += 1
    if (quantity > Math.max(stock - shown - this.shop.scenario.buffer, 0)) {
      this.broken += 1
    }
  }
}
