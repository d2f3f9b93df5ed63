import { Shop } from "./shop"
import { OurPolicy } from "./our-policy"

/** A way of keeping the marketplaces' numbers right. */
export interface Policy {
  /** Writes that offered more than was left after every sale any counter had shown. */
  readonly broken: number
  readonly writes: number
}

export type PolicyName = "ours" | "absolute" | "buffer of 5"

export const POLICIES: Record<PolicyName, (shop: Shop) => Policy> = {
  ours: (shop) => new OurPolicy(shop),
  absolute: (shop) => new AbsolutePolicy(shop, 0),
  "buffer of 5": (shop) => new AbsolutePolicy(shop, 5),
}

const THINK_MS = 1_000
const CALL_MS = 300
const RETRY_MS = 30_000

/** Writes what is free in Medusa, whenever that changes, without a look at the marketplace. */
class AbsolutePolicy implements Policy {
  readonly broken = 0
  writes = 0
  private waiting = false

  constructor(
    private readonly shop: Shop,
    private readonly buffer: number
  ) {
    shop.onChange = () => this.follow(THINK_MS)
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
      timeline.after(CALL_MS, () => {
        for (const { marketplace, refused_until } of channels) {
          if (refused_until > timeline.now) {
            this.follow(RETRY_MS)
            continue
          }
          this.writes += 1
          const lost = random.chance(scenario.lost_answers)
          if (!lost || random.chance(0.5)) {
            marketplace.write(quantity, marketplace.read().committed)
          }
          if (lost) {
            this.follow(RETRY_MS)
          }
        }
      })
    })
  }
}
