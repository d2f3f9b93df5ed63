import { TIKI_STATEMENT } from "../../../../providers/tiki/statement-format"
import { TIKTOK_SHOP_STATEMENT } from "../../../../providers/tiktok-shop/statement-format"
import { headsOf } from "../../../../workflows/statements/__fixtures__/heads-of"
import { SampleLine } from "../../../../workflows/statements/__fixtures__/sample-line"
import {
  mapCells,
  row,
  SampleSheet,
} from "../../../../workflows/statements/__fixtures__/sample-sheet"
import { tikiSheets } from "../../../../workflows/statements/__fixtures__/tiki-sample"
import { tiktokShopSheets } from "../../../../workflows/statements/__fixtures__/tiktok-shop-sample"
import { findTables, TableFinding } from "../find-tables"

const TIKTOK = {
  label: { en: "TikTok Shop", vi: "TikTok Shop" },
  format: TIKTOK_SHOP_STATEMENT,
}
const TIKI = { label: { en: "Tiki", vi: "Tiki" }, format: TIKI_STATEMENT }

const LINES: SampleLine[] = [
  {
    kind: "sale",
    order_id: "912345678",
    item_ref: "MUG-RED-M",
    quantity: 2,
    settled_at: new Date("2026-03-12T03:00:00Z"),
    revenue: 280000,
    fees: { commission: -28000, payment: -2800 },
  },
  { kind: "refund", order_id: "912345678", revenue: -45000, fees: {} },
]

const find = (sheets: SampleSheet[], own = TIKI, others = [TIKTOK]) =>
  findTables(headsOf(sheets), own, others)
const findTikTok = (sheets: SampleSheet[]) => find(sheets, TIKTOK, [TIKI])

const problemOf = (finding: TableFinding) =>
  finding.ok ? null : finding.problem
const sheetsOf = (finding: TableFinding) =>
  finding.ok
    ? finding.mapping.sheets.map(({ sheet, header_row, default_kind }) => [
        sheet,
        header_row,
        default_kind,
      ])
    : finding.problem
const columnOf = (finding: TableFinding, field: string) =>
  finding.ok
    ? finding.mapping.sheets[0].columns.find((one) => one.field === field)
        ?.column
    : undefined

const [SALES] = tikiSheets(LINES)
const SALES_ROWS = [...SALES.rows]
const only = (
  rows: Iterable<SampleSheet["rows"] extends Iterable<infer R> ? R : never>,
  name = SALES.name
) => [{ name, rows }]

describe("the tables of a file", () => {
  it("are found by the names of the sheets", () => {
    expect(sheetsOf(find(tikiSheets(LINES)))).toEqual([
      ["GD bán hàng", 1, "sale"],
      ["RMA", 1, "refund"],
    ])
    expect(sheetsOf(find(only(SALES_ROWS, "gd ban hang (2)")))).toEqual([
      ["gd ban hang (2)", 1, "sale"],
    ])
    for (const language of ["vi", "en"] as const) {
      const finding = findTikTok(tiktokShopSheets(LINES, { language }))
      expect(sheetsOf(finding)).toEqual([
        [language === "vi" ? "Chi tiết đơn hàng" : "Order details", 1, "sale"],
      ])
      expect(finding).toMatchObject({ notices: [] })
    }
  })

  it("survive decomposed letters, capitals, blanks and slashes", () => {
    const changed = mapCells(tiktokShopSheets(LINES), (cell) =>
      typeof cell === "string"
        ? `  ${cell.normalize("NFD").toUpperCase().replace("/", "\\")} `
        : cell
    ).map((sheet) => ({ ...sheet, name: sheet.name.normalize("NFD") }))
    expect(columnOf(findTikTok(changed), "order_id")).toBe(1)
  })

  it("begin below titles and blank rows", () => {
    const titled = [row("SAO KÊ KỲ 1"), row(null, "01/03 - 07/03"), row()]
    const finding = find(only([...titled, ...SALES_ROWS]))
    expect(sheetsOf(finding)).toEqual([["GD bán hàng", 4, "sale"]])
  })

  it("are not looked for below the tenth row", () => {
    const titled = Array.from({ length: 10 }, () => row("a", "b"))
    expect(problemOf(find(only([...titled, ...SALES_ROWS])))).toMatchObject({
      code: "unknown_columns",
      sheet: "GD bán hàng",
    })
  })

  it("may have headings in two rows", () => {
    const rows = [
      row("Mã đơn hàng", "Doanh thu", "Phí", null, "Lợi nhuận"),
      row(null, null, "Phí chiết khấu", "Phí thanh toán", null),
      row("912345678", 100000, -10000, -1000, 89000),
    ]
    const finding = find(only(rows))
    expect(sheetsOf(finding)).toEqual([["GD bán hàng", 2, "sale"]])
    expect(finding).toMatchObject({
      mapping: {
        sheets: [
          {
            columns: [
              { column: 1, field: "order_id" },
              { column: 2, field: "revenue" },
              { column: 3, fee: "commission" },
              { column: 4, fee: "payment" },
              { column: 5, field: "net" },
            ],
          },
        ],
      },
    })
  })

  it("are not guessed below merged headings", () => {
    const rows = [
      row("Mã đơn hàng", "Doanh thu", "Tổng phí", null, "Lợi nhuận"),
      row("912345678", 100000, -10000, -1000, 89000),
    ]
    expect(problemOf(find(only(rows)))).toEqual({
      code: "merged_headings",
      sheet: "GD bán hàng",
      row: 1,
      column: "C",
      params: { heading: "Tổng phí" },
    })
  })

  it("are not guessed from the same heading twice", () => {
    const rows = [
      row("Mã đơn hàng", "Doanh thu", "Tổng phí", "Lợi nhuận", " DOANH THU"),
      row("912345678", 100000, -10000, 90000, 100000),
    ]
    expect(problemOf(find(only(rows)))).toMatchObject({
      code: "duplicate_columns",
      row: 1,
      column: "E",
    })
  })

  it("use the better known of two headings for one thing", () => {
    const rows = [
      row("Giá bán", "Mã đơn hàng", "Doanh thu", "Tổng phí", "Lợi nhuận"),
      row(50000, "912345678", 100000, -10000, 90000),
    ]
    expect(columnOf(find(only(rows)), "revenue")).toBe(3)
  })

  it("are told about with what is unknown, missing or left out", () => {
    const rows = SALES_ROWS.map(({ cells }, index) =>
      row(...cells, index === 0 ? "Cột lạ" : "?")
    )
    const finding = find([
      { name: "RMA", rows },
      { name: "Bản nháp", rows: [row("a", "b")] },
      { name: "Hướng dẫn", rows: [row("a", "b")] },
    ])
    expect(finding).toMatchObject({
      notices: [
        { code: "unknown_columns", params: { columns: ["Cột lạ"] } },
        { code: "sheet_missing", params: { sheets: ["GD bán hàng"] } },
        { code: "sheet_ignored", params: { sheets: ["Bản nháp"] } },
      ],
    })
  })

  it("are taken from a sheet under any name when most headings are known", () => {
    expect(sheetsOf(find(only(SALES_ROWS, "Sheet1")))).toEqual([
      ["Sheet1", 1, "sale"],
    ])
    const strange = SALES_ROWS.map(({ cells }) =>
      row(...cells, "Lạ", ...cells.map((_, index) => `Lạ ${index}`))
    )
    expect(problemOf(find(only(strange, "Sheet1")))).toMatchObject({
      code: "unknown_columns",
      params: { sheets: "Sheet1" },
    })
  })

  it("of another marketplace are called by its name", () => {
    const vietnamese = tiktokShopSheets(LINES)
    const renamed = vietnamese.map((sheet, index) => ({
      ...sheet,
      name: `Sheet${index}`,
    }))
    for (const sheets of [vietnamese, renamed]) {
      expect(problemOf(find(sheets))).toMatchObject({
        code: "other_marketplace",
        params: { marketplace: TIKTOK.label },
      })
    }
    expect(problemOf(findTikTok(tikiSheets(LINES)))).toMatchObject({
      code: "other_marketplace",
      params: { marketplace: TIKI.label },
    })
  })

  it("are not looked for in exports that only look alike", () => {
    const unsettled = [
      { name: "Đơn hàng chưa quyết toán và kho", rows: [row("a", "b")] },
      {
        name: "Chi tiết đơn hàng",
        rows: [
          row("ID đơn hàng/điều chỉnh", "Số tiền quyết toán ước tính"),
          row("579000000000000001", "1000"),
        ],
      },
      { name: "OrderSKUList", rows: [row("Order ID", "SKU ID")] },
    ]
    for (const sheet of unsettled) {
      expect(problemOf(findTikTok([sheet]))).toMatchObject({
        code: "look_alike",
        params: { name: { vi: expect.any(String), en: expect.any(String) } },
      })
      expect(problemOf(find([sheet]))?.code).toBe("look_alike")
    }
  })

  it("need a way to know the net", () => {
    const rows = [row("Mã đơn hàng", "Doanh thu"), row("912345678", 1000)]
    expect(problemOf(find(only(rows)))).toMatchObject({
      code: "unknown_columns",
      sheet: "GD bán hàng",
      row: 1,
    })
  })

  it("are a person's to explain when no row adds up", () => {
    const rowsOf = (count: number, net: number) => [
      row("Mã đơn hàng", "Doanh thu", "Tổng phí", "Lợi nhuận"),
      ...Array.from({ length: count }, (_, index) =>
        row(`91234567${index}`, 100000, -10000, net)
      ),
    ]
    expect(problemOf(find(only(rowsOf(5, 70000))))).toEqual({
      code: "unknown_columns",
      sheet: "GD bán hàng",
      row: 1,
      column: null,
      params: { reason: "sum_differs" },
    })
    const right = row("912345679", 100000, -10000, 90000)
    expect(problemOf(find(only([...rowsOf(5, 70000), right])))).toBeNull()
    expect(problemOf(find(only(rowsOf(4, 70000))))).toBeNull()
  })

  it("are none in a file without any", () => {
    expect(problemOf(find([]))?.code).toBe("no_lines")
    expect(problemOf(find(only([])))?.code).toBe("no_lines")
    expect(problemOf(find(only([row("Không có dữ liệu")])))?.code).toBe(
      "no_lines"
    )
  })
})
