import {
  LookAlike,
  StatementFormat,
  StatementSheet,
} from "../../provider/reads-statement-files"
import { LocalizedText } from "../../shared/localized-text"
import { FileProblem, FileProblemCode, StatementNotice } from "../file-problem"
import { SheetMapping, StatementMapping } from "../statement-mapping"
import { SheetHead } from "./cell-value"
import { headingsOf, LAST_HEADER_ROW } from "./header-row"
import { knownColumns } from "./known-columns"
import { LineReader } from "./line-reader"
import { mapSheet, SheetReading } from "./map-sheet"
import { isOneOf } from "./normalize-heading"

/** A format and the marketplace that it is of. */
export type NamedFormat = { label: LocalizedText; format: StatementFormat }

export type TableFinding =
  | { ok: true; mapping: StatementMapping; notices: StatementNotice[] }
  /** A problem that `isMappable` says so of is a person's to solve, all others refuse the file. */
  | { ok: false; problem: FileProblem }

/** Part of the headings that have to be known in a sheet under an unknown name. */
const ENOUGH_KNOWN = 0.5

/**
 * Finds the sheets with lines, by name first, then by headings, and what their columns mean.
 * @param heads the first twenty rows of every sheet.
 * @param others formats of the other marketplaces, to tell a person whose file it is.
 */
export function findTables(
  heads: SheetHead[],
  own: NamedFormat,
  others: NamedFormat[]
): TableFinding {
  if (!heads.some(hasTable)) {
    return refused("no_lines", {})
  }
  const look_alike = findLookAlike(heads, [own, ...others])
  if (look_alike) {
    return refused("look_alike", { name: look_alike.name })
  }
  const named = namedSheets(heads, own.format)
  const readings = named.filter(({ head }) => hasTable(head)).map(read(own))
  const other = others.find(({ format }) =>
    namedSheets(heads, format).some(
      (sheet) => mapSheet(sheet.head, format, "sale").problem === null
    )
  )
  if (other && !readings.some(({ problem }) => problem === null)) {
    return refused("other_marketplace", { marketplace: other.label })
  }
  if (readings.length > 0) {
    return taken(heads, named, readings, own.format)
  }
  return named.length > 0
    ? refused("no_lines", {})
    : byHeadings(heads, own, others)
}

/** What a sheet's columns probably are, as a start for a person who maps them. */
export function suggestMapping(
  head: SheetHead,
  format: StatementFormat
): SheetReading["mapping"] {
  const sheet = format.sheets.find(({ aliases }) =>
    isSheet(head.sheet, aliases)
  )
  return mapSheet(head, format, kindOf(sheet, format)).mapping
}

type NamedSheet = { head: SheetHead; sheet: StatementSheet }

function namedSheets(
  heads: SheetHead[],
  format: StatementFormat
): NamedSheet[] {
  return heads.flatMap((head) => {
    const sheet = format.sheets.find(({ aliases }) =>
      isSheet(head.sheet, [...aliases])
    )
    return sheet ? [{ head, sheet }] : []
  })
}

/** Copies of a sheet are numbered: `GD bán hàng (2)`. */
function isSheet(name: string, aliases: string[]): boolean {
  return (
    isOneOf(name, aliases) ||
    isOneOf(name.replace(/(?<!\s)\s*\(\d+\)\s*$/, ""), aliases)
  )
}

function read({ format }: NamedFormat) {
  return ({ head, sheet }: NamedSheet) =>
    mapSheet(head, format, sheet.default_kind)
}

function byHeadings(
  heads: SheetHead[],
  own: NamedFormat,
  others: NamedFormat[]
): TableFinding {
  const possible = heads.filter(
    (head) => hasTable(head) && !isOneOf(head.sheet, own.format.ignored_sheets)
  )
  const readingsOf = ({ format }: NamedFormat) =>
    possible
      .map((head) => mapSheet(head, format, kindOf(undefined, format)))
      .filter(({ mapping }) => mapping !== null)
  const readings = readingsOf(own)
  const best = shareOf(readings)
  const other = others.find((one) => {
    const share = shareOf(readingsOf(one))
    return share >= ENOUGH_KNOWN && share > best
  })
  if (other) {
    return refused("other_marketplace", { marketplace: other.label })
  }
  if (readings.length === 1 && best >= ENOUGH_KNOWN) {
    return taken(heads, [], readings, own.format)
  }
  const sheets = heads.map(({ sheet }) => sheet).join(", ")
  return refused("unknown_columns", { sheets })
}

function shareOf(readings: SheetReading[]): number {
  return Math.max(0, ...readings.map(({ known_share }) => known_share))
}

function taken(
  heads: SheetHead[],
  named: NamedSheet[],
  readings: SheetReading[],
  format: StatementFormat
): TableFinding {
  const problem = readings.find((reading) => reading.problem)?.problem
  if (problem) {
    return { ok: false, problem }
  }
  const sheets = readings.flatMap(({ mapping }) => mapping ?? [])
  const wrong = sheets.find((mapping) => neverAddsUp(mapping, heads, format))
  if (wrong) {
    const { sheet, header_row } = wrong
    return {
      ok: false,
      problem: {
        code: "unknown_columns",
        sheet,
        row: header_row,
        column: null,
        params: { reason: "sum_differs" },
      },
    }
  }
  const notices: StatementNotice[] = []
  const unknown = [...new Set(readings.flatMap((one) => one.unknown_headings))]
  if (unknown.length > 0) {
    notices.push({ code: "unknown_columns", params: { columns: unknown } })
  }
  const missing = format.sheets.filter(
    (sheet) =>
      sheet.is_required && !named.some((found) => found.sheet === sheet)
  )
  if (missing.length > 0 && named.length > 0) {
    const names = missing.map(({ aliases }) => aliases[0])
    notices.push({ code: "sheet_missing", params: { sheets: names } })
  }
  const ignored = heads.filter(
    (head) =>
      hasTable(head) &&
      !sheets.some(({ sheet }) => sheet === head.sheet) &&
      !isOneOf(head.sheet, [
        ...format.ignored_sheets,
        ...(format.totals?.sheet_aliases ?? []),
      ])
  )
  if (ignored.length > 0) {
    const names = ignored.map(({ sheet }) => sheet)
    notices.push({ code: "sheet_ignored", params: { sheets: names } })
  }
  return { ok: true, mapping: { sheets }, notices }
}

/** Rows that are enough to say that columns are not what their headings seem to say. */
const ENOUGH_ROWS = 5

/**
 * True when no row at the beginning of a sheet adds up: a heading that means something else in
 * this file is a person's to tell, instead of every row being refused.
 */
function neverAddsUp(
  mapping: SheetMapping,
  heads: SheetHead[],
  format: StatementFormat
): boolean {
  const head = heads.find(({ sheet }) => sheet === mapping.sheet)
  const { currency_code } = format
  const reader = new LineReader(mapping, { format, currency_code, head })
  const readings = (head?.rows ?? [])
    .filter(({ row }) => row > mapping.header_row)
    .map((row) => reader.read(row))
  const wrong = readings.filter(
    (one) =>
      "ok" in one &&
      !one.ok &&
      one.line.refusals.some(({ code }) => code === "sum_differs")
  )
  const is_any_right = readings.some((one) => "ok" in one && one.ok)
  return wrong.length >= ENOUGH_ROWS && !is_any_right
}

function findLookAlike(
  heads: SheetHead[],
  formats: NamedFormat[]
): LookAlike | undefined {
  return formats
    .flatMap(({ format }) =>
      format.look_alikes.map((look_alike) => ({ format, look_alike }))
    )
    .find(({ format, look_alike }) =>
      heads.some(
        (head) =>
          isSheet(head.sheet, look_alike.sheet_aliases) ||
          head.rows
            .filter(({ row }) => row <= LAST_HEADER_ROW)
            .flatMap((row) => headingsOf(row, knownColumns(format)))
            .some(({ text }) => isOneOf(text, look_alike.heading_aliases))
      )
    )?.look_alike
}

/** A sheet with a title or a remark alone has no lines. */
function hasTable({ rows }: SheetHead): boolean {
  return rows.some(
    ({ cells }) => cells.filter((cell) => cell !== null).length > 1
  )
}

function kindOf(sheet: StatementSheet | undefined, format: StatementFormat) {
  return (sheet ?? format.sheets[0])?.default_kind ?? "sale"
}

function refused(
  code: FileProblemCode,
  params: FileProblem["params"]
): TableFinding {
  return {
    ok: false,
    problem: { code, sheet: null, row: null, column: null, params },
  }
}
