import { Amount } from "../shared/amount"
import { NeutralOrder, NeutralOrderLine } from "./neutral-order"
import { DraftAdjustmentKind } from "./order-draft"

/** A discount (positive) or surcharge (negative), smallest unit. */
export type PricedAdjustment = {
  amount: Amount
  description: DraftAdjustmentKind
}

export type PricedLine = {
  line: NeutralOrderLine
  /** Units that the Medusa order has; never 0. */
  quantity: number
  unit_price: Amount
  adjustments: PricedAdjustment[]
}

export type PricedShipping = { amount: Amount; adjustment?: PricedAdjustment }

/** Why an order's amounts contradict each other. */
export type PriceProblem = {
  /** `amounts`: negative or beyond exact integers; else what does not fit. */
  part: "amounts" | "subtotal" | "line" | "shipping" | "total"
  /** What the marketplace says. */
  stated: Amount
  /** What its own other figures make of it. */
  computed: Amount
  line?: NeutralOrderLine
}

export type OrderPrice =
  | {
      ok: true
      lines: PricedLine[]
      /** At least one, each with at most one adjustment. */
      shipping: [PricedShipping, ...PricedShipping[]]
    }
  | { ok: false; problem: PriceProblem }

/**
 * Splits the marketplace's total into lines, shipping and adjustments that sum up to
 * it exactly.
 *
 * Line prices have to explain the stated subtotal. It tells which units the marketplace
 * counts: all of them, or only the live ones; gifts and samples may be counted as free.
 * What is then left of the total becomes one adjustment `other`.
 */
export function priceOrder(order: NeutralOrder): OrderPrice {
  const problem = amountsProblem(order)
  if (problem) {
    return { ok: false, problem }
  }
  const basis = findBasis(order)
  if (!basis) {
    return fail("subtotal", order.money.subtotal, gross(order, ALL_UNITS))
  }
  const counted = order.lines.map((line) => countLine(order, line, basis))
  const wrong = counted.find(({ net, whole_net }) => net < 0 || whole_net < 0)
  if (wrong) {
    const { line } = wrong
    const discounts = line.seller_discount + line.platform_discount
    return fail("line", discounts, line.unit_price * line.quantity, line)
  }
  return settle(order, basis, counted)
}

/**
 * Units that the Medusa order has of a line: the live ones, or all of them when the
 * marketplace cancelled the order as a whole.
 */
export function orderedUnits(
  order: NeutralOrder,
  line: NeutralOrderLine
): number {
  const all_cancelled = order.lines.every(
    ({ quantity, cancelled_quantity }) => cancelled_quantity >= quantity
  )
  return all_cancelled ? line.quantity : line.quantity - line.cancelled_quantity
}

/** Which units the stated amounts count, and what they cost. */
type Basis = {
  units: "all" | "live"
  free: "nothing" | "gifts" | "everything"
}

const ALL_UNITS: Basis = { units: "all", free: "nothing" }

/** Tried in this order; the first that explains the stated subtotal is taken. */
const BASES: Basis[] = [
  ALL_UNITS,
  { units: "live", free: "nothing" },
  { units: "all", free: "gifts" },
  { units: "live", free: "gifts" },
]

/** Samples and replacements may keep their list price beside a subtotal of 0. */
const FREE_OF_CHARGE: Basis = { units: "all", free: "everything" }

function findBasis(order: NeutralOrder): Basis | undefined {
  const { subtotal } = order.money
  const basis = BASES.find((basis) => gross(order, basis) === subtotal)
  return basis ?? (subtotal === 0 ? FREE_OF_CHARGE : undefined)
}

function isFree(line: NeutralOrderLine, basis: Basis): boolean {
  return basis.free === "everything" || (basis.free === "gifts" && line.is_gift)
}

function gross(order: NeutralOrder, basis: Basis): Amount {
  return order.lines
    .filter((line) => !isFree(line, basis))
    .reduce((sum, line) => {
      const units =
        basis.units === "all" ? line.quantity : orderedUnits(order, line)
      return sum + line.unit_price * units
    }, 0)
}

type CountedLine = PricedLine & {
  /** Of the counted units, after discounts. */
  net: Amount
  /** Of all units, cancelled ones included. */
  whole_net: Amount
}

function countLine(
  order: NeutralOrder,
  line: NeutralOrderLine,
  basis: Basis
): CountedLine {
  const quantity = orderedUnits(order, line)
  const free = isFree(line, basis)
  const unit_price = free ? 0 : line.unit_price
  const seller_discount = free ? 0 : line.seller_discount
  const platform_discount = free ? 0 : line.platform_discount
  const of_all = seller_discount + platform_discount
  const seller = share(seller_discount, quantity, line.quantity)
  const both = share(of_all, quantity, line.quantity)
  const adjustments = discounts(seller, both - seller)
  return {
    line,
    quantity,
    unit_price,
    adjustments,
    net: unit_price * quantity - sum(adjustments),
    whole_net: unit_price * line.quantity - of_all,
  }
}

/**
 * The part of a whole line's discount that falls to some of its units. Rounded up, so
 * that neither these nor the remaining units can cost less than nothing.
 */
function share(discount: Amount, units: number, of: number): Amount {
  return units === of ? discount : Math.ceil((discount * units) / of)
}

function discounts(seller: Amount, platform: Amount): PricedAdjustment[] {
  const both: PricedAdjustment[] = [
    { amount: seller, description: "seller_discount" },
    { amount: platform, description: "platform_discount" },
  ]
  return both.filter(({ amount }) => amount !== 0)
}

function sum(adjustments: { amount: Amount }[]): Amount {
  return adjustments.reduce((total, { amount }) => total + amount, 0)
}

/** Lays the shipping fee and whatever is left of the total beside the lines. */
function settle(
  order: NeutralOrder,
  basis: Basis,
  counted: CountedLine[]
): OrderPrice {
  const { money } = order
  const on_shipping = discounts(
    money.shipping_seller_discount,
    money.shipping_platform_discount
  )
  const shipping_net = money.shipping_fee - sum(on_shipping)
  if (shipping_net < 0) {
    return fail("shipping", sum(on_shipping), money.shipping_fee)
  }
  const lines = counted.filter(({ quantity }) => quantity > 0)
  const lines_net = lines.reduce((total, { net }) => total + net, 0)
  const whole_net = counted.reduce((total, line) => total + line.whole_net, 0)
  const cancelled = basis.units === "all" ? whole_net - lines_net : 0
  if (cancelled !== 0) {
    largest(lines)?.adjustments.push({
      amount: -cancelled,
      description: "cancelled_units",
    })
  }
  const computed = lines_net + cancelled + shipping_net
  const rest = computed - money.total
  if (rest > shipping_net) {
    const line = largest(lines)
    if (!line || costOf(line) < rest) {
      return fail("total", money.total, computed)
    }
    line.adjustments.push({ amount: rest, description: "other" })
  } else if (rest !== 0) {
    on_shipping.push({ amount: rest, description: "other" })
  }
  return {
    ok: true,
    lines: lines.map(({ line, quantity, unit_price, adjustments }) => ({
      line,
      quantity,
      unit_price,
      adjustments,
    })),
    shipping: layShipping(money.shipping_fee, on_shipping),
  }
}

/** What a line costs after its adjustments. */
function costOf({ unit_price, quantity, adjustments }: CountedLine): Amount {
  return unit_price * quantity - sum(adjustments)
}

function largest(lines: CountedLine[]): CountedLine | undefined {
  return lines.reduce<CountedLine | undefined>(
    (most, line) => (most && most.net >= line.net ? most : line),
    undefined
  )
}

/** One adjustment a method: each further one takes what it needs out of the fee. */
function layShipping(
  fee: Amount,
  adjustments: PricedAdjustment[]
): [PricedShipping, ...PricedShipping[]] {
  const [first, ...further] = adjustments
  const others = further.map((adjustment) => ({
    amount: Math.max(adjustment.amount, 0),
    adjustment,
  }))
  const main = { amount: fee - sum(others) }
  return [first ? { ...main, adjustment: first } : main, ...others]
}

function amountsProblem(order: NeutralOrder): PriceProblem | null {
  const stated = [
    ...Object.values(order.money),
    ...order.lines.flatMap((line) => [
      line.unit_price,
      line.seller_discount,
      line.platform_discount,
    ]),
    gross(order, ALL_UNITS),
  ]
  const wrong = stated.find(
    (amount) => !Number.isSafeInteger(amount) || amount < 0
  )
  return wrong === undefined
    ? null
    : { part: "amounts", stated: wrong, computed: 0 }
}

function fail(
  part: PriceProblem["part"],
  stated: Amount,
  computed: Amount,
  line?: NeutralOrderLine
): OrderPrice {
  return { ok: false, problem: { part, stated, computed, line } }
}
