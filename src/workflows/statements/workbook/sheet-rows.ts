import {
  CellValue,
  PlainValue,
  SheetRow,
} from "../../../domain/statements/reading/cell-value"
import { MOST_COLUMNS } from "./limits"
import { SharedTexts } from "./shared-texts"
import { fileError } from "./statement-file-error"
import { Attributes, localName, unescapeText, xmlEvents } from "./xml-events"

/** What cells of all sheets refer to. */
export type SharedParts = {
  texts: SharedTexts
  /** By number of the style. */
  date_styles: boolean[]
  /** Dates are counted from 1904, as some workbooks do. */
  is_1904: boolean
}

/** Days between the two beginnings of counting. */
const DAYS_TO_1904 = 1462

/**
 * Rows of a sheet that hold anything, as they come. Neither the size that the sheet states nor
 * references are relied on: a row or a cell without one follows the one before, and so does a
 * row that states a number which is another's.
 */
export async function* sheetRows(
  part: AsyncIterable<Buffer>,
  shared: SharedParts,
  onStatedSize: (reference: string) => void = () => undefined
): AsyncGenerator<SheetRow[]> {
  const parser = new SheetParser(shared, onStatedSize)
  for await (const events of xmlEvents(part)) {
    for (const { eventType, value } of events) {
      if (eventType === "text") {
        parser.text(value)
      } else if (eventType === "opentag") {
        parser.open(localName(value.name), value.attributes)
      } else {
        parser.close(localName(value.name))
      }
    }
    const rows = parser.take()
    if (rows.length > 0) {
      yield rows
    }
  }
}

class SheetParser {
  private rows: SheetRow[] = []
  private row: SheetRow | null = null
  private last_row = 0
  private column = 0
  private type: string | undefined
  private style = 0
  private has_formula = false
  private has_value = false
  private written = ""
  private is_listening = false
  private is_reading_aid = false

  constructor(
    private readonly shared: SharedParts,
    private readonly onStatedSize: (reference: string) => void
  ) {}

  take(): SheetRow[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  text(value: string): void {
    if (this.is_listening && !this.is_reading_aid) {
      this.written += value
    }
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case "c":
        return this.openCell(attributes)
      case "v":
      case "t":
        this.has_value = true
        this.is_listening = true
        return
      case "f":
        this.has_formula = true
        return
      case "rPh":
        this.is_reading_aid = true
        return
      case "row": {
        const stated = Number(attributes.r)
        const next = this.last_row + 1
        const row = Number.isInteger(stated) && stated > next ? stated : next
        const { hidden } = attributes
        const is_hidden = hidden === "1" || hidden === "true"
        this.row = { row, cells: [], is_hidden }
        this.last_row = row
        this.column = 0
        return
      }
      case "dimension":
        this.onStatedSize(attributes.ref ?? "")
    }
  }

  close(name: string): void {
    switch (name) {
      case "v":
      case "t":
        this.is_listening = false
        return
      case "rPh":
        this.is_reading_aid = false
        return
      case "c":
        return this.closeCell()
      case "row":
        if (this.row && this.row.cells.length > 0) {
          this.rows.push(this.row)
        }
        this.row = null
    }
  }

  private openCell({ r, t, s }: Attributes): void {
    const column = r === undefined ? 0 : columnOf(r)
    this.column = column > 0 ? column : this.column + 1
    if (this.column > MOST_COLUMNS) {
      throw fileError("damaged_workbook", { detail: "too many columns" })
    }
    this.type = t
    this.style = s === undefined ? 0 : Number(s)
    this.has_formula = false
    this.has_value = false
    this.written = ""
  }

  private closeCell(): void {
    if (!this.row || (!this.has_value && !this.has_formula)) {
      return
    }
    const value = this.has_value ? this.plainValue() : null
    const cell: CellValue = this.has_formula
      ? { type: "formula", result: value }
      : value
    if (cell === null || cell === "") {
      return
    }
    const { cells } = this.row
    while (cells.length < this.column) {
      cells.push(null)
    }
    cells[this.column - 1] = cell
  }

  private plainValue(): PlainValue {
    const { written } = this
    switch (this.type) {
      case "s":
        return this.shared.texts.get(Number(written))
      case "str":
      case "inlineStr":
        return unescapeText(written)
      case "d":
        return written
      case "b":
        return { type: "boolean", boolean: /^(1|true)$/.test(written.trim()) }
      case "e":
        return { type: "error", error: written.trim() }
      default:
        return this.numberValue(written.trim())
    }
  }

  private numberValue(written: string): PlainValue {
    if (written === "") {
      return null
    }
    const number = Number(written)
    if (Number.isNaN(number)) {
      return written
    }
    if (this.shared.date_styles[this.style]) {
      const serial = this.shared.is_1904 ? number + DAYS_TO_1904 : number
      return { type: "date", serial }
    }
    return { type: "number", number, written }
  }
}

/** The column of a reference such as `AB12`; 0 when it names none. */
function columnOf(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length; index++) {
    const letter = reference.charCodeAt(index) & 0xdf
    if (letter < 65 || letter > 90) {
      break
    }
    column = column * 26 + letter - 64
  }
  return column
}
