import { headsOf } from "../../../../workflows/statements/__fixtures__/heads-of"
import {
  row,
  SampleSheet,
} from "../../../../workflows/statements/__fixtures__/sample-sheet"
import { MappedColumn, StatementMapping } from "../../statement-mapping"
import { checkMapping } from "../check-mapping"
import { fitMapping, headingsSignature } from "../remembered-mapping"

const COLUMNS: MappedColumn[] = [
  { column: 1, heading: "Mã", field: "order_id" },
  { column: 2, heading: "Thu", field: "revenue" },
  { column: 3, heading: "Phí", fee: "commission" },
]
const mappingOf = (columns = COLUMNS, sheet = "A"): StatementMapping => ({
  sheets: [
    { sheet, header_row: 2, default_kind: "sale", utc_columns: [], columns },
  ],
})
const codes = (mapping: StatementMapping) =>
  checkMapping(mapping, [{ sheet: "A" }]).map(({ code }) => code)

describe("a person's mapping", () => {
  it("is accepted when it tells an order and what is paid", () => {
    expect(codes(mappingOf())).toEqual([])
    const net: MappedColumn = { column: 4, heading: "", field: "net" }
    expect(codes(mappingOf([COLUMNS[0], net]))).toEqual([])
  })

  it("is refused with what is wrong", () => {
    const [id, revenue, fee] = COLUMNS
    expect(codes({ sheets: [] })).toEqual(["no_sheet"])
    expect(codes(mappingOf([revenue, fee]))).toEqual(["no_order_column"])
    expect(codes(mappingOf([id, revenue]))).toEqual(["no_amount_column"])
    expect(codes(mappingOf(COLUMNS, "B"))).toEqual(["unknown_sheet"])
    expect(codes(mappingOf([...COLUMNS, { ...fee, column: 0 }]))).toEqual([
      "unknown_column",
    ])
    expect(codes(mappingOf([...COLUMNS, { ...fee, column: 1 }]))).toEqual([
      "column_twice",
    ])
    expect(codes(mappingOf([...COLUMNS, { ...id, column: 9 }]))).toEqual([
      "field_twice",
    ])
    const parts: MappedColumn[] = [4, 5].map((column) => ({
      column,
      heading: "",
      field: "revenue_part",
    }))
    expect(codes(mappingOf([...COLUMNS, ...parts]))).toEqual([])
    const { sheets } = mappingOf()
    expect(codes({ sheets: [...sheets, ...sheets] })).toEqual(["unknown_sheet"])
  })
})

describe("a remembered mapping", () => {
  const file = (name: string, ...headings: string[]): SampleSheet => ({
    name,
    rows: [row("Sao kê"), row(...headings), row("1", "2", "3")],
  })
  const fit = (...sheets: SampleSheet[]) =>
    fitMapping(mappingOf(), headsOf(sheets))

  it("holds for files with the same headings", () => {
    expect(fit(file(" a", "MÃ", "Thu ", "Phí (VND)"))).toEqual(
      mappingOf(COLUMNS, " a")
    )
    expect(fit(file("Trang tính1", "Mã", "Thu", "Phí"))).toEqual(
      mappingOf(COLUMNS, "Trang tính1")
    )
  })

  it("does not hold for others", () => {
    expect(fit(file("A", "Mã", "Phí", "Thu"))).toBeNull()
    expect(fit(file("B", "Mã", "Thu", "?"))).toBeNull()
    expect(fit(file("B", "Mã", "Thu", "Phí"), file("C", "x"))).toBeNull()
  })

  it("is kept under its headings, not under its meanings", () => {
    const other = mappingOf([
      { ...COLUMNS[0], heading: " mã" },
      COLUMNS[1],
      { column: 3, heading: "Phí", fee: "payment" },
    ])
    expect(headingsSignature(other)).toBe(headingsSignature(mappingOf()))
    expect(headingsSignature(mappingOf(COLUMNS, "B"))).not.toBe(
      headingsSignature(mappingOf())
    )
    expect(headingsSignature(mappingOf(COLUMNS.slice(1)))).not.toBe(
      headingsSignature(mappingOf())
    )
  })
})
