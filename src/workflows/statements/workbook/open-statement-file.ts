import { StatementFormat } from "../../../domain/provider/reads-statement-files"
import {
  SheetHead,
  SheetRow,
} from "../../../domain/statements/reading/cell-value"
import { LineReader } from "../../../domain/statements/reading/line-reader"
import {
  isTotalsSheet,
  readTotals,
  StatedTotals,
} from "../../../domain/statements/reading/read-totals"
import { ReadLine } from "../../../domain/statements/statement-line"
import { StatementMapping } from "../../../domain/statements/statement-mapping"
import { Archive } from "./archive"
import { requireArchive } from "./file-kind"
import { HEAD_ROWS, LINES_PER_BATCH, MOST_ROWS } from "./limits"
import { ReadingTally } from "./reading-tally"
import { fileError } from "./statement-file-error"
import { keepTemporarily } from "./temporary-file"
import { Workbook, WorkbookSheet } from "./workbook"

/** How the lines of a file are to be read. */
export type ReadingRules = {
  format: StatementFormat
  /** Of the channel, ISO 4217 lower case. */
  currency_code: string
}

export type LineReading = {
  /** In the order of the file, refused rows among them; to be taken once. */
  batches: AsyncIterable<ReadLine[]>
  tally: ReadingTally
}

/** A statement file that is open; close it in the end, whatever happened. */
export type StatementFile = {
  /** First rows of every sheet: for a preview, and to find the tables. */
  heads: SheetHead[]
  /** What the file states as its own sums; empty where it does not. */
  readTotals(rules: ReadingRules): Promise<StatedTotals>
  /**
   * Lines by a mapping. May be called again to read once more.
   * @throws {StatementFileError} while batches are taken: a damaged part, `too_many_rows`,
   * `no_lines`. Nothing of the file may be kept then.
   */
  readLines(mapping: StatementMapping, rules: ReadingRules): LineReading
  close(): Promise<void>
}

/** Rows of the sheet with totals that are looked at. */
const TOTALS_ROWS = 500

/**
 * Looks into an uploaded file and opens it for reading. Memory does not grow with its rows.
 * @param source the bytes as they come; kept in a temporary file until `close`.
 * @throws {StatementFileError} naming why it is no workbook that can be taken.
 */
export async function openStatementFile(
  source: AsyncIterable<Uint8Array>
): Promise<StatementFile> {
  const file = await keepTemporarily(source)
  let archive: Archive | undefined
  const close = async () => {
    archive?.close()
    await file.remove()
  }
  try {
    await requireArchive(file.path)
    archive = await Archive.open(file.path)
    const workbook = await Workbook.open(archive)
    return {
      heads: await readHeads(workbook),
      readTotals: (rules) => findTotals(workbook, rules),
      readLines: (mapping, rules) => readLines(workbook, mapping, rules),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function readHeads(workbook: Workbook): Promise<SheetHead[]> {
  const heads: SheetHead[] = []
  for (const sheet of workbook.sheets) {
    heads.push({
      sheet: sheet.name,
      rows: await firstRows(workbook, sheet, HEAD_ROWS),
    })
  }
  return heads
}

async function firstRows(
  workbook: Workbook,
  sheet: WorkbookSheet,
  most: number
): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of workbook.rows(sheet)) {
    rows.push(...batch.slice(0, most - rows.length))
    if (rows.length >= most) {
      break
    }
  }
  return rows
}

async function findTotals(
  workbook: Workbook,
  { format, currency_code }: ReadingRules
): Promise<StatedTotals> {
  const sheet = workbook.sheets.find(({ name }) => isTotalsSheet(name, format))
  return sheet
    ? readTotals(
        await firstRows(workbook, sheet, TOTALS_ROWS),
        format,
        currency_code
      )
    : {}
}

function readLines(
  workbook: Workbook,
  mapping: StatementMapping,
  rules: ReadingRules
): LineReading {
  const tally = new ReadingTally()
  return { tally, batches: batchesOf(workbook, mapping, rules, tally) }
}

async function* batchesOf(
  workbook: Workbook,
  mapping: StatementMapping,
  rules: ReadingRules,
  tally: ReadingTally
): AsyncGenerator<ReadLine[]> {
  let batch: ReadLine[] = []
  let rows = 0
  for (const sheet of workbook.sheets) {
    const table = mapping.sheets.find((one) => one.sheet === sheet.name)
    if (!table) {
      continue
    }
    const head = await firstRows(workbook, sheet, HEAD_ROWS)
    const reader = new LineReader(table, {
      ...rules,
      head: { sheet: sheet.name, rows: head },
    })
    const size = { stated: "", last: 0 }
    const onStatedSize = (reference: string) => {
      size.stated = reference
    }
    for await (const some of workbook.rows(sheet, onStatedSize)) {
      for (const row of some) {
        size.last = row.row
        if (row.row <= table.header_row) {
          continue
        }
        if (++rows > MOST_ROWS) {
          throw fileError("too_many_rows", { most: MOST_ROWS }, sheet.name)
        }
        const reading = reader.read(row)
        tally.count(row, reading)
        if (!("skipped" in reading)) {
          batch.push(reading)
        }
        if (batch.length >= LINES_PER_BATCH) {
          yield batch
          batch = []
        }
      }
    }
    if (size.stated && lastRowOf(size.stated) < size.last) {
      tally.wrong_sizes.push({ sheet: sheet.name, stated: size.stated })
    }
  }
  if (batch.length > 0) {
    yield batch
  }
  if (tally.lines + tally.refused === 0) {
    throw fileError("no_lines")
  }
}

/** The last row of a range such as `A1:F20`. */
function lastRowOf(reference: string): number {
  return Number(/(?<!\d)(\d+)\s*$/.exec(reference)?.[1] ?? 0)
}
