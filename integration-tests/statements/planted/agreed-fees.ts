import { FeeKind } from "../../../src/domain/statements/fee-kind"
import { SampleLine } from "../../../src/workflows/statements/__fixtures__/sample-line"
import { Market, SoldOrder } from "./sold-order"

export type Fees = { [kind in FeeKind]?: number }

type AgreedFee = { kind: FeeKind; percent: number; fixed: number }

/** What the shop has agreed to, per order. */
export const AGREED: Record<Market, AgreedFee[]> = {
  "tiktok-shop": [
    { kind: "commission", percent: 5, fixed: 0 },
    { kind: "payment", percent: 2.5, fixed: 0 },
    { kind: "order_processing", percent: 0, fixed: 3_000 },
  ],
  tiki: [
    { kind: "commission", percent: 10, fixed: 0 },
    { kind: "payment", percent: 1, fixed: 0 },
    { kind: "fixed", percent: 0, fixed: 2_000 },
  ],
}

/** The fee of an order that is never dear: the one that some errors leave out. */
export const FIXED: Record<Market, FeeKind> = {
  "tiktok-shop": "order_processing",
  tiki: "fixed",
}

/** Signed as they are charged; TikTok Shop withholds taxes beside them. */
export function feesOf(market: Market, revenue: number): Fees {
  const fees: Fees = {}
  for (const { kind, percent, fixed } of AGREED[market]) {
    fees[kind] = -(Math.round((revenue * percent) / 100) + fixed)
  }
  if (market === "tiktok-shop") {
    fees.vat = -Math.round(revenue / 100)
    fees.income_tax = -Math.round(revenue / 200)
  }
  return fees
}

/** The line of an order as it ought to be. */
export function saleOf(
  order: SoldOrder,
  changes: Partial<SampleLine> = {}
): SampleLine {
  return {
    kind: "sale",
    order_id: order.external_id,
    ordered_at: order.placed_at,
    settled_at: daysAfter(order.delivered_at, 8),
    revenue: order.revenue,
    fees: feesOf(order.market, order.revenue),
    ...(order.market === "tiki" ? { quantity: order.quantity } : {}),
    ...changes,
  }
}

/** The sale taken back in full, its fees as well. */
export function refundOf(
  order: SoldOrder,
  changes: Partial<SampleLine> = {}
): SampleLine {
  const sale = saleOf(order)
  return {
    ...sale,
    kind: "refund",
    settled_at: daysAfter(order.delivered_at, 12),
    revenue: -order.revenue,
    fees: negated(sale.fees ?? {}),
    ...(order.market === "tiki" ? { quantity: -order.quantity } : {}),
    ...changes,
  }
}

export function negated(fees: Fees): Fees {
  return mapFees(fees, (amount) => -amount)
}

export function mapFees(
  fees: Fees,
  change: (amount: number, kind: FeeKind) => number
): Fees {
  return Object.fromEntries(
    Object.entries(fees).map(([kind, amount]) => [
      kind,
      change(amount, kind as FeeKind),
    ])
  )
}

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000)
}
