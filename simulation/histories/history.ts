import { Random } from "../../sandbox/shared/random"
import { ARTICLES, Event, EventKind, MARKETPLACES, OrderLine } from "./event"

/** How often each kind happens. Most are cheap; a working shop works often. */
const WEIGHTS: Readonly<Record<EventKind, number>> = {
  order: 12,
  advance: 22,
  cancel: 4,
  edit: 12,
  return: 4,
  storefront_sale: 5,
  storefront_cancel: 3,
  count: 4,
  set_by_hand: 3,
  rename: 2,
  unlink: 1.5,
  link: 1.5,
  settle: 1.5,
  upload: 1,
  work: 14,
  wait: 2.5,
}

/** Steps of an order whose goods leave, and of one that stays in the shop. */
const STEPS = { leaves: 6, stays: 1 }
const LEAVING = 0.2

type OpenOrder = { order: number; steps_left: number }

/** A shop's life as its seed tells it: the same seed and length, the same list. */
export function history(seed: number, length: number): Event[] {
  return new Storyteller(new Random(seed)).tell(length)
}

class Storyteller {
  private readonly orders: OpenOrder[] = []
  private readonly sales: number[] = []
  private sold = 0

  constructor(private readonly random: Random) {}

  tell(length: number): Event[] {
    const events: Event[] = []
    while (events.length < length) {
      const event = this.happen(this.random.weighted(WEIGHTS))
      if (event) {
        events.push(event)
      }
    }
    return events
  }

  /** Null when there is nothing that it could happen to. */
  private happen(kind: EventKind): Event | null {
    const { random } = this
    const marketplace = random.pick(MARKETPLACES)
    const article = random.integer(0, ARTICLES - 1)
    switch (kind) {
      case "order":
        return this.order()
      case "advance":
        return this.advance()
      case "cancel":
        return this.ofAnOrder((order) => ({
          kind,
          order,
          by: random.pick(["buyer", "seller", "system"] as const),
        }))
      case "edit":
        return this.ofAnOrder((order) => ({
          kind,
          order,
          name: `Người nhận ${random.integer(1, 9_999)}`,
          quietly: random.chance(0.5),
        }))
      case "return":
        return this.ofAnOrder((order) => ({ kind, order }))
      case "storefront_sale":
        this.sales.push(++this.sold)
        return {
          kind,
          sale: this.sold,
          article,
          quantity: random.integer(1, 3),
        }
      case "storefront_cancel": {
        const sale = this.sales.shift()
        return sale === undefined ? null : { kind, sale }
      }
      case "count":
        return { kind, article, change: random.integer(-4, 12) }
      case "set_by_hand":
        return { kind, marketplace, article, units: random.integer(0, 300) }
      case "rename": {
        const title = `Chén kiểu ${article + 1}, mẻ ${random.integer(1, 99)}`
        return { kind, marketplace, article, title }
      }
      case "unlink":
      case "link":
        return { kind, marketplace, article }
      case "settle":
      case "work":
        return { kind }
      case "upload":
        return { kind, short_by: random.chance(0.3) ? 1_000 : 0 }
      case "wait":
        return {
          kind,
          until: random.chance(0.8) ? "next_poll" : "everything",
        }
    }
  }

  private order(): Event {
    const { random } = this
    const order = this.orders.length
    const leaves = random.chance(LEAVING)
    this.orders.push({
      order,
      steps_left: leaves ? STEPS.leaves : STEPS.stays,
    })
    return {
      kind: "order",
      order,
      marketplace: random.pick(MARKETPLACES),
      lines: this.lines(),
      is_cod: random.chance(0.3),
      waits: random.chance(0.15),
    }
  }

  private lines(): OrderLine[] {
    const articles = this.random
      .shuffled(Array.from({ length: ARTICLES }, (_, place) => place))
      .slice(0, this.random.integer(1, 2))
    return articles.map((article) => ({
      article,
      quantity: this.random.integer(1, 3),
    }))
  }

  private advance(): Event | null {
    const open = this.orders.filter(({ steps_left }) => steps_left > 0)
    if (!open.length) {
      return null
    }
    const one = this.random.pick(open)
    one.steps_left -= 1
    return { kind: "advance", order: one.order }
  }

  private ofAnOrder(tell: (order: number) => Event): Event | null {
    return this.orders.length ? tell(this.random.pick(this.orders).order) : null
  }
}
