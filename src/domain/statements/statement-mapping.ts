import { FeeKind } from "./fee-kind"
import { LineKind } from "./statement-line"
import { StatementField } from "../provider/reads-statement-files"

/** What a column means: one of our fields, or a fee of a kind. Columns without a meaning are kept as they are. */
export type ColumnMeaning =
  | { field: StatementField; fee?: undefined }
  | { field?: undefined; fee: FeeKind }

export type MappedColumn = ColumnMeaning & {
  /** From 1, as the workbook counts. */
  column: number
  heading: string
}

/** One sheet of lines, as it is understood. */
export type SheetMapping = {
  sheet: string
  /** The row with the headings, from 1; lines begin below it. */
  header_row: number
  /** What its rows are where no column says so. */
  default_kind: LineKind
  /** Times carry no zone: minutes east of UTC by column of times; absent ones have the format's. */
  utc_columns: number[]
  columns: MappedColumn[]
}

/** How a file's columns are understood: found by aliases, or chosen by a person. */
export type StatementMapping = { sheets: SheetMapping[] }

/** Why a mapping cannot be used; `sheet` where it is about one. */
export type MappingProblem = {
  code:
    | "no_sheet"
    | "no_order_column"
    | "no_amount_column"
    | "column_twice"
    | "field_twice"
    | "unknown_sheet"
    | "unknown_column"
  sheet: string | null
  params: { [name: string]: string | number }
}
