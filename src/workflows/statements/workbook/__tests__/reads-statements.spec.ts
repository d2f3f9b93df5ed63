import ExcelJS from "exceljs"
import { NamedFormat } from "../../../../domain/statements/reading/find-tables"
import { StatementLine } from "../../../../domain/statements/statement-line"
import { TIKI_STATEMENT } from "../../../../providers/tiki/statement-format"
import { TIKTOK_SHOP_STATEMENT } from "../../../../providers/tiktok-shop/statement-format"
import { readSample } from "../../__fixtures__/read-sample"
import { SampleLine, sumsOf } from "../../__fixtures__/sample-line"
import {
  mapCells,
  row,
  SampleCell,
  SampleSheet,
} from "../../__fixtures__/sample-sheet"
import { tikiSheets } from "../../__fixtures__/tiki-sample"
import { tiktokShopSheets } from "../../__fixtures__/tiktok-shop-sample"
import { WritingHabits, writeByHand } from "../../__fixtures__/write-by-hand"
import { writeByExceljs } from "../../__fixtures__/write-by-exceljs"
import { writeTemplate } from "../../template"

const settled_at = new Date("2026-03-11T17:00:00Z")

const LINES: SampleLine[] = [
  {
    kind: "sale",
    order_id: "579000000000000001",
    item_ref: "MUG & CUP",
    quantity: 2,
    settled_at,
    revenue: 270000,
    fees: { payment: -13500, commission: -8100, shipping: -15000 },
  },
  {
    kind: "sale",
    order_id: "579000000000000002",
    settled_at,
    revenue: 99000,
    fees: { commission: -9900 },
    is_hidden: true,
  },
  {
    kind: "refund",
    order_id: "579000000000000001",
    settled_at,
    revenue: -45000,
    fees: { commission: 4500 },
  },
  {
    kind: "compensation",
    order_id: "579000000000000002",
    line_id: "740000000000000009",
    settled_at,
    adjustment: 50000,
  },
]

type FormatCase = {
  name: string
  own: NamedFormat
  sheets: (lines: SampleLine[]) => SampleSheet[]
}

const TIKTOK: NamedFormat = {
  label: { en: "TikTok Shop", vi: "TikTok Shop" },
  format: TIKTOK_SHOP_STATEMENT,
}
const TIKI: NamedFormat = {
  label: { en: "Tiki", vi: "Tiki" },
  format: TIKI_STATEMENT,
}

const FORMATS: FormatCase[] = [
  {
    name: "TikTok Shop in Vietnamese",
    own: TIKTOK,
    sheets: (lines) => tiktokShopSheets(lines),
  },
  {
    name: "TikTok Shop in English, UTC",
    own: TIKTOK,
    sheets: (lines) =>
      tiktokShopSheets(lines, { language: "en", is_utc: true }),
  },
  { name: "Tiki", own: TIKI, sheets: tikiSheets },
]

const HABITS: [string, WritingHabits][] = [
  ["shared texts", {}],
  ["texts in the cells", { are_texts_inline: true }],
  ["the list of sheets last", { is_book_last: true }],
  ["absolute targets", { has_absolute_targets: true, is_book_last: true }],
  ["a prefix for every element", { prefix: "x" }],
  ["no references", { has_no_references: true, are_texts_inline: true }],
  ["one number for all rows", { has_one_row_number: true }],
  ["days counted from 1904", { is_1904: true }],
]

const linesOf = async (bytes: Buffer, own: NamedFormat) => {
  const { lines, tally } = await readSample(bytes, own)
  const read = lines.flatMap((one) => (one.ok ? [one.line] : []))
  expect(lines.filter(({ ok }) => !ok)).toEqual([])
  return { read, tally }
}

/** Every line in the file once, to the đồng. */
function expectAll(read: StatementLine[], lines: SampleLine[]) {
  const keyOf = (kind: string, id: string | null, net: number) =>
    `${kind} ${id} ${net}`
  expect(
    read
      .map((one) => keyOf(one.kind, one.external_order_id, one.amounts.net))
      .sort()
  ).toEqual(
    lines.map((one) => keyOf(one.kind, one.order_id, sumsOf(one).net)).sort()
  )
  const fees = read.flatMap((one) => one.fee_parts)
  expect(fees.reduce((sum, { amount }) => sum + amount, 0)).toBe(
    lines.reduce((sum, one) => sum + sumsOf(one).fees, 0)
  )
}

describe.each(FORMATS)("a statement of $name", ({ own, sheets }) => {
  it("is read as exceljs writes it", async () => {
    const bytes = await writeByExceljs(sheets(LINES))
    const { read, tally } = await linesOf(bytes, own)
    expectAll(read, LINES)
    expect(tally.notices()).toEqual([
      { code: "hidden_rows_counted", params: { count: 1 } },
    ])
  })

  it.each(HABITS)("is read when written with %s", async (_, habits) => {
    const bytes = await writeByHand(sheets(LINES), habits)
    const { read } = await linesOf(bytes, own)
    expectAll(read, LINES)
    const places = read.map(({ sheet: name, row: number }) => name + number)
    expect(new Set(places).size).toBe(LINES.length)
  })

  it("is read however its cells are written", async () => {
    const asOthers: ((cell: SampleCell) => SampleCell)[] = [
      (cell) => (typeof cell === "number" ? cell.toLocaleString("vi") : cell),
      (cell) =>
        typeof cell === "string"
          ? { rich: [cell.slice(0, 3), cell.slice(3)] }
          : cell,
      (cell) =>
        typeof cell === "string" && cell !== ""
          ? { link: "https://example.com/", text: cell }
          : cell,
      (cell) =>
        typeof cell === "string" ? ` ${cell.normalize("NFD")}\u00a0` : cell,
      (cell) =>
        typeof cell === "number" ? { formula: "A1+0", result: cell } : cell,
      (cell) =>
        typeof cell === "string" && /^-?\d{1,9}$/.test(cell)
          ? Number(cell)
          : cell,
    ]
    for (const change of asOthers) {
      const changed = mapCells(sheets(LINES), change)
      for (const write of [writeByExceljs, writeByHand]) {
        const { read } = await linesOf(await write(changed), own)
        expectAll(read, LINES)
      }
    }
  })

  it("is read beyond the size that its sheets state", async () => {
    const lying = sheets(LINES).map((sheet) => ({
      ...sheet,
      stated_size: "A1:B2",
    }))
    const { read, tally } = await linesOf(await writeByHand(lying), own)
    expectAll(read, LINES)
    expect(tally.notices()).toContainEqual({
      code: "declared_size_wrong",
      params: expect.objectContaining({ stated: "A1:B2" }),
    })
  })

  it("leaves rows with totals out", async () => {
    const totalled = sheets(LINES).map((sheet) => ({
      ...sheet,
      rows: [...sheet.rows, row("Tổng cộng", null, ...Array(30).fill("1.000"))],
    }))
    const { read, tally } = await readSample(
      await writeByHand(totalled),
      own
    ).then(({ lines, tally: counted }) => ({
      read: lines.flatMap((one) => (one.ok ? [one.line] : [])),
      tally: counted,
    }))
    expectAll(read, LINES)
    expect(tally.refused).toBe(0)
    expect(tally.total_rows).toBeGreaterThan(0)
  })

  it("may be filled into the template", async () => {
    const book = new ExcelJS.Workbook()
    const template = await writeTemplate(own.format)
    await book.xlsx.load(template as unknown as ExcelJS.Buffer)
    const [sheet, guide] = book.worksheets
    expect(sheet.name).toBe(own.format.template.sheet)
    const headings = (sheet.getRow(1).values as string[]).slice(1)
    const filled = { [headings[0]]: "579000000000000001" }
    const { headings: names } = own.format.template
    filled[names.revenue ?? ""] = "270.000"
    filled[own.format.template.fee_headings[0]] = "-13.500"
    filled[names.net ?? ""] = "256.500"
    headings.forEach((heading, index) => {
      sheet.getCell(2, index + 1).value = filled[heading] ?? null
    })
    const written = Buffer.from(await book.xlsx.writeBuffer())
    const { read, tally } = await linesOf(written, own)
    expect(read).toMatchObject([
      {
        kind: "sale",
        external_order_id: "579000000000000001",
        amounts: { revenue: 270000, fees: -13500, adjustment: 0, net: 256500 },
      },
    ])
    expect(tally.notices()).toEqual([])
    const explained = guide.getColumn(1).values.slice(2).filter(Boolean)
    expect(explained.slice(0, headings.length)).toEqual(headings)
    const id_column = headings.indexOf(names.order_id ?? "") + 1
    expect(sheet.getCell(500, id_column).numFmt).toBe("@")
  })

  it("knows every heading and kind of its format once", () => {
    const { format } = own
    const headings = [
      ...format.columns,
      ...format.fee_columns,
      ...format.revenue_columns,
      ...format.detail_columns,
    ].flatMap(({ aliases }) => aliases.map((alias) => alias.toLowerCase()))
    expect(new Set(headings).size).toBe(headings.length)
    const kinds = format.kinds.flatMap(({ aliases }) => aliases)
    expect(new Set(kinds).size).toBe(kinds.length)
    const fee_names = format.fee_columns.flatMap(({ aliases }) => aliases)
    for (const heading of format.template.fee_headings) {
      expect(fee_names).toContain(heading)
    }
  })
})
