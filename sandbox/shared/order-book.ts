import { Clock } from "./clock"

/** What every order has, whatever the marketplace. Times in seconds, UTC. */
export type Dated = {
  readonly create_time: number
  readonly update_time: number
}

/** How an order is told from others, and whose it is. */
export type OrderKeys<O> = {
  id(order: O): string
  shop(order: O): string
}

type Version<O> = {
  order: O
  /** When the twin learnt it, in seconds; the feed may show it later. */
  recorded_at: number
}

type Entry<O> = { current: Version<O>; older: Version<O>[] }

export type SortField = "create_time" | "update_time"

/** All orders, with what the feed already shows of them. */
export class OrderBook<O extends Dated> {
  private readonly entries = new Map<string, Entry<O>>()
  private readonly sorted = new Map<string, O[]>()

  constructor(
    private readonly keys: OrderKeys<O>,
    private readonly clock: Clock,
    private readonly feed_delay: () => number
  ) {}

  /**
   * Keeps a new order or a newer copy.
   * @param in_feed_at_once for orders older than the twin itself.
   */
  put(order: O, in_feed_at_once = false): void {
    const id = this.keys.id(order)
    const entry = this.entries.get(id)
    const recorded_at = in_feed_at_once ? 0 : this.clock.seconds()
    const older =
      entry && this.feed_delay() > 0
        ? [...entry.older.slice(-20), entry.current]
        : []
    this.entries.set(id, { current: { order, recorded_at }, older })
    this.sorted.clear()
  }

  /** The truth, whatever the feed shows. */
  find(order_id: string): O | undefined {
    return this.entries.get(order_id)?.current.order
  }

  all(): O[] {
    return [...this.entries.values()].map(({ current }) => current.order)
  }

  get size(): number {
    return this.entries.size
  }

  /** The order as the feed shows it; undefined while it is hidden. */
  visible(order_id: string): O | undefined {
    const entry = this.entries.get(order_id)
    return entry && this.shown(entry)
  }

  /** What the feed shows of a shop, oldest first, ties by id. */
  feed(shop_id: string, field: SortField): readonly O[] {
    const key = `${shop_id} ${field}`
    const known = this.feed_delay() > 0 ? undefined : this.sorted.get(key)
    if (known) {
      return known
    }
    const orders: O[] = []
    for (const entry of this.entries.values()) {
      const order = this.shown(entry)
      if (order && this.keys.shop(order) === shop_id) {
        orders.push(order)
      }
    }
    const { id } = this.keys
    orders.sort((a, b) => a[field] - b[field] || (id(a) < id(b) ? -1 : 1))
    this.sorted.set(key, orders)
    return orders
  }

  clear(): void {
    this.entries.clear()
    this.sorted.clear()
  }

  private shown({ current, older }: Entry<O>): O | undefined {
    const delay = this.feed_delay()
    if (delay <= 0) {
      return current.order
    }
    const newest_shown = this.clock.seconds() - delay
    for (const version of [current, ...[...older].reverse()]) {
      if (version.recorded_at <= newest_shown) {
        return version.order
      }
    }
    return undefined
  }
}
