import { TIKI_STATEMENT } from "../../../../providers/tiki/statement-format"
import { TIKTOK_SHOP_STATEMENT } from "../../../../providers/tiktok-shop/statement-format"
import { headsOf } from "../../../../workflows/statements/__fixtures__/heads-of"
import { SampleLine } from "../../../../workflows/statements/__fixtures__/sample-line"
import {
  row,
  SampleRow,
  SampleSheet,
} from "../../../../workflows/statements/__fixtures__/sample-sheet"
import { tikiSheets } from "../../../../workflows/statements/__fixtures__/tiki-sample"
import { tiktokShopSheets } from "../../../../workflows/statements/__fixtures__/tiktok-shop-sample"
import { rowKey } from "../../row-keys"
import { LineReader, RowReading } from "../line-reader"
import { mapSheet } from "../map-sheet"
import { readTotals } from "../read-totals"

const ORDER = "579000000000000001"
const SALE: SampleLine = {
  kind: "sale",
  order_id: ORDER,
  item_ref: "MUG-RED-M",
  quantity: 2,
  ordered_at: new Date("2026-03-02T03:00:00Z"),
  settled_at: new Date("2026-03-12T03:00:00Z"),
  revenue: 270000,
  fees: { payment: -13500, commission: -8100 },
}

function readSheet(
  sheet: SampleSheet,
  format = TIKTOK_SHOP_STATEMENT,
  currency_code = "vnd"
): RowReading[] {
  const [head] = headsOf([sheet], Infinity)
  const { mapping } = mapSheet(head, format, "sale")
  if (!mapping) {
    throw new Error("no table")
  }
  const reader = new LineReader(mapping, { format, currency_code, head })
  return head.rows
    .filter((one) => one.row > mapping.header_row)
    .map((one) => reader.read(one))
}

const tiktok = (line: SampleLine, options = {}) => {
  const sheets = tiktokShopSheets([line], { totals: null, ...options })
  return readSheet(sheets[0])[0]
}
const tiki = (line: SampleLine) => {
  const sheets = tikiSheets([line])
  return readSheet(sheets[sheets.length - 1], TIKI_STATEMENT)[0]
}
const lineOf = (reading: RowReading) => {
  if ("skipped" in reading || !reading.ok) {
    throw new Error(JSON.stringify(reading))
  }
  return reading.line
}
const refusalsOf = (reading: RowReading) => {
  if ("skipped" in reading || reading.ok) {
    throw new Error("was not refused")
  }
  return reading.line.refusals
}

describe("a row of TikTok Shop's income workbook", () => {
  it("is a line, in both languages", () => {
    for (const language of ["vi", "en"]) {
      expect(lineOf(tiktok(SALE, { language }))).toMatchObject({
        row: 2,
        kind: "sale",
        external_order_id: ORDER,
        external_line_id: null,
        ordered_at: new Date("2026-03-01T17:00:00Z"),
        settled_at: new Date("2026-03-11T17:00:00Z"),
        currency_code: "vnd",
        amounts: { revenue: 270000, fees: -21600, adjustment: 0, net: 248400 },
        fee_parts: [
          { kind: "payment", amount: -13500 },
          { kind: "commission", amount: -8100 },
        ],
      })
    }
  })

  it("has times in UTC where its headings say so", () => {
    const { settled_at } = lineOf(tiktok(SALE, { is_utc: true }))
    expect(settled_at).toEqual(new Date("2026-03-12T00:00:00Z"))
  })

  it("is known to be the same in either zone where it has a time", () => {
    const settled = "Thời gian quyết toán đơn hàng"
    const at = (day: string, is_utc: boolean) => {
      const heading = is_utc ? `${settled} (UTC)` : settled
      const cells = { [heading]: day }
      return rowKey(lineOf(tiktok({ ...SALE, cells }, { is_utc })))
    }
    expect(at("2026/03/12 23:30:00", true)).toBe(
      at("2026/03/13 06:30:00", false)
    )
    expect(at("2026/03/12 03:00:00", true)).toBe(
      at("2026/03/12 10:00:00", false)
    )
  })

  it("of an adjustment has an id of its own and belongs to the related order", () => {
    const adjustment: SampleLine = {
      kind: "compensation",
      order_id: ORDER,
      line_id: "740000000000000009",
      adjustment: 50000,
    }
    expect(lineOf(tiktok(adjustment))).toMatchObject({
      kind: "compensation",
      raw_kind: "Bồi thường do vận chuyển-kho vận",
      external_order_id: ORDER,
      external_line_id: "740000000000000009",
      amounts: { revenue: 0, fees: 0, adjustment: 50000, net: 50000 },
    })
    const alone = lineOf(tiktok({ ...adjustment, order_id: null }))
    expect(alone.external_order_id).toBeNull()
    const strange = { ...adjustment, word: "Thưởng Tết" }
    expect(lineOf(tiktok(strange))).toMatchObject({
      kind: "unknown",
      raw_kind: "Thưởng Tết",
      external_order_id: ORDER,
    })
  })

  it("is a refund when more goes back than comes in", () => {
    const refund: SampleLine = { ...SALE, revenue: -45000, fees: {} }
    expect(lineOf(tiktok(refund)).kind).toBe("refund")
    const fees_only: SampleLine = { ...SALE, revenue: 0 }
    expect(lineOf(tiktok(fees_only)).kind).toBe("sale")
  })

  it.each([
    ["ID đơn hàng/điều chỉnh", 579000000000000001, "damaged_id"],
    ["ID đơn hàng/điều chỉnh", "5.79E+17", "damaged_id"],
    ["ID đơn hàng/điều chỉnh", null, "missing_id"],
    ["Tổng số tiền quyết toán", "abc", "not_an_amount"],
    ["Tổng số tiền quyết toán", 248400.5, "fraction_of_unit"],
    ["Tổng số tiền quyết toán", { formula: "A1" }, "formula_without_value"],
    ["Tổng phí", { error: "#REF!" }, "error_value"],
    ["Phí giao dịch", "13,5", "fraction_of_unit"],
    ["Thời gian quyết toán đơn hàng", "31/02/2026", "not_a_date"],
    ["Đơn vị tiền tệ", "USD", "other_currency"],
    ["Tổng số tiền quyết toán", "248401", "sum_differs"],
  ])("is refused for %s = %j: %s", (heading, cell, code) => {
    const reading = tiktok({ ...SALE, cells: { [heading]: cell } })
    expect(refusalsOf(reading)).toEqual([
      expect.objectContaining({ code, column: heading }),
    ])
  })

  it("names everything that is wrong with it, and keeps its cells", () => {
    const reading = tiktok({
      ...SALE,
      cells: {
        "ID đơn hàng/điều chỉnh": "5.79E+17",
        "Tổng phí": "x".repeat(300),
      },
    })
    expect(
      refusalsOf(reading)
        .map(({ code }) => code)
        .sort()
    ).toEqual(["damaged_id", "not_an_amount"])
    expect(refusalsOf(reading).map(({ value }) => value?.length)).toContain(100)
    expect(reading).toMatchObject({
      line: { row: 2, raw: { "ID đơn hàng/điều chỉnh": "5.79E+17" } },
    })
  })

  it("takes its net from its parts, its revenue from its subtotals", () => {
    const without_net: SampleLine = {
      ...SALE,
      cells: {
        "Tổng số tiền quyết toán": null,
        "Tổng doanh thu": null,
        "Tổng phụ trước giảm giá": "300000",
        "Giảm giá của người bán": "-30000",
      },
    }
    expect(lineOf(tiktok(without_net)).amounts).toEqual({
      revenue: 270000,
      fees: -21600,
      adjustment: 0,
      net: 248400,
    })
  })
})

describe("a row of Tiki's statement", () => {
  it("is a line of one product", () => {
    const line = lineOf(tiki({ ...SALE, order_id: "912345678" }))
    expect(line).toMatchObject({
      kind: "sale",
      external_order_id: "912345678",
      item_ref: "MUG-RED-M",
      quantity: 2,
      settled_at: new Date("2026-03-12T03:00:00Z"),
      amounts: { revenue: 270000, fees: -21600, net: 248400 },
    })
    expect(line.raw).toMatchObject({ STT: 1, "Mã đơn hàng": "912345678" })
  })

  it("may be negative: the seller kept the cash and owes the fees", () => {
    const cash: SampleLine = { ...SALE, revenue: 0 }
    expect(lineOf(tiki(cash)).amounts.net).toBe(-21600)
  })

  it("may state its fees without a sign", () => {
    const cells = {
      "Phí chiết khấu": 8100,
      "Phí thanh toán": 13500,
      "Tổng phí": 21600,
    }
    expect(lineOf(tiki({ ...SALE, cells }))).toMatchObject({
      amounts: { revenue: 270000, fees: -21600, net: 248400 },
      fee_parts: [{ amount: -8100 }, { amount: -13500 }],
    })
  })
})

describe("rows that are no lines", () => {
  const HEADINGS = row("Mã đơn hàng", "Tên sản phẩm", "Lợi nhuận")
  const read = (...rows: SampleRow[]) =>
    readSheet(
      { name: "GD bán hàng", rows: [HEADINGS, ...rows] },
      TIKI_STATEMENT
    )

  it("are totals, blanks and repeated headings", () => {
    const skipped = read(
      row("Tổng cộng", null, 1000),
      row(null, "Tổng:", 1000),
      row("TOTAL", null, 1000),
      row("  ", " ", ""),
      HEADINGS
    )
    expect(skipped).toEqual([
      { skipped: "total" },
      { skipped: "total" },
      { skipped: "total" },
      { skipped: "blank" },
      { skipped: "headings" },
    ])
  })

  it("but not rows with an order, or with a loss of one", () => {
    const [order, lost] = read(
      row("912345678", "Tổng", 1000),
      row(null, "Cốc", 9)
    )
    expect(lineOf(order).external_order_id).toBe("912345678")
    expect(refusalsOf(lost)).toMatchObject([{ code: "missing_id" }])
  })
})

describe("the sheet with totals", () => {
  it("states the sums of the file", () => {
    const [totals] = tiktokShopSheets([SALE, SALE])
    const [head] = headsOf([totals])
    expect(readTotals(head.rows, TIKTOK_SHOP_STATEMENT, "vnd")).toEqual({
      revenue: 540000,
      fees: -43200,
      adjustment: 0,
      net: 496800,
    })
    expect(readTotals([], TIKTOK_SHOP_STATEMENT, "vnd")).toEqual({})
  })
})
