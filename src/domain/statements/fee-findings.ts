import { Amount } from "../shared/amount"
import { SettledAmounts } from "./amounts"
import { compareFees } from "./compare-fees"
import { Expectation } from "./expected-income"
import { FeePart } from "./fee-kind"
import { Finding } from "./finding"
import { OrderLines } from "./order-settlement"

/** What is wrong with the fees of an order: one by one where both sides name them, else their sum. */
export function feeFindings(
  lines: OrderLines,
  { fees }: SettledAmounts,
  { amounts, fee_parts }: Expectation,
  tolerance: Amount
): Finding[] {
  const is_taken_back = lines.refunds.revenue < 0 && amounts.revenue === 0
  if (fee_parts !== null && areFeesNamed(lines, fee_parts)) {
    const findings = compareFees(lines.fee_parts, fee_parts, tolerance)
    return is_taken_back ? joinKeptFees(findings) : findings
  }
  if (Math.abs(fees) <= tolerance) {
    return []
  }
  return is_taken_back && fees < 0
    ? [{ code: "fees_kept_after_refund", amount: fees }]
    : [
        {
          code: fees < 0 ? "net_lower" : "net_higher",
          amount: fees,
          params: { settled: lines.sales.fees + lines.refunds.fees },
        },
      ]
}

/** False where a file states the sum of fees alone. */
function areFeesNamed(
  { fee_parts, sales, refunds }: OrderLines,
  expected: FeePart[]
): boolean {
  return (
    sales.fees + refunds.fees === 0 ||
    fee_parts.some(({ kind }) => kind !== "other") ||
    expected.some(({ kind }) => kind === "other")
  )
}

/** The whole sale was taken back: what is still charged of its fees was kept. */
function joinKeptFees(findings: Finding[]): Finding[] {
  const kept = findings.filter(({ code }) => code === "fee_higher")
  const amount = kept.reduce((sum, finding) => sum + finding.amount, 0)
  const others = findings.filter(({ code }) => code !== "fee_higher")
  return kept.length > 0
    ? [{ code: "fees_kept_after_refund", amount }, ...others]
    : findings
}
