import { STATEMENT_FIELDS } from "../../domain/provider/reads-statement-files"
import { FEE_KINDS } from "../../domain/statements/fee-kind"
import { checkMapping } from "../../domain/statements/reading/check-mapping"
import type { LineKind } from "../../domain/statements/statement-line"
import type {
  ColumnMeaning,
  MappingProblem,
  SheetMapping,
  StatementMapping,
} from "../../domain/statements/statement-mapping"
import type { SheetPreview } from "./types"

/** What a person says of one sheet, while it is being said. */
export type SheetDraft = {
  sheet: string
  /** Whether it holds lines. */
  included: boolean
  header_row: number
  default_kind: LineKind
  utc_columns: number[]
  /** Of columns that have one, by their number from 1. */
  meanings: Record<number, ColumnMeaning>
}

/** Starts with what is suggested; sheets of which nothing is known are left out. */
export function draftsOf(sheets: SheetPreview[]): SheetDraft[] {
  return sheets.map(({ name, rows, mapping }) => ({
    sheet: name,
    included: mapping !== null,
    header_row: mapping?.header_row ?? rows[0]?.row ?? 1,
    default_kind: mapping?.default_kind ?? "sale",
    utc_columns: mapping?.utc_columns ?? [],
    meanings: Object.fromEntries(
      (mapping?.columns ?? []).map((column) => [
        column.column,
        column.fee ? { fee: column.fee } : { field: column.field },
      ])
    ),
  }))
}

/** Columns that the first rows of a sheet have. */
export function columnCount({ rows }: SheetPreview): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.length))
}

/** `A`, `Z`, `AA`: as the workbook names its columns. */
export function columnLetter(column: number): string {
  const rest = (column - 1) % 26
  const before = (column - 1 - rest) / 26
  const letter = String.fromCharCode(65 + rest)
  return before > 0 ? columnLetter(before) + letter : letter
}

/** What is sent: the included sheets with their columns that mean something. */
export function mappingOf(
  drafts: SheetDraft[],
  sheets: SheetPreview[]
): StatementMapping {
  return {
    sheets: drafts
      .filter(({ included }) => included)
      .map((draft) => sheetMappingOf(draft, sheets)),
  }
}

function sheetMappingOf(
  { sheet, header_row, default_kind, utc_columns, meanings }: SheetDraft,
  sheets: SheetPreview[]
): SheetMapping {
  const headings =
    sheets
      .find(({ name }) => name === sheet)
      ?.rows.find(({ row }) => row === header_row)?.cells ?? []
  return {
    sheet,
    header_row,
    default_kind,
    utc_columns,
    columns: Object.entries(meanings).map(([column, meaning]) => ({
      column: Number(column),
      heading: (headings[Number(column) - 1] ?? "").slice(0, 500),
      ...meaning,
    })),
  }
}

/** What keeps the drafts from being used; empty when they can be sent. */
export function mappingProblems(
  drafts: SheetDraft[],
  sheets: SheetPreview[]
): MappingProblem[] {
  return checkMapping(
    mappingOf(drafts, sheets),
    sheets.map(({ name }) => ({ sheet: name }))
  )
}

/** A meaning as the value of a choice, and back. */
export function choiceOf(meaning: ColumnMeaning | undefined): string {
  if (!meaning) {
    return ""
  }
  return meaning.fee ? `fee:${meaning.fee}` : `field:${meaning.field}`
}

export function meaningOf(choice: string): ColumnMeaning | undefined {
  const field = STATEMENT_FIELDS.find((one) => choice === `field:${one}`)
  if (field) {
    return { field }
  }
  const fee = FEE_KINDS.find((one) => choice === `fee:${one}`)
  return fee && { fee }
}

/** Columns that a problem is about. */
export function columnsAtFault(
  { code, params }: MappingProblem,
  { meanings }: SheetDraft
): number[] {
  switch (code) {
    case "field_twice":
      return Object.entries(meanings)
        .filter(([, meaning]) => meaning.field === params.field)
        .map(([column]) => Number(column))
    case "column_twice":
    case "unknown_column":
      return [Number(params.column)]
    default:
      return []
  }
}
