import { once } from "node:events"
import { Writable } from "node:stream"
import { finished } from "node:stream/promises"
import { setImmediate } from "node:timers/promises"
import type { stream, Worksheet } from "exceljs"
import { safeText } from "./safe-text"

/**
 * - `text`: never a number and never a formula, so that ids keep their digits.
 * - `money`: in the currency's major unit; `number`; `percent`: 0.05 for 5 %.
 * - `date`, `date_time`: shown as the clocks of Vietnam have it (UTC+7).
 */
export type CellKind =
  "text" | "money" | "number" | "percent" | "date" | "date_time"

export type SheetColumn<Row> = {
  heading: string
  kind: CellKind
  /** In characters; from heading and kind where it is left out. */
  width?: number
  /** Excel's number format in place of the kind's, such as `#,##0.00`. */
  format?: string
  /** Texts of several lines show all of them. */
  wrap?: boolean
  /** Null for an empty cell. A `Date` for the kinds of dates, a number for those of numbers. */
  value(row: Row): string | number | Date | null
}

/** A sheet to write: headings, then a row for each of `rows`, which are read as they are needed. */
export type WrittenSheet<Row> = {
  name: string
  columns: SheetColumn<Row>[]
  rows: Iterable<Row> | AsyncIterable<Row>
  /** A last row in bold, such as sums. */
  total?: Row
}

const FORMATS: Record<CellKind, string> = {
  text: "@",
  money: "#,##0",
  number: "#,##0",
  percent: "0.0%",
  date: "dd/mm/yyyy",
  date_time: "dd/mm/yyyy hh:mm",
}

const WIDTHS: Record<CellKind, number> = {
  text: 16,
  money: 14,
  number: 10,
  percent: 10,
  date: 12,
  date_time: 17,
}

/** Rows after which what was written may flow on, and others get their turn. */
const ROWS_AT_ONCE = 200

const MOST_NAME_CHARACTERS = 31

const VIETNAM_MS = 7 * 60 * 60 * 1000

/** The type of what is written. */
export const XLSX_TYPE =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/**
 * Writes one sheet as a whole workbook, row by row, and ends `out`. Never more than what `out`
 * takes is read from `rows`; whoever hangs up ends the reading.
 * @throws what `rows` throws, or the error of `out`; what was written until then is no workbook.
 */
export function writeSheet<Row>(
  out: Writable,
  sheet: WrittenSheet<Row>
): Promise<void> {
  return writeWorkbook(out, [sheetWriter(sheet)])
}

/** Puts a sheet with all its rows into a workbook; made by {@link sheetWriter}. */
export type SheetWriter = (
  book: stream.xlsx.WorkbookWriter,
  out: Writable
) => Promise<void>

/** A sheet for {@link writeWorkbook}, whatever its rows are. */
export function sheetWriter<Row>(sheet: WrittenSheet<Row>): SheetWriter {
  return (book, out) => addSheet(book, out, sheet)
}

/** As {@link writeSheet}, with several sheets. */
export async function writeWorkbook(
  out: Writable,
  sheets: SheetWriter[]
): Promise<void> {
  const { default: ExcelJS } = await import("exceljs")
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  const taken = finished(out, { readable: false })
  const write = async () => {
    for (const sheet of sheets) {
      await sheet(book, out)
    }
    await book.commit()
  }
  const written = write()
  // One of them fails for good only after the other was waited for.
  taken.catch(() => undefined)
  written.catch(() => undefined)
  await Promise.race([written, taken])
  await taken
}

async function addSheet<Row>(
  book: stream.xlsx.WorkbookWriter,
  out: Writable,
  { name, columns, rows, total }: WrittenSheet<Row>
): Promise<void> {
  const sheet = book.addWorksheet(sheetName(name), {
    views: [{ state: "frozen", ySplit: 1 }],
  })
  sheet.columns = columns.map(({ heading, kind, width, format, wrap }) => ({
    width: width ?? Math.max(WIDTHS[kind], heading.length + 2),
    style: {
      numFmt: format ?? FORMATS[kind],
      ...(wrap && { alignment: { wrapText: true, vertical: "top" } }),
    },
  }))
  addRow(
    sheet,
    columns.map(({ heading }) => safeText(heading)),
    true
  )
  let count = 0
  for await (const row of rows) {
    addRow(sheet, columns.map(cellOf(row)))
    if (++count % ROWS_AT_ONCE === 0) {
      await setImmediate()
      if (out.writableNeedDrain) {
        await drained(out)
      }
      if (out.destroyed) {
        return
      }
    }
  }
  if (total !== undefined) {
    addRow(sheet, columns.map(cellOf(total)), true)
  }
  sheet.commit()
}

/** Until more is taken, or nothing ever will be. */
async function drained(out: Writable): Promise<void> {
  const waiting = new AbortController()
  const { signal } = waiting
  try {
    await Promise.race([
      once(out, "drain", { signal }),
      once(out, "close", { signal }),
    ])
  } finally {
    waiting.abort()
  }
}

function addRow(
  sheet: Worksheet,
  cells: (string | number | Date | null)[],
  bold = false
): void {
  const row = sheet.addRow(cells)
  if (bold) {
    row.font = { bold: true }
  }
  row.commit()
}

function cellOf<Row>(row: Row) {
  return ({ value }: SheetColumn<Row>): string | number | Date | null => {
    const cell = value(row)
    if (typeof cell === "string") {
      return safeText(cell)
    }
    if (cell instanceof Date) {
      return Number.isNaN(cell.getTime())
        ? null
        : new Date(cell.getTime() + VIETNAM_MS)
    }
    return typeof cell === "number" && !Number.isFinite(cell) ? null : cell
  }
}

/** Signs that Excel allows in no name, and an end that it takes. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'+|'+$/g, "")
      .slice(0, MOST_NAME_CHARACTERS)
      .trim() || "Sheet"
  )
}
