import { PassThrough } from "node:stream"
import { buffer } from "node:stream/consumers"
import ExcelJS from "exceljs"
import { SheetColumn, writeSheet, WrittenSheet } from "../write-sheet"

type Row = { id: string; amount: number; at: Date | null }

const COLUMNS: SheetColumn<Row>[] = [
  { heading: "Mã đơn hàng", kind: "text", value: ({ id }) => id },
  { heading: "Số tiền", kind: "money", value: ({ amount }) => amount },
  { heading: "Ngày", kind: "date_time", value: ({ at }) => at },
]

async function writtenSheet(sheet: WrittenSheet<Row>) {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeSheet(out, sheet)])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book.worksheets[0]
}

describe("a written sheet", () => {
  it("has its headings, and cells of their kinds", async () => {
    const sheet = await writtenSheet({
      name: "Khiếu nại: 1/2",
      columns: COLUMNS,
      rows: [
        {
          id: "579000000000000001",
          amount: -1234567,
          at: new Date("2026-03-02T20:30:00Z"),
        },
        { id: "", amount: 0, at: null },
      ],
      total: { id: "Tổng", amount: -1234567, at: null },
    })

    expect(sheet.name).toBe("Khiếu nại  1 2")
    expect(sheet.getRow(1).values).toEqual([
      undefined,
      "Mã đơn hàng",
      "Số tiền",
      "Ngày",
    ])
    expect(sheet.getCell("A2").value).toBe("579000000000000001")
    expect(sheet.getCell("A2").numFmt).toBe("@")
    expect(sheet.getCell("B2").value).toBe(-1234567)
    expect(sheet.getCell("B2").numFmt).toBe("#,##0")
    expect(sheet.getCell("C2").value).toEqual(new Date("2026-03-03T03:30:00Z"))
    expect(sheet.getCell("C3").value).toBeNull()
    expect(sheet.getCell("A4").value).toBe("Tổng")
    expect(sheet.getCell("A4").font.bold).toBe(true)
    expect(sheet.rowCount).toBe(4)
  })

  it.each([
    "=1+1",
    "+84",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "  =1",
    "\u200b=1",
    "＝1+1",
    "\r\n=1",
  ])("never has %j as it stands", async (id) => {
    const sheet = await writtenSheet({
      name: "x",
      columns: COLUMNS,
      rows: [{ id, amount: 1, at: null }],
    })

    expect(sheet.getCell("A2").type).toBe(ExcelJS.ValueType.String)
    expect(String(sheet.getCell("A2").value)).toMatch(/^'/)
  })

  it.each(["579000000000000001", "Ly sứ đỏ = đẹp", "a-b", "Đơn 1+1"])(
    "leaves %j alone",
    async (id) => {
      const sheet = await writtenSheet({
        name: "x",
        columns: COLUMNS,
        rows: [{ id, amount: 1, at: null }],
      })

      expect(sheet.getCell("A2").value).toBe(id)
    }
  )

  it("shows all lines of a text where a column says so", async () => {
    const sheet = await writtenSheet({
      name: "x",
      columns: [
        { ...COLUMNS[0], wrap: true },
        { ...COLUMNS[0], heading: "Mã" },
      ],
      rows: [{ id: "một\nhai", amount: 1, at: null }],
    })

    expect(sheet.getCell("A2").alignment?.wrapText).toBe(true)
    expect(sheet.getCell("A2").value).toBe("một\nhai")
    expect(sheet.getCell("B2").alignment?.wrapText).toBeFalsy()
  })

  it("reads no further when whoever asked hangs up", async () => {
    const out = new PassThrough()
    let read = 0
    async function* rows(): AsyncIterable<Row> {
      for (; read < 1_000_000; read++) {
        yield { id: `${read}${Math.random()}`, amount: read, at: null }
      }
    }
    setTimeout(() => out.destroy(), 200)

    await expect(
      writeSheet(out, { name: "x", columns: COLUMNS, rows: rows() })
    ).rejects.toThrow()
    expect(read).toBeLessThan(1_000_000)
  })

  it("fails with what its rows fail with", async () => {
    const out = new PassThrough()
    out.resume()
    async function* rows(): AsyncIterable<Row> {
      yield { id: "1", amount: 1, at: null }
      throw new Error("the rows broke off")
    }

    await expect(
      writeSheet(out, { name: "x", columns: COLUMNS, rows: rows() })
    ).rejects.toThrow("the rows broke off")
  })
})
