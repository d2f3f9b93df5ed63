import {
  choiceOf,
  columnLetter,
  columnsAtFault,
  draftsOf,
  mappingOf,
  mappingProblems,
  meaningOf,
} from "../lib/statement-mapping"
import type { SheetPreview } from "../lib/types"

const NOTES: SheetPreview = {
  name: "Ghi chú",
  rows: [{ row: 1, cells: ["Xin chào"] }],
  mapping: null,
}
const SALES: SheetPreview = {
  name: "Bán hàng",
  rows: [
    { row: 1, cells: ["Báo cáo"] },
    { row: 2, cells: ["Mã", "Thực nhận", "Thu khác"] },
    { row: 3, cells: ["123", "1000", "5"] },
  ],
  mapping: {
    sheet: "Bán hàng",
    header_row: 2,
    default_kind: "refund",
    utc_columns: [],
    columns: [
      { column: 1, heading: "Mã", field: "order_id" },
      { column: 2, heading: "Thực nhận", field: "net" },
      { column: 3, heading: "Thu khác", fee: "service_program" },
    ],
  },
}
const SHEETS = [NOTES, SALES]

describe("a mapping of columns", () => {
  it("starts with what is suggested, and sends just that when nothing is changed", () => {
    expect(mappingOf(draftsOf(SHEETS), SHEETS)).toEqual({
      sheets: [SALES.mapping],
    })
    expect(mappingProblems(draftsOf(SHEETS), SHEETS)).toEqual([])
  })

  it("takes the headings of the row that was chosen", () => {
    const [notes, sales] = draftsOf(SHEETS)
    const [sheet] = mappingOf(
      [notes, { ...sales, header_row: 1 }],
      SHEETS
    ).sheets
    expect(sheet.columns.map(({ heading }) => heading)).toEqual([
      "Báo cáo",
      "",
      "",
    ])
  })

  it("says what is missing, and which columns are at fault", () => {
    const [notes, sales] = draftsOf(SHEETS)
    expect(
      mappingProblems([{ ...notes, included: true }, sales], SHEETS).map(
        ({ code, sheet }) => [code, sheet]
      )
    ).toEqual([
      ["no_order_column", "Ghi chú"],
      ["no_amount_column", "Ghi chú"],
    ])
    const twice = {
      ...sales,
      meanings: { ...sales.meanings, 3: { field: "net" as const } },
    }
    const [problem] = mappingProblems([twice], SHEETS)
    expect(problem.code).toBe("field_twice")
    expect(columnsAtFault(problem, twice)).toEqual([2, 3])
    expect(mappingProblems([notes], SHEETS)[0].code).toBe("no_sheet")
  })

  it("keeps a meaning through a choice", () => {
    for (const meaning of [
      { field: "order_id" as const },
      { fee: "vat" as const },
    ]) {
      expect(meaningOf(choiceOf(meaning))).toEqual(meaning)
    }
    expect(meaningOf("")).toBeUndefined()
  })

  it.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [52, "AZ"],
    [53, "BA"],
    [703, "AAA"],
  ])("names column %d as a workbook does", (column, letter) => {
    expect(columnLetter(column)).toBe(letter)
  })
})
