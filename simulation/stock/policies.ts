import { DEBOUNCE_MS, READ_MS, RETRY_MS } from "./latencies"
import { OurPolicy } from "./our-policy"
import { Referee } from "./referee"
import { Shop } from "./shop"

/** A way of keeping the marketplaces' numbers right. */
export interface Policy {
  readonly writes: number
}

export type PolicyName = "ours" | "absolute" | "buffer of 5"

export const POLICIES: Record<
  PolicyName,
  (shop: Shop, referee: Referee) => Policy
> = {
  ours: (shop, referee) => new OurPolicy(shop, referee),
  absolute: (shop, referee) => new AbsolutePolicy(shop, referee, 0),
  "buffer of 5": (shop, referee) => new AbsolutePolicy(shop, referee, 5),
}

/** Writes what is free in Medusa, whenever that changes, without a look at the marketplace. */
class AbsolutePolicy implements Policy {
  writes = 0
  private waiting = false

  constructor(
    private readonly shop: Shop,
    private readonly referee: Referee,
    private readonly buffer: number
  ) {
    shop.onChange = () => this.follow(DEBOUNCE_MS)
  }

  private follow(delay: number): void {
    if (this.waiting) {
      return
    }
    this.waiting = true
    const { timeline, channels, scenario, random } = this.shop
    timeline.after(delay, () => {
      this.waiting = false
      const quantity = Math.max(this.shop.free() - this.buffer, 0)
      const stock = this.shop.stocked - this.shop.storefront
      timeline.after(READ_MS, () => {
        channels.forEach((channel) => this.referee.reads(channel))
        for (const channel of channels) {
          const { marketplace } = channel
          if (channel.refused_until > timeline.now) {
            this.follow(RETRY_MS)
            continue
          }
          this.writes += 1
          this.referee.judge(quantity, stock)
          const lost = random.chance(scenario.lost_answers)
          if (!lost || random.chance(0.5)) {
            marketplace.write(quantity, marketplace.read().committed)
            this.referee.writes(channel, quantity)
          }
          if (lost) {
            this.follow(RETRY_MS)
          }
        }
      })
    })
  }
}
