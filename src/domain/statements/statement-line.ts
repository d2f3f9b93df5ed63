import { JsonObject } from "../shared/json"
import { SettledAmounts } from "./amounts"
import { FeePart } from "./fee-kind"

/**
 * - `sale`, `refund`: of an order, compared with what the order should bring.
 * - `adjustment`, `compensation`, `deduction`: booked as they are; no expectation exists.
 * - `marketing`: no order's, a cost of the shop.
 * - `reserve`: kept back or released, no income.
 * - `unknown`: a word of the marketplace that is not in its table.
 */
export const LINE_KINDS = [
  "sale",
  "refund",
  "adjustment",
  "compensation",
  "deduction",
  "marketing",
  "reserve",
  "unknown",
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** Why a row cannot be trusted. The admin has a sentence with the remedy for each. */
export const REFUSAL_CODES = [
  /** An id that went through a number or an exponent: its last digits are gone. */
  "damaged_id",
  "missing_id",
  "not_an_amount",
  "fraction_of_unit",
  "formula_without_value",
  "error_value",
  "not_a_date",
  "not_a_quantity",
  "other_currency",
  /** Revenue, fees and adjustment do not make the net that the row states. */
  "sum_differs",
  "amounts_missing",
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

export type RowRefusal = {
  code: RefusalCode
  /** The heading of the cell at fault; null for the row as a whole. */
  column: string | null
  /** As it stands in the file, cut to 100 characters. */
  value: string | null
}

/** Where a line was read. */
export type LineOrigin = {
  /** Name of the sheet; `api` for lines the marketplace's API gave. */
  sheet: string
  /** As the workbook counts its rows, from 1; for the API the line's position. */
  row: number
}

/** A row of a statement that was understood. Times UTC. */
export type StatementLine = LineOrigin & {
  kind: LineKind
  /** The marketplace's own word for the kind; null where the sheet itself says it. */
  raw_kind: string | null
  /** The order that the line is about, also for an adjustment; null for lines of no order. */
  external_order_id: string | null
  /** The line's own id where it has one beside the order's: an adjustment, an API transaction. */
  external_line_id: string | null
  /** SKU or product, as the file names it; null for lines of a whole order. */
  item_ref: string | null
  quantity: number | null
  ordered_at: Date | null
  settled_at: Date | null
  /** ISO 4217, lower case. */
  currency_code: string
  amounts: SettledAmounts
  fee_parts: FeePart[]
  /** Cells as they stand in the file by heading, those of unknown columns too. */
  raw: JsonObject
}

/** A row that cannot be trusted; it is shown, and belongs to no sum. */
export type RefusedLine = LineOrigin & {
  refusals: RowRefusal[]
  raw: JsonObject
}

export type ReadLine =
  { ok: true; line: StatementLine } | { ok: false; line: RefusedLine }
