import { SheetRow, textOfCell } from "./cell-value"
import { KnownColumn, KnownColumns, isAmountColumn } from "./known-columns"
import { Heading, normalizeHeading } from "./normalize-heading"
import { readAmount } from "./read-amount"

/** Headings are looked for down to this row. */
export const LAST_HEADER_ROW = 10

export type HeadingCell = {
  /** From 1. */
  column: number
  text: string
  heading: Heading
  known: KnownColumn | null
}

export type HeaderRow = {
  /** The row above the first line. */
  row: number
  cells: HeadingCell[]
}

/**
 * The first row that has both an order's id and an amount. Headings that stand in two rows,
 * as groups of merged cells over columns do, are read as one.
 */
export function findHeader(
  rows: SheetRow[],
  known: KnownColumns
): HeaderRow | null {
  const candidates = rows.filter(({ row }) => row <= LAST_HEADER_ROW)
  for (const [index, upper] of candidates.entries()) {
    const own = headingsOf(upper, known)
    const below = rows[index + 1]
    if (isHeader(own)) {
      return below && isSubHeading(own, below, known)
        ? { row: below.row, cells: joined(own, headingsOf(below, known)) }
        : { row: upper.row, cells: own }
    }
    const lower = below ? headingsOf(below, known) : []
    const both = joined(own, lower)
    if (!isHeader(lower) && isHeader(both) && isSubHeading(own, below, known)) {
      return { row: below.row, cells: both }
    }
  }
  return null
}

/** Cells of a row as headings. */
export function headingsOf(
  { cells }: SheetRow,
  known: KnownColumns
): HeadingCell[] {
  return cells.flatMap((cell, index) => {
    const text = textOfCell(cell)
    const heading = normalizeHeading(text)
    return heading.exact === ""
      ? []
      : [{ column: index + 1, text, heading, known: known.find(heading) }]
  })
}

function isHeader(cells: HeadingCell[]): boolean {
  const meanings = cells.flatMap(({ known }) => known?.meaning ?? [])
  return (
    meanings.some(({ field }) => field === "order_id") &&
    meanings.some(isAmountColumn)
  )
}

/** True for a second row of headings: only words, at least one of them a known heading. */
function isSubHeading(
  above: HeadingCell[],
  row: SheetRow,
  known: KnownColumns
): boolean {
  const cells = headingsOf(row, known)
  const order = above.find(
    ({ known }) => known?.meaning?.field === "order_id"
  )?.column
  return (
    cells.some((cell) => cell.known !== null) &&
    cells.every(({ column, known }) =>
      column === order ? known?.meaning?.field === "order_id" : true
    ) &&
    row.cells.every(
      (cell) =>
        cell === null || (typeof cell === "string" && !readAmountText(cell))
    )
  )
}

function readAmountText(cell: string): boolean {
  const reading = readAmount(cell, 0)
  return reading.ok && reading.value !== null
}

/** The lower heading counts, the upper one where there is none below it. */
function joined(upper: HeadingCell[], lower: HeadingCell[]): HeadingCell[] {
  const by_column = new Map(upper.map((cell) => [cell.column, cell]))
  lower.forEach((cell) => by_column.set(cell.column, cell))
  return [...by_column.values()].sort((a, b) => a.column - b.column)
}
