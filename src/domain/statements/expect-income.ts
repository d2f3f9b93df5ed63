import { isCancelled } from "../orders/order-status"
import { Amount } from "../shared/amount"
import { Expectation, OrderIncome } from "./expected-income"
import { FeePart } from "./fee-kind"
import { FeeRule } from "./fee-rule"
import { SettledOrder } from "./order-settlement"

const UTC_7_MS = 7 * 3_600_000
const MILLION = 1_000_000n

/**
 * What the marketplace should pay for an order in all: by the order's own income where the
 * marketplace tells it, else price less the seller's discount and what came back, less the
 * channel's fee rules of the day on which it was placed.
 *
 * The order's own income is never corrected after a return, so it stands for orders of which
 * nothing came back.
 */
export function expectIncome(
  order: SettledOrder,
  income: OrderIncome | null,
  rules: FeeRule[]
): Expectation {
  if (order.status && isCancelled(order.status)) {
    return {
      basis: income ? "order_income" : rules.length ? "fee_rules" : "price",
      amounts: { revenue: 0, fees: 0, adjustment: 0, net: 0 },
      fee_parts: [],
    }
  }
  return income && order.refunded === 0 && income.net !== 0
    ? byIncome(order, income)
    : byRules(order, rules)
}

function byIncome(order: SettledOrder, income: OrderIncome): Expectation {
  const fees =
    income.fees ??
    (income.revenue === null
      ? income.net - revenueOf(order)
      : income.net - income.revenue)
  return {
    basis: "order_income",
    amounts: {
      revenue: income.net - fees,
      fees,
      adjustment: 0,
      net: income.net,
    },
    fee_parts: income.fee_parts.length ? income.fee_parts : null,
  }
}

function byRules(order: SettledOrder, rules: FeeRule[]): Expectation {
  const day = dayOf(order.placed_at)
  const fee_parts = rules
    .filter((rule) => holdsOn(rule, day))
    .map((rule): FeePart => ({
      kind: rule.kind,
      name: rule.name ?? "",
      amount: -feeOf(rule, order),
    }))
  const revenue = revenueOf(order)
  const fees = fee_parts.reduce((sum, { amount }) => sum + amount, 0)
  return {
    basis: rules.length ? "fee_rules" : "price",
    amounts: { revenue, fees, adjustment: 0, net: revenue + fees },
    fee_parts: rules.length ? fee_parts : null,
  }
}

function revenueOf({ price, seller_discount, refunded }: SettledOrder): Amount {
  return price - seller_discount - refunded
}

/**
 * What a rule makes of an order, positive: nothing where nothing is left of the sale. Half a
 * unit is rounded away from zero.
 */
export function feeOf(
  rule: Pick<FeeRule, "basis" | "rate_ppm" | "fixed_amount" | "most_amount">,
  order: SettledOrder
): Amount {
  const base = baseOf(rule, order)
  if (base <= 0) {
    return 0
  }
  const share = BigInt(base) * BigInt(rule.rate_ppm)
  const rounded = Number((share + MILLION / 2n) / MILLION) + rule.fixed_amount
  return rule.most_amount === null
    ? rounded
    : Math.min(rounded, rule.most_amount)
}

function baseOf(
  { basis }: Pick<FeeRule, "basis">,
  order: SettledOrder
): Amount {
  switch (basis) {
    case "revenue":
      return revenueOf(order)
    case "price":
      return order.price - order.refunded
    case "buyer_total":
      return order.buyer_total - order.refunded
  }
}

/** `yyyy-mm-dd` in UTC+7. */
export function dayOf(at: Date): string {
  return new Date(at.getTime() + UTC_7_MS).toISOString().slice(0, 10)
}

export function holdsOn(
  { starts_on, ends_on }: Pick<FeeRule, "starts_on" | "ends_on">,
  day: string
): boolean {
  return (
    (starts_on === null || starts_on <= day) &&
    (ends_on === null || day <= ends_on)
  )
}
