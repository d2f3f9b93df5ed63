import { Finding, FindingCode } from "../../domain/statements/finding"
import { RefusalCode, RowRefusal } from "../../domain/statements/statement-line"
import { LineView } from "../../modules/marketplace-channel/read-statements"

/** English sentences with the remedy; the screens have them in both languages. */
const REFUSALS: Record<RefusalCode, string> = {
  damaged_id:
    "the number {value} went through a number cell and has lost its last digits. Export again, and paste it as text",
  missing_id: "there is no order number",
  not_an_amount: '"{value}" is not an amount of money',
  fraction_of_unit:
    "{value} has a fraction of a đồng, which cannot be; look at how the cell is written",
  formula_without_value:
    "the cell holds a formula without its result. Open the file in Excel, save it and upload it again",
  error_value: "the cell holds the error {value}",
  not_a_date: '"{value}" is not a date',
  not_a_quantity: '"{value}" is not a number of units',
  other_currency: "the row is in {value}, which is not the channel's currency",
  sum_differs:
    "revenue, fees and adjustment do not make the amount that is paid ({value})",
  amounts_missing: "there is no amount in the row",
}

const FINDINGS: Record<FindingCode, string> = {
  revenue_lower: "less was paid for the goods than the order says",
  revenue_higher: "more was paid for the goods than the order says",
  fee_higher: "the fee {fee} is higher than agreed",
  fee_lower: "the fee {fee} is lower than agreed",
  fee_unexpected: "the fee {fee} was not agreed",
  fee_missing: "the fee {fee} was not charged",
  net_lower: "more was kept than expected",
  net_higher: "less was kept than expected",
  paid_twice: "the order was paid more than once",
  paid_though_cancelled: "the order is cancelled here, and was paid",
  paid_though_returned: "the goods came back, and the sale is still paid",
  refunded_without_return:
    "money was taken back, and no return of the order is known",
  refunded_too_much: "more was taken back than was ever paid",
  fees_kept_after_refund: "the sale was taken back, its fees were kept",
  returned_goods_missing: "money went back, the goods have not arrived",
  lost_without_compensation: "goods were lost, and nothing was paid for them",
  deduction_unexplained: "money was deducted for the order",
  quantity_differs: "other units were settled than were sold",
  unpaid: "not paid yet",
  unpaid_overdue: "should have been paid by now",
  order_unknown:
    "the order was never downloaded. Download it, and the line is compared by itself",
  order_of_other_channel: "the order belongs to another channel",
  currency_differs: "the order is in another currency",
}

/** What a line says in one sentence, in English. */
export function lineMessage(line: LineView): string {
  if (line.refusals?.length) {
    return sentence(line.refusals.map(refusalText))
  }
  switch (line.state) {
    case "duplicate":
      return line.duplicate_of
        ? `The same as row ${line.duplicate_of.row} of sheet "${line.duplicate_of.sheet}"${line.duplicate_of.statement_id === line.statement_id ? "" : " in another statement"}; it is not counted again.`
        : "The same line was there before; it is not counted again."
    case "adjustment":
      return "Booked as it is; nothing is expected of it."
    case "matched":
      return "As expected."
    case null:
      return "Being compared."
    default:
      return line.findings.length
        ? sentence(line.findings.map(findingText))
        : line.kind === "unknown"
          ? `The kind "${line.raw_kind ?? ""}" is not known; look at the line.`
          : "Look at the order."
  }
}

/** What is wrong with an order's settlement in one sentence, in English; null for nothing. */
export function findingsMessage(findings: Finding[]): string | null {
  return findings.length ? sentence(findings.map(findingText)) : null
}

function refusalText({ code, column, value }: RowRefusal): string {
  const text = REFUSALS[code].replace("{value}", value ?? "")
  return column ? `${column}: ${text}` : text
}

function findingText({ code, amount, fee }: Finding): string {
  const text = FINDINGS[code].replace("{fee}", fee?.name || fee?.kind || "")
  return amount === 0 ? text : `${text} (${amount > 0 ? "+" : ""}${amount})`
}

function sentence(parts: string[]): string {
  const text = parts.join("; ")
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
