import { JsonObject } from "../../../domain/shared/json"
import { FeePart } from "../../../domain/statements/fee-kind"
import { kindByRevenue } from "../../../domain/statements/kind-by-revenue"
import { StatementLine } from "../../../domain/statements/statement-line"
import { feeKindOf } from "../fee-kinds"
import { lineKindOf } from "../transaction-kinds"
import { WireTransaction } from "../types"
import { Fields, fieldsOf } from "./fields"
import { expectSum, signedIn } from "./signed"

/** What a statement says of all its transactions. */
export type StatementHead = {
  /** ISO 4217, lower case. */
  currency_code: string
  /** The beginning of the day that it is about. */
  settled_at: Date | null
}

/** Told for information: a part that another part holds already, less the tax withheld. */
const INFORMATION = /_before_pit$/

/**
 * A transaction of a statement. TikTok's page writes the sums with minus signs, its samples
 * carry signed values: every sum is the plain one of its parts, and one that is not is an error,
 * as it would mean that the signs are others. Shipping belongs to the fees, as in the workbook.
 * What a reserve holds back or sets free is no settled amount: it stands in `raw` alone.
 * @param row its position among the statement's transactions, from 1.
 * @throws {MappingError}
 */
export function mapTransaction(
  json: JsonObject,
  { currency_code, settled_at }: StatementHead,
  row: number
): StatementLine {
  const line = fieldsOf<WireTransaction>(json)
  const amount = (name: keyof WireTransaction & string) =>
    signedIn(line, name, currency_code) ?? 0
  const type = line.required("type")
  const revenue = amount("revenue_amount")
  const shipping = amount("shipping_cost_amount")
  const fee_tax = amount("fee_tax_amount")
  const adjustment = amount("adjustment_amount")
  const net = revenue + shipping + fee_tax + adjustment
  expectSum(line, "settlement_amount", amount("settlement_amount"), net)
  addUp(line, "revenue_amount", revenue, [
    partsIn(line, "revenue_breakdown", currency_code),
  ])
  return {
    sheet: "api",
    row,
    kind: kindByRevenue(lineKindOf(type), revenue),
    raw_kind: type,
    external_order_id:
      line.text("order_id") ??
      line.text("adjustment_order_id") ??
      line.text("associated_order_id"),
    external_line_id:
      line.text("adjustment_id") ?? line.text("reserve_id") ?? line.text("id"),
    item_ref: null,
    quantity: null,
    ordered_at: line.time("order_create_time"),
    settled_at,
    currency_code,
    amounts: { revenue, fees: shipping + fee_tax, adjustment, net },
    fee_parts: [
      ...addUp(line, "shipping_cost_amount", shipping, [
        partsIn(line, "shipping_cost_breakdown", currency_code),
      ]),
      ...addUp(
        line,
        "fee_tax_amount",
        fee_tax,
        feesAndTaxes(line, currency_code)
      ),
    ],
    raw: json,
  }
}

function feesAndTaxes(
  line: Fields<WireTransaction>,
  currency_code: string
): (FeePart[] | null)[] {
  const breakdown = line.object<Breakdown>("fee_tax_breakdown")
  return breakdown
    ? [
        partsIn(breakdown, "fee", currency_code),
        partsIn(breakdown, "tax", currency_code),
      ]
    : []
}

type Breakdown = { fee?: object; tax?: object }

/** The amounts of a breakdown by their keys, whatever keys there are; null where it is missing. */
function partsIn<Wire extends object>(
  fields: Fields<Wire>,
  name: keyof Wire & string,
  currency_code: string
): FeePart[] | null {
  const breakdown = fields.object<Record<string, string>>(name)
  return (
    breakdown &&
    Object.entries(breakdown.json).flatMap(([key, value]) => {
      // `supplementary_component`: for information, never to be added.
      const is_group = typeof value === "object" && value !== null
      const amount = is_group ? 0 : signedIn(breakdown, key, currency_code)
      return amount ? [{ kind: feeKindOf(key), name: key, amount }] : []
    })
  )
}

/**
 * The parts that make up a sum; none where TikTok does not break it down.
 * @throws {MappingError} when they do not.
 */
function addUp(
  line: Fields<WireTransaction>,
  name: keyof WireTransaction & string,
  stated: number,
  groups: (FeePart[] | null)[]
): FeePart[] {
  const told = groups.filter((group) => group !== null)
  const parts = told.flat()
  const sumOf = (some: FeePart[]) =>
    some.reduce((sum, { amount }) => sum + amount, 0)
  if (told.length === 0 || sumOf(parts) === stated) {
    return parts
  }
  const counted = parts.filter((part) => !INFORMATION.test(part.name))
  expectSum(line, name, stated, sumOf(counted))
  return counted
}
