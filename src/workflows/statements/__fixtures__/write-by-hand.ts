import { SampleCell, SampleRow, SampleSheet } from "./sample-sheet"
import { writeZip, ZipLies, ZipPart } from "./zip-writer"

/** How other programs write a workbook differently. */
export type WritingHabits = {
  /** Texts stand in the cells themselves instead of a shared list. */
  are_texts_inline?: boolean
  /** Sheets come before the list of sheets and the shared texts. */
  is_book_last?: boolean
  /** Neither rows nor cells say where they are. */
  has_no_references?: boolean
  /** Every row says that it is the first. */
  has_one_row_number?: boolean
  /** Every element has this prefix. */
  prefix?: string
  /** References to parts begin with `/`. */
  has_absolute_targets?: boolean
  is_1904?: boolean
  /** Further parts, such as macros. */
  parts?: ZipPart[]
  lies?: { [name: string]: ZipLies }
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const LINKS =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const DECLARATION = `<?xml version="1.0" encoding="UTF-8"?>\n`
const DATE_STYLE = 1

/** A workbook written part by part, to imitate programs other than exceljs. */
export async function writeByHand(
  sheets: SampleSheet[],
  habits: WritingHabits = {}
): Promise<Buffer> {
  const writer = new PartWriter(habits)
  const sheet_parts = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: writer.sheet(sheet),
  }))
  const book = { name: "xl/workbook.xml", content: [writer.book(sheets)] }
  const relations = {
    name: "xl/_rels/workbook.xml.rels",
    content: [writer.relations(sheets)],
  }
  const styles = { name: "xl/styles.xml", content: [writer.styles()] }
  const texts = { name: "xl/sharedStrings.xml", content: writer.texts() }
  const first = [
    { name: "[Content_Types].xml", content: [CONTENT_TYPES] },
    { name: "_rels/.rels", content: [writer.start()] },
  ]
  // Shared texts are known once the sheets are written: they are written first, whatever the order.
  const written = await Promise.all(
    sheet_parts.map(async (part) => ({ ...part, content: [...part.content] }))
  )
  const parts = habits.is_book_last
    ? [...written, styles, texts, ...first, relations, book]
    : [...first, book, relations, styles, texts, ...written]
  return writeZip([...parts, ...(habits.parts ?? [])], habits.lies)
}

const CONTENT_TYPES = `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`

const ROWS_A_PIECE = 500

class PartWriter {
  private readonly numbers = new Map<string, number>()
  private readonly p: string

  constructor(private readonly habits: WritingHabits) {
    this.p = habits.prefix ? `${habits.prefix}:` : ""
  }

  start(): string {
    return relationList([
      ["rId1", "officeDocument", this.target("xl/", "workbook.xml")],
    ])
  }

  relations(sheets: SampleSheet[]): string {
    return relationList([
      ...sheets.map((_, index): [string, string, string] => [
        `rId${index + 1}`,
        "worksheet",
        this.target("worksheets/", `sheet${index + 1}.xml`, "xl/"),
      ]),
      ["rIdS", "styles", this.target("", "styles.xml", "xl/")],
      ["rIdT", "sharedStrings", this.target("", "sharedStrings.xml", "xl/")],
    ])
  }

  book(sheets: SampleSheet[]): string {
    const { p } = this
    const list = sheets.map(
      ({ name }, index) =>
        `<${p}sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
    )
    const settings = this.habits.is_1904 ? `<${p}workbookPr date1904="1"/>` : ""
    return `${DECLARATION}<${p}workbook ${this.space()} xmlns:r="${LINKS}">${settings}<${p}sheets>${list.join("")}</${p}sheets></${p}workbook>`
  }

  styles(): string {
    const { p } = this
    return `${DECLARATION}<${p}styleSheet ${this.space()}><${p}numFmts count="1"><${p}numFmt numFmtId="164" formatCode="yyyy\\/mm\\/dd;@"/></${p}numFmts><${p}cellXfs count="2"><${p}xf numFmtId="0"/><${p}xf numFmtId="164"/></${p}cellXfs></${p}styleSheet>`
  }

  *texts(): Iterable<string> {
    const { p } = this
    yield `${DECLARATION}<${p}sst ${this.space()}>`
    for (const text of this.numbers.keys()) {
      yield `<${p}si><${p}t xml:space="preserve">${escape(text)}</${p}t></${p}si>`
    }
    yield `</${p}sst>`
  }

  *sheet({ rows, stated_size, merged }: SampleSheet): Iterable<string> {
    const { p } = this
    const size = stated_size ? `<${p}dimension ref="${stated_size}"/>` : ""
    yield `${DECLARATION}<${p}worksheet ${this.space()}>${size}<${p}sheetData>`
    let number = 0
    let piece: string[] = []
    for (const row of rows) {
      piece.push(this.row(row, ++number))
      if (piece.length >= ROWS_A_PIECE) {
        yield piece.join("")
        piece = []
      }
    }
    const ranges = (merged ?? []).map((one) => `<${p}mergeCell ref="${one}"/>`)
    const merges = ranges.length
      ? `<${p}mergeCells>${ranges.join("")}</${p}mergeCells>`
      : ""
    yield `${piece.join("")}</${p}sheetData>${merges}</${p}worksheet>`
  }

  private row({ cells, is_hidden }: SampleRow, number: number): string {
    const { p } = this
    const stated = this.habits.has_one_row_number ? 1 : number
    const place = this.habits.has_no_references ? "" : ` r="${stated}"`
    const hidden = is_hidden ? ` hidden="1"` : ""
    const all = cells.map((cell, index) => this.cell(cell, index, number))
    return `<${p}row${place}${hidden}>${all.join("")}</${p}row>`
  }

  private cell(cell: SampleCell, index: number, row: number): string {
    const { p } = this
    const { has_no_references } = this.habits
    if (cell === null) {
      return has_no_references ? `<${p}c/>` : ""
    }
    const place = has_no_references ? "" : ` r="${letters(index + 1)}${row}"`
    const value = (text: string | number) => `<${p}v>${text}</${p}v>`
    if (typeof cell === "string") {
      return this.textCell(cell, place)
    }
    if (typeof cell === "number") {
      return `<${p}c${place}>${value(cell)}</${p}c>`
    }
    if (typeof cell === "boolean") {
      return `<${p}c${place} t="b">${value(Number(cell))}</${p}c>`
    }
    if (cell instanceof Date) {
      const serial = cell.getTime() / 86_400_000 + 25569
      const counted = this.habits.is_1904 ? serial - 1462 : serial
      return `<${p}c${place} s="${DATE_STYLE}">${value(counted)}</${p}c>`
    }
    if ("error" in cell) {
      return `<${p}c${place} t="e">${value(cell.error)}</${p}c>`
    }
    if ("rich" in cell) {
      const runs = cell.rich.map(
        (text) => `<${p}r><${p}t>${escape(text)}</${p}t></${p}r>`
      )
      return `<${p}c${place} t="inlineStr"><${p}is>${runs.join("")}</${p}is></${p}c>`
    }
    if ("link" in cell) {
      return this.textCell(cell.text, place)
    }
    const type = typeof cell.result === "string" ? ` t="str"` : ""
    const saved =
      cell.result === undefined ? "" : value(escape(String(cell.result)))
    return `<${p}c${place}${type}><${p}f>${escape(cell.formula)}</${p}f>${saved}</${p}c>`
  }

  private textCell(text: string, place: string): string {
    const { p } = this
    if (this.habits.are_texts_inline) {
      return `<${p}c${place} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escape(text)}</${p}t></${p}is></${p}c>`
    }
    const number = this.numbers.get(text) ?? this.numbers.size
    this.numbers.set(text, number)
    return `<${p}c${place} t="s"><${p}v>${number}</${p}v></${p}c>`
  }

  private space(): string {
    const { prefix } = this.habits
    return prefix ? `xmlns:${prefix}="${MAIN}"` : `xmlns="${MAIN}"`
  }

  private target(folder: string, name: string, root = ""): string {
    return this.habits.has_absolute_targets
      ? `/${root}${folder}${name}`
      : `${folder}${name}`
  }
}

function relationList(relations: [string, string, string][]): string {
  const all = relations.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`
  )
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`
}

function letters(column: number): string {
  const before = Math.floor((column - 1) / 26)
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return before > 0 ? letters(before) + last : last
}

function escape(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
}
