import { JsonObject } from "../../../src/domain/shared/json"
import { addBreakdowns, Breakdown, SkuShare, sumOf } from "./breakdown"

/** One entry of a statement. Amounts in đồng, times in seconds, UTC. */
export type Transaction = {
  readonly id: string
  readonly statement_id: string
  /** `ORDER`, or the name of an adjustment. */
  readonly type: string
  readonly order_id: string | null
  readonly order_create_time: number
  /** By SKU; empty for adjustments. */
  readonly shares: readonly SkuShare[]
  readonly adjustment: number
  /** Laid over the answer; `null` takes a field out. */
  readonly overrides: JsonObject
}

export type Sums = {
  revenue: number
  shipping: number
  fee_tax: number
  adjustment: number
  settlement: number
}

export function sumsOf({ shares, adjustment }: Transaction): Sums {
  return sumShares(shares, adjustment)
}

export function sumShares(shares: readonly SkuShare[], adjustment = 0): Sums {
  const { revenue, shipping, fee, tax } = addBreakdowns(shares)
  const sums = {
    revenue: sumOf(revenue),
    shipping: sumOf(shipping),
    fee_tax: sumOf(fee) + sumOf(tax),
    adjustment,
  }
  return {
    ...sums,
    settlement: sums.revenue + sums.shipping + sums.fee_tax + sums.adjustment,
  }
}

export function addSums(all: readonly Sums[]): Sums {
  const add = (name: keyof Sums) => all.reduce((sum, one) => sum + one[name], 0)
  return {
    revenue: add("revenue"),
    shipping: add("shipping"),
    fee_tax: add("fee_tax"),
    adjustment: add("adjustment"),
    settlement: add("settlement"),
  }
}

/** Settled amounts as TikTok writes them: signed texts. */
export function breakdownToWire(breakdown: Breakdown): JsonObject {
  const { revenue, shipping, fee, tax } = breakdown
  const texts = (amounts: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(amounts).map(([key, amount]) => [key, String(amount)])
    )
  return {
    revenue_breakdown: texts(revenue),
    shipping_cost_breakdown: texts(shipping),
    fee_tax_breakdown: { fee: texts(fee), tax: texts(tax) },
  }
}
