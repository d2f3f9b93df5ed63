import { FeeRule } from "../fee-rule"
import { CountedLine, SettledOrder } from "../order-settlement"

export const NOW = new Date("2026-03-20T00:00:00Z")

/** Two cups for 300.000 ₫ less 30.000 ₫, delivered on 10 March. */
export function anOrder(changes: Partial<SettledOrder> = {}): SettledOrder {
  return {
    status: "succeeded",
    currency_code: "vnd",
    placed_at: new Date("2026-03-02T03:00:00Z"),
    owed_since: new Date("2026-03-10T03:00:00Z"),
    price: 300_000,
    seller_discount: 30_000,
    buyer_total: 285_000,
    quantity: 2,
    refunded: 0,
    lost: 0,
    missing: 0,
    ...changes,
  }
}

export function aRule(changes: Partial<FeeRule> = {}): FeeRule {
  return {
    id: "mpfee_1",
    channel_id: "mpchn_1",
    kind: "commission",
    name: null,
    basis: "revenue",
    rate_ppm: 50_000,
    fixed_amount: 0,
    most_amount: null,
    starts_on: null,
    ends_on: null,
    ...changes,
  }
}

/** Commission of 5 % and 3.000 ₫ for each order. */
export const RULES: FeeRule[] = [
  aRule(),
  aRule({
    id: "mpfee_2",
    kind: "order_processing",
    rate_ppm: 0,
    fixed_amount: 3_000,
  }),
]

/** The sale of {@link anOrder}, charged by {@link RULES}. */
export function aSale(changes: Partial<CountedLine> = {}): CountedLine {
  return {
    kind: "sale",
    statement_id: "mpstm_1",
    quantity: 2,
    settled_at: new Date("2026-03-12T00:00:00Z"),
    currency_code: "vnd",
    amounts: { revenue: 270_000, fees: -16_500, adjustment: 0, net: 253_500 },
    fee_parts: [
      { kind: "commission", name: "Phí hoa hồng", amount: -13_500 },
      { kind: "order_processing", name: "Phí xử lý đơn hàng", amount: -3_000 },
    ],
    ...changes,
  }
}
