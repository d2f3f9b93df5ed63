/**
 * A cell of a workbook, whoever wrote it. Rich text and hyperlinks are their displayed text.
 * A text is itself, because nearly all cells are; null is an empty cell.
 */
export type CellValue = PlainValue | FormulaCell

export type PlainValue =
  string | null | NumberCell | DateCell | BooleanCell | ErrorCell

/** `written` as it stands in the file: a number that is too long for a float shows it. */
export type NumberCell = { type: "number"; number: number; written: string }

/** A number that is shown as a date or a time. */
export type DateCell = {
  type: "date"
  /** Days since 1899-12-30, in no zone. */
  serial: number
}

export type BooleanCell = { type: "boolean"; boolean: boolean }

/** `#N/A`, `#REF!`. */
export type ErrorCell = { type: "error"; error: string }

export type FormulaCell = {
  type: "formula"
  /** What was shown when the file was saved; null when that was not kept. */
  result: PlainValue
}

/** A row of a sheet. */
export type SheetRow = {
  /** As the workbook counts, from 1. */
  row: number
  /** Index 0 is column A; may be shorter than the sheet is wide. */
  cells: CellValue[]
  is_hidden: boolean
}

/** The beginning of a sheet. */
export type SheetHead = {
  sheet: string
  rows: SheetRow[]
}

/** How a formula's cell reads, or any other: its saved result. */
export function shownValue(cell: CellValue | undefined): PlainValue {
  if (cell === undefined || cell === null || typeof cell === "string") {
    return cell ?? null
  }
  return cell.type === "formula" ? cell.result : cell
}

/** A cell as people see it, for previews and for messages. */
export function textOfCell(cell: CellValue | undefined): string {
  const value = shownValue(cell)
  if (value === null || typeof value === "string") {
    return value ?? ""
  }
  switch (value.type) {
    case "number":
      return value.written
    case "date":
      return textOfSerial(value.serial)
    case "boolean":
      return value.boolean ? "TRUE" : "FALSE"
    case "error":
      return value.error
  }
}

const DAY_MS = 24 * 3600 * 1000

/** Milliseconds between 1899-12-30 and 1970-01-01, both at midnight in no zone. */
const EPOCH_SERIAL = 25569

/** Milliseconds of a serial since 1970-01-01 in the workbook's own clock, to the second. */
export function serialToMs(serial: number): number {
  return Math.round((serial - EPOCH_SERIAL) * 24 * 3600) * 1000
}

function textOfSerial(serial: number): string {
  const ms = serialToMs(serial)
  if (!Number.isFinite(ms) || Math.abs(ms) > 100_000 * 365 * DAY_MS) {
    return String(serial)
  }
  const text = new Date(ms).toISOString().replace("T", " ").slice(0, 19)
  return ms % DAY_MS === 0 ? text.slice(0, 10) : text
}

/** Name of a column as the workbook shows it: 1 is A, 28 is AB. */
export function columnName(column: number): string {
  let name = ""
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}
