import { Random } from "../../shared/random"
import { isFbt, Product } from "../products/product"
import { OrderInput, OrderLineInput } from "./place-order"
import { RawStatus } from "./statuses"

type Kind = {
  /** How often it comes, about as in a small shop. */
  weight: number
  order: Partial<OrderInput> & { status: RawStatus }
  /** Bought from Tiki's warehouse. */
  fbt?: boolean
  gift?: boolean
  /** Two parts of one basket. */
  split?: boolean
  /** Sent once more for a later one; the order before it is replaced. */
  replacement?: boolean
}

const cod = { is_cod: true }
const packed = { fulfillment_type: "tiki_delivery" } as const
const by_seller = { fulfillment_type: "seller_delivery" } as const

const KINDS: Kind[] = [
  { weight: 3, order: { status: "waiting_payment" } },
  { weight: 1, order: { status: "payment_review" } },
  { weight: 2, order: { status: "processing", ...cod } },
  { weight: 14, order: { status: "queueing" } },
  { weight: 4, order: { status: "queueing", ...cod } },
  { weight: 2, order: { status: "queueing", ...packed } },
  { weight: 2, order: { status: "queueing", ...by_seller } },
  { weight: 1, order: { status: "paid" } },
  { weight: 1, order: { status: "holded" } },
  { weight: 9, order: { status: "picking" } },
  { weight: 1, order: { status: "picking" }, gift: true },
  { weight: 1, order: { status: "picking", ...packed, refused_lines: [0] } },
  { weight: 2, order: { status: "packaging", ...packed } },
  { weight: 1, order: { status: "finished_packing", ...packed } },
  { weight: 1, order: { status: "ready_to_ship", ...packed } },
  { weight: 4, order: { status: "handover_to_partner" } },
  { weight: 10, order: { status: "shipping" } },
  { weight: 5, order: { status: "shipping", ...cod } },
  { weight: 2, order: { status: "shipping", ...by_seller, ...cod } },
  { weight: 1, order: { status: "shipping" }, replacement: true },
  { weight: 3, order: { status: "delivered", ...packed } },
  { weight: 2, order: { status: "delivered" }, fbt: true },
  { weight: 6, order: { status: "successful_delivery" } },
  { weight: 3, order: { status: "successful_delivery", ...cod } },
  { weight: 16, order: { status: "complete" } },
  { weight: 4, order: { status: "complete", ...cod } },
  { weight: 2, order: { status: "returned" } },
  { weight: 1, order: { status: "closed" } },
  { weight: 2, order: { status: "waiting_payment", cancel: { by: "tiki" } } },
  { weight: 3, order: { status: "queueing", cancel: { by: "buyer" } } },
  { weight: 2, order: { status: "queueing", cancel: { by: "seller" } } },
  { weight: 1, order: { status: "picking", cancel: { by: "tiki" } } },
  { weight: 2, order: { status: "shipping", ...cod, cancel: { by: "buyer" } } },
  { weight: 2, order: { status: "picking" }, split: true },
  { weight: 1, order: { status: "queueing", foreign_items: "some" } },
  { weight: 1, order: { status: "queueing", foreign_items: "all" } },
]

/** How long an order takes to get so far, in seconds after placing. */
const STEP_AFTER: Partial<Record<RawStatus, number>> = {
  waiting_payment: 0,
  payment_review: 20,
  processing: 90,
  queueing: 390,
  paid: 400,
  holded: 900,
  picking: 7_200,
  packaging: 14_400,
  finished_packing: 16_000,
  ready_to_ship: 20_000,
  handover_to_partner: 28_800,
  shipping: 36_000,
  delivered: 172_800,
  successful_delivery: 172_800,
  returned: 432_000,
  complete: 1_036_800,
  closed: 3_600,
}

export const stepAfter = (status: RawStatus): number => STEP_AFTER[status] ?? 0

export type DemoPlan = {
  count: number
  seed: number
  /** Seconds, UTC; the orders were placed over the time before it. */
  now: number
  /** What the seller offers. */
  products: readonly Product[]
  /** The code that the order at this place will have. */
  codeAt(place: number): string
}

/**
 * Plans orders with the mix of a real shop: every status, cash on delivery, all kinds of
 * cancelling, split baskets, gifts, refused items, replacements, Tiki's own warehouse and
 * other sellers' items. A plan that is long enough holds every kind. The same seed plans
 * the same orders.
 */
export function demoOrders(plan: DemoPlan): OrderInput[] {
  const random = new Random(plan.seed)
  const weights = Object.fromEntries(
    KINDS.map(({ weight }, place) => [String(place), weight])
  )
  const each = plan.count >= KINDS.length ? random.shuffled(KINDS) : []
  const inputs: OrderInput[] = []
  while (inputs.length < plan.count) {
    const kind = each.pop() ?? KINDS[Number(random.weighted(weights))]
    const place = inputs.length
    const input = demoOrder(kind, plan, random)
    if (kind.replacement && place > 0) {
      input.replaces = plan.codeAt(place - 1)
    }
    if (kind.split) {
      input.basket_code = `B${plan.codeAt(place)}`
      inputs.push({ ...input, ...goods(kind, plan, random) })
    }
    inputs.push(input)
  }
  return inputs.slice(0, plan.count)
}

function demoOrder(
  { order, ...kind }: Kind,
  plan: DemoPlan,
  random: Random
): OrderInput {
  const age = stepAfter(order.status) + random.integer(120, 2_400)
  const older = order.status === "complete" ? random.integer(0, 14 * 86_400) : 0
  const fee = random.pick([0, 12_000, 16_000, 25_000])
  return {
    history: true,
    shipping: random.pick([
      { fee },
      { fee, discount: 8_000 },
      { fee, discount: 10_000, seller_subsidy: 4_000 },
    ]),
    create_time: plan.now - age - older,
    ...goods(kind, plan, random, order.refused_lines ? 2 : 0),
    ...order,
  }
}

type Goods = Pick<Kind, "fbt" | "gift">

function goods(
  { fbt = false, gift }: Goods,
  { products }: DemoPlan,
  random: Random,
  least = 0
): { lines: OrderLineInput[] } {
  const offered = products.filter(
    (product) => isFbt(product) === fbt && !product.is_hidden && product.active
  )
  const count = Math.max(least, random.pick([1, 1, 1, 2, 2, 3]))
  const lines: OrderLineInput[] = random
    .shuffled(offered)
    .slice(0, count)
    .map(({ product_id, price }) => ({
      product_id,
      quantity: random.pick([1, 1, 1, 2, 2, 3]),
      seller_discount: random.chance(0.3)
        ? Math.floor(price / 10_000) * 1_000
        : 0,
      platform_discount: random.chance(0.2) ? random.integer(1, 9) * 500 : 0,
      tikixu: random.chance(0.1) ? random.integer(1, 5) * 1_000 : 0,
    }))
  const present = products.find(({ is_hidden }) => is_hidden)
  if (gift && present) {
    lines.push({ product_id: present.product_id, quantity: 1, gift: true })
  }
  return { lines }
}
