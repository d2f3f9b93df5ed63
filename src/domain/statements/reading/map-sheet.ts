import { StatementFormat } from "../../provider/reads-statement-files"
import { FileProblem } from "../file-problem"
import { LineKind } from "../statement-line"
import { MappedColumn, SheetMapping } from "../statement-mapping"
import { columnName, SheetHead } from "./cell-value"
import { findHeader, HeaderRow, HeadingCell } from "./header-row"
import { knownColumns, mayRepeat, tellsNet } from "./known-columns"
import { readAmount } from "./read-amount"
import { whySkipped } from "./skipped-row"

/** A sheet as its headings explain it. */
export type SheetReading = {
  /** Null where no row of headings was found. */
  mapping: SheetMapping | null
  /** Why the mapping cannot be used without a person. */
  problem: FileProblem | null
  /** Headings that nothing is known of. */
  unknown_headings: string[]
  /** Part of the headings that are known, 0 to 1. */
  known_share: number
}

/** Finds the row of headings of a sheet and what its columns mean. */
export function mapSheet(
  head: SheetHead,
  format: StatementFormat,
  default_kind: LineKind
): SheetReading {
  const header = findHeader(head.rows, knownColumns(format))
  if (!header) {
    return {
      mapping: null,
      problem: unknownColumns(head, null),
      unknown_headings: [],
      known_share: 0,
    }
  }
  const { columns, repeated } = chooseColumns(header.cells)
  const mapping: SheetMapping = {
    sheet: head.sheet,
    header_row: header.row,
    default_kind,
    utc_columns: header.cells
      .filter(({ heading }) => heading.is_utc)
      .map(({ column }) => column),
    columns,
  }
  const unknown = header.cells.filter(({ known }) => known === null)
  return {
    mapping,
    problem:
      repeated.map((cell) =>
        atCell("duplicate_columns", head, header, cell)
      )[0] ??
      mergedHeading(head, header, columns) ??
      (tellsNet(columns) ? null : unknownColumns(head, header)),
    unknown_headings: unknown.map(({ text }) => text.trim()),
    known_share: 1 - unknown.length / header.cells.length,
  }
}

/**
 * One column for each field: of several the one whose heading is the better known. The same
 * heading twice cannot be decided.
 */
function chooseColumns(cells: HeadingCell[]): {
  columns: MappedColumn[]
  repeated: HeadingCell[]
} {
  const chosen = new Map<string, HeadingCell>()
  const repeated: HeadingCell[] = []
  for (const cell of cells) {
    const meaning = cell.known?.meaning
    if (!cell.known || !meaning) {
      continue
    }
    const is_single = meaning.field && !mayRepeat(meaning.field)
    const key = is_single ? meaning.field : `of ${cell.heading.plain}`
    const other = chosen.get(key ?? "")
    if (other && other.heading.plain === cell.heading.plain) {
      repeated.push(cell)
    }
    if (!other || cell.known.rank < (other.known?.rank ?? 0)) {
      chosen.set(key ?? "", cell)
    }
  }
  const columns = [...chosen.values()]
    .sort((a, b) => a.column - b.column)
    .flatMap(({ column, text, known }) =>
      known?.meaning ? [{ column, heading: text.trim(), ...known.meaning }] : []
    )
  return { columns, repeated }
}

/** A known heading over several columns with amounts: nobody can tell what each of them is. */
function mergedHeading(
  head: SheetHead,
  header: HeaderRow,
  columns: MappedColumn[]
): FileProblem | null {
  const named = new Set(header.cells.map(({ column }) => column))
  const id = columns.find(({ field }) => field === "order_id")
  const lines = head.rows.filter(
    ({ row, cells }) =>
      row > header.row &&
      id &&
      whySkipped(cells, {
        cell: cells[id.column - 1],
        heading: id.heading,
      }) === null
  )
  for (const cell of header.cells) {
    const is_mapped = columns.some(({ column }) => column === cell.column)
    const right = cell.column + 1
    if (!is_mapped || named.has(right)) {
      continue
    }
    const has_amounts = lines.some(({ cells }) => {
      const reading = readAmount(cells[right - 1], 0)
      return reading.ok && reading.value !== null
    })
    if (has_amounts) {
      return atCell("merged_headings", head, header, cell)
    }
  }
  return null
}

function atCell(
  code: "duplicate_columns" | "merged_headings",
  head: SheetHead,
  header: HeaderRow,
  { column, text }: HeadingCell
): FileProblem {
  return {
    code,
    sheet: head.sheet,
    row: header.row,
    column: columnName(column),
    params: { heading: text.trim() },
  }
}

function unknownColumns(
  head: SheetHead,
  header: HeaderRow | null
): FileProblem {
  return {
    code: "unknown_columns",
    sheet: head.sheet,
    row: header?.row ?? null,
    column: null,
    params: {},
  }
}
