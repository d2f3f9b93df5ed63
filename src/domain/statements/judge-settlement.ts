import { isCancelled } from "../orders/order-status"
import { Amount } from "../shared/amount"
import { SettledAmounts } from "./amounts"
import { statedTaxes } from "./compare-fees"
import { Expectation } from "./expected-income"
import { feeFindings } from "./fee-findings"
import { Finding, FindingCode } from "./finding"
import { SettlementState } from "./line-state"
import { OrderLines, SettledOrder } from "./order-settlement"

export type JudgeOptions = {
  /** Differences up to this are none (smallest unit). */
  tolerance: Amount
  now: Date
  /** Days after which an order that reached its buyer should have been paid. */
  overdue_days: number
}

export type Judgement = {
  state: SettlementState
  /** What was settled less what was expected, without adjustments; null where nothing is compared. */
  difference: SettledAmounts | null
  findings: Finding[]
}

const DAY_MS = 86_400_000

/** Findings that no amount explains: a person has to look. */
const TO_REVIEW: readonly FindingCode[] = [
  "paid_though_cancelled",
  "paid_though_returned",
  "refunded_without_return",
  "refunded_too_much",
  "currency_differs",
  "quantity_differs",
]

/**
 * The lines of an order that the channel does not have: it was never downloaded, or it is
 * another channel's, and downloading it here would not find it. Where the last line was taken
 * back there is nothing left to find.
 * @param other_channel the name of the channel that has the order.
 */
export function judgeUnknownOrder(
  { count }: Pick<OrderLines, "count">,
  other_channel?: string
): Judgement {
  if (count === 0) {
    return { state: "pending", difference: null, findings: [] }
  }
  return other_channel === undefined
    ? {
        state: "not_found",
        difference: null,
        findings: [{ code: "order_unknown", amount: 0 }],
      }
    : {
        state: "conflict",
        difference: null,
        findings: [
          {
            code: "order_of_other_channel",
            amount: 0,
            params: { channel: other_channel },
          },
        ],
      }
}

/**
 * Compares what was settled for an order with what is expected: revenue, fees and net each, as a
 * right net can hide two errors. What nothing is expected of, adjustments and compensations, is
 * shown and not compared.
 */
export function judgeSettlement(
  order: SettledOrder,
  lines: OrderLines,
  expectation: Expectation,
  options: JudgeOptions
): Judgement {
  if (lines.compared_count === 0) {
    return judgeWithoutSale(order, lines, expectation, options)
  }
  const { tolerance } = options
  const difference = differenceOf(lines, expectation)
  const findings = [
    ...currencyFindings(order, lines),
    ...eventFindings(order, lines, tolerance),
    ...lossFindings(order, lines),
  ]
  const explained = findings.some(({ code }) => TO_REVIEW.includes(code))
  if (!explained) {
    findings.push(
      ...revenueFindings(order, lines, difference, expectation, tolerance),
      ...feeFindings(lines, difference, expectation, tolerance)
    )
  }
  return {
    state: stateOf(difference, findings, tolerance),
    difference,
    findings,
  }
}

function judgeWithoutSale(
  order: SettledOrder,
  lines: OrderLines,
  { amounts }: Expectation,
  { now, overdue_days }: JudgeOptions
): Judgement {
  const findings = lossFindings(order, lines)
  const owes = order.owed_since !== null && amounts.net !== 0
  if (owes && order.owed_since) {
    const days = Math.floor(
      (now.getTime() - order.owed_since.getTime()) / DAY_MS
    )
    findings.unshift({
      code: days > overdue_days ? "unpaid_overdue" : "unpaid",
      amount: -amounts.net,
      params: { days },
    })
  }
  return {
    state: lines.count > 0 && !owes ? "adjustment" : "pending",
    difference: null,
    findings,
  }
}

/** Taxes withheld by law are as the file says: no side expects them of the other. */
function differenceOf(
  lines: OrderLines,
  { amounts, fee_parts }: Expectation
): SettledAmounts {
  const revenue = lines.sales.revenue + lines.refunds.revenue - amounts.revenue
  const fees =
    lines.sales.fees +
    lines.refunds.fees -
    amounts.fees -
    (fee_parts === null ? 0 : statedTaxes(lines.fee_parts, fee_parts))
  return { revenue, fees, adjustment: 0, net: revenue + fees }
}

function currencyFindings(order: SettledOrder, lines: OrderLines): Finding[] {
  const others = lines.currency_codes.filter(
    (code) => code !== order.currency_code
  )
  return others.length
    ? [
        {
          code: "currency_differs",
          amount: 0,
          params: { order: order.currency_code, line: others.join(", ") },
        },
      ]
    : []
}

/** Money that moved against what happened to the goods. */
function eventFindings(
  order: SettledOrder,
  lines: OrderLines,
  tolerance: Amount
): Finding[] {
  const { sales, refunds, quantity, statements_with_sales } = lines
  const paid = sales.revenue + refunds.revenue
  const sold = order.price - order.seller_discount
  if (order.status && isCancelled(order.status)) {
    return Math.abs(paid) > tolerance
      ? [{ code: "paid_though_cancelled", amount: paid }]
      : []
  }
  if (-refunds.revenue > sales.revenue + tolerance && sales.revenue !== 0) {
    return [{ code: "refunded_too_much", amount: paid }]
  }
  if (order.refunded > 0) {
    return paid - (sold - order.refunded) >= order.refunded - tolerance
      ? [{ code: "paid_though_returned", amount: order.refunded }]
      : []
  }
  if (refunds.revenue < -tolerance) {
    return [{ code: "refunded_without_return", amount: refunds.revenue }]
  }
  return quantity !== null &&
    quantity !== order.quantity &&
    statements_with_sales <= 1 &&
    !isPaidTwice(lines, paid - sold, sold, tolerance) &&
    Math.abs(paid - sold) > tolerance
    ? [
        {
          code: "quantity_differs",
          amount: paid - sold,
          params: { settled: quantity, sold: order.quantity },
        },
      ]
    : []
}

function lossFindings(order: SettledOrder, lines: OrderLines): Finding[] {
  const findings: Finding[] = []
  const uncompensated = order.lost - lines.compensation
  if (order.lost > 0 && uncompensated > 0) {
    findings.push({ code: "lost_without_compensation", amount: -uncompensated })
  }
  if (order.missing > 0 && lines.compensation < order.lost + order.missing) {
    findings.push({ code: "returned_goods_missing", amount: -order.missing })
  }
  if (lines.deductions < 0) {
    findings.push({ code: "deduction_unexplained", amount: lines.deductions })
  }
  return findings
}

function revenueFindings(
  order: SettledOrder,
  lines: OrderLines,
  { revenue }: SettledAmounts,
  { amounts }: Expectation,
  tolerance: Amount
): Finding[] {
  if (Math.abs(revenue) <= tolerance) {
    return []
  }
  return [
    {
      code: isPaidTwice(lines, revenue, amounts.revenue, tolerance)
        ? "paid_twice"
        : revenue < 0
          ? "revenue_lower"
          : "revenue_higher",
      amount: revenue,
      params: {
        settled: lines.sales.revenue + lines.refunds.revenue,
        expected: amounts.revenue,
      },
    },
  ]
}

/** Several rows of sales that make up the expected revenue once more. */
function isPaidTwice(
  { sale_count }: OrderLines,
  too_much: Amount,
  expected: Amount,
  tolerance: Amount
): boolean {
  return sale_count > 1 && expected > 0 && too_much >= expected - tolerance
}

function stateOf(
  { revenue, fees, net }: SettledAmounts,
  findings: Finding[],
  tolerance: Amount
): SettlementState {
  if (findings.some(({ code }) => TO_REVIEW.includes(code))) {
    return "conflict"
  }
  if (Math.abs(net) > tolerance) {
    return net > 0 ? "over" : "short"
  }
  return Math.abs(revenue) > tolerance || Math.abs(fees) > tolerance
    ? "conflict"
    : "matched"
}
