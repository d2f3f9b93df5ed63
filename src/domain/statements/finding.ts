import { Amount } from "../shared/amount"
import { FeeKind } from "./fee-kind"

/**
 * What is wrong with the settlement of an order, by its cause. Several may hold at once: a
 * right net can hide two errors.
 */
export const FINDING_CODES = [
  "revenue_lower",
  "revenue_higher",
  /** A fee is higher or lower than its rule, or the order's own statement of it, says. */
  "fee_higher",
  "fee_lower",
  /** A fee that no rule knows, where rules exist. */
  "fee_unexpected",
  /** A fee that the rules expect was not charged. */
  "fee_missing",
  /** Only totals can be compared, and they differ. */
  "net_lower",
  "net_higher",
  /** More than once for the same thing. */
  "paid_twice",
  "paid_though_cancelled",
  "paid_though_returned",
  /** Money was taken back, and the marketplace knows of no return. */
  "refunded_without_return",
  /** More was taken back than was ever paid for the order. */
  "refunded_too_much",
  /** The sale was taken back, its commission was kept. */
  "fees_kept_after_refund",
  "returned_goods_missing",
  "lost_without_compensation",
  "deduction_unexplained",
  "quantity_differs",
  "unpaid",
  "unpaid_overdue",
  "order_unknown",
  "order_of_other_channel",
  "currency_differs",
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

export type Finding = {
  code: FindingCode
  /** What the shop gains (positive) or loses (negative) by it; 0 where no amount can be named. */
  amount: Amount
  /** The fee it is about. */
  fee?: { kind: FeeKind; name: string }
  /** Figures that the sentence names; of money in the smallest unit. */
  params?: { [name: string]: string | number | null }
}

const MONEY_PARAMS: readonly string[] = ["settled", "expected", "charged"]

/** Findings whose figures are no money: units, days. */
const OF_UNITS: readonly FindingCode[] = ["quantity_differs"]

/** The same finding with its amount, and its figures of money, in another unit. */
export function withMoneyIn(
  finding: Finding,
  unit: (amount: Amount) => number
): Finding {
  const { code, amount, params } = finding
  const of_money = OF_UNITS.includes(code) ? [] : MONEY_PARAMS
  const change = ([name, value]: [string, string | number | null]) => [
    name,
    typeof value === "number" && of_money.includes(name) ? unit(value) : value,
  ]
  return {
    ...finding,
    amount: unit(amount),
    ...(params && {
      params: Object.fromEntries(Object.entries(params).map(change)),
    }),
  }
}
