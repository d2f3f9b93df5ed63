import fc from "fast-check"
import { CellValue, ErrorCell, NumberCell } from "../cell-value"
import { readAmount } from "../read-amount"
import { readDate } from "../read-date"
import { readId } from "../read-id"
import { readQuantity } from "../read-quantity"

const number = (value: number, written = String(value)): NumberCell => ({
  type: "number",
  number: value,
  written,
})
const date = (serial: number): CellValue => ({ type: "date", serial })
const error: ErrorCell = { type: "error", error: "#REF!" }
const unsaved: CellValue = { type: "formula", result: null }
const yes: CellValue = { type: "boolean", boolean: true }

const amount = (cell: CellValue, exponent = 0) => {
  const reading = readAmount(cell, exponent)
  return reading.ok ? reading.value : reading.code
}

describe("an amount in đồng", () => {
  it.each([
    ["233250", 233250],
    ["-36750", -36750],
    ["1.234", 1234],
    ["1,234", 1234],
    ["1.234.567", 1234567],
    ["12,345,678", 12345678],
    ["1 234 567", 1234567],
    ["1\u00a0234\u00a0567 ₫", 1234567],
    ["1.234,00", 1234],
    ["1,234.00", 1234],
    ["1234.00", 1234],
    ["1234,0", 1234],
    ["0.000", 0],
    ["-0", 0],
    ["450.000 đ", 450000],
    ["450.000đ", 450000],
    ["₫450,000", 450000],
    ["VND 450000", 450000],
    ["450000 VNĐ", 450000],
    ["−45.000", -45000],
    ["–45.000", -45000],
    ["(45.000)", -45000],
    ["-45.000 ₫", -45000],
    ["45.000-", -45000],
    ["+45.000", 45000],
    ["'45000", 45000],
    ["\u200b45000\ufeff", 45000],
  ])("reads %j", (text, expected) => {
    expect(amount(text)).toBe(expected)
  })

  it.each(["", " ", "/", "-", "—", "N/A", "\u200b"])(
    "takes %j as nothing",
    (text) => {
      expect(amount(text)).toBeNull()
    }
  )

  it.each([
    ["1234.5", "fraction_of_unit"],
    ["1.234,50", "fraction_of_unit"],
    ["0.123", "fraction_of_unit"],
    ["12,5", "fraction_of_unit"],
    ["1234.567", "fraction_of_unit"],
    ["1.23.456", "not_an_amount"],
    ["12.34.567", "not_an_amount"],
    ["1,234.567,89", "not_an_amount"],
    ["1.2E+6", "not_an_amount"],
    ["(-5)", "not_an_amount"],
    ["--5", "not_an_amount"],
    ["+5-", "not_an_amount"],
    ["10%", "not_an_amount"],
    ["miễn phí", "not_an_amount"],
    ["99999999999999999999", "not_an_amount"],
    ["#REF!", "error_value"],
  ])("refuses %j", (text, code) => {
    expect(amount(text)).toBe(code)
  })

  it("reads cells that are no text", () => {
    expect(amount(number(1234))).toBe(1234)
    expect(amount(number(-0))).toBe(0)
    expect(amount(number(1.5))).toBe("fraction_of_unit")
    expect(amount(number(36749.999999999993))).toBe(36750)
    expect(amount(number(1e300))).toBe("not_an_amount")
    expect(amount(date(45000))).toBe("not_an_amount")
    expect(amount(yes)).toBe("not_an_amount")
    expect(amount(error)).toBe("error_value")
    expect(amount(unsaved)).toBe("formula_without_value")
    expect(amount({ type: "formula", result: number(7) })).toBe(7)
    expect(amount({ type: "formula", result: "1.234" })).toBe(1234)
    expect(amount({ type: "formula", result: error })).toBe("error_value")
    expect(amount(null)).toBeNull()
  })

  it("keeps the decimals of currencies that have them", () => {
    expect(amount("1.234,56", 2)).toBe(123456)
    expect(amount("12.5", 2)).toBe(1250)
    expect(amount(number(0.29), 2)).toBe(29)
    expect(amount("12.345,678", 2)).toBe("fraction_of_unit")
  })

  it("is the same however it is grouped, signed and marked", () => {
    const style = fc.record({
      group: fc.constantFrom("", ".", ",", " "),
      decimals: fc.constantFrom("", "0", "00"),
      mark: fc.constantFrom("", " ₫", "đ", " VND"),
      minus: fc.constantFrom("-", "−", "()"),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        style,
        (value, { group, decimals, mark, minus }) => {
          const digits = String(Math.abs(value))
          const grouped = digits.replace(/\B(?=(\d{3})+$)/g, group)
          const point = group === "." ? "," : "."
          const text = decimals ? `${grouped}${point}${decimals}` : grouped
          const signed =
            value >= 0 ? text : minus === "()" ? `(${text})` : `${minus}${text}`
          expect(amount(`${signed}${mark}`)).toBe(value)
        }
      )
    )
  })

  it("is never made up: any text is an integer, nothing or refused", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = amount(text)
        expect(
          value === null ||
            typeof value === "string" ||
            Number.isSafeInteger(value)
        ).toBe(true)
      })
    )
  })
})

describe("an id", () => {
  const id = (cell: CellValue) => {
    const reading = readId(cell)
    return reading.ok ? reading.value : reading.code
  }

  it.each([
    ["579000000000000001", "579000000000000001"],
    ["'579000000000000001", "579000000000000001"],
    [" 579 000000000000001\u200b ", "579000000000000001"],
    ["912345678.0", "912345678"],
    ["912345678.00", "912345678"],
    ["A-12/3", "A-12/3"],
  ])("reads %j", (text, expected) => {
    expect(id(text)).toBe(expected)
  })

  it.each([
    "5.79E+17",
    "5,79E+17",
    "5.79e17",
    "5E17",
    "912.345.678",
    "912,345",
    "1.000",
  ])("refuses %j as damaged", (text) => {
    expect(id(text)).toBe("damaged_id")
  })

  it("takes numbers only while they are exact", () => {
    expect(id(number(912345678))).toBe("912345678")
    expect(id(number(9007199254740991))).toBe("9007199254740991")
    expect(id(number(9007199254740992))).toBe("damaged_id")
    expect(id(number(5.79e17, "579000000000000001"))).toBe("damaged_id")
    expect(id(number(1234567890123450))).toBe("damaged_id")
    expect(id(number(12.5))).toBe("damaged_id")
    expect(id(number(-5))).toBe("damaged_id")
    expect(id(date(45000))).toBe("damaged_id")
    expect(id(error)).toBe("error_value")
    expect(id(unsaved)).toBe("formula_without_value")
    expect(id({ type: "formula", result: "123" })).toBe("123")
  })

  it.each(["", "/", "-", null])("takes %j as none", (cell) => {
    expect(id(cell)).toBeNull()
  })

  it("keeps every digit of a text", () => {
    const digits = fc.stringMatching(/^[1-9]\d{5,24}$/)
    fc.assert(fc.property(digits, (text) => expect(id(text)).toBe(text)))
  })
})

describe("a date", () => {
  const at = (cell: CellValue, offset = 420) => {
    const reading = readDate(cell, offset)
    return reading.ok ? (reading.value?.toISOString() ?? null) : reading.code
  }

  it.each([
    ["2026/03/12", "2026-03-11T17:00:00.000Z"],
    ["2026-03-12", "2026-03-11T17:00:00.000Z"],
    ["12/03/2026", "2026-03-11T17:00:00.000Z"],
    ["12-3-2026", "2026-03-11T17:00:00.000Z"],
    ["12/03/2026 08:30", "2026-03-12T01:30:00.000Z"],
    ["12/03/2026 08:30:15", "2026-03-12T01:30:15.000Z"],
    ["2026/03/12 08:30:15", "2026-03-12T01:30:15.000Z"],
    ["08:30 12/03/2026", "2026-03-12T01:30:00.000Z"],
    ["12/03/2026 08:30 CH", "2026-03-12T13:30:00.000Z"],
    ["12/03/2026 12:10 am", "2026-03-11T17:10:00.000Z"],
    ["2026-03-12T08:30:00+07:00", "2026-03-12T01:30:00.000Z"],
    ["2026-03-12T08:30:00Z", "2026-03-12T08:30:00.000Z"],
    ["46093", "2026-03-11T17:00:00.000Z"],
  ])("reads %j", (text, expected) => {
    expect(at(text)).toBe(expected)
  })

  it.each([
    "31/02/2026",
    "13/25/2026",
    "03/13/2026",
    "2026/13/01",
    "12/03/26",
    "25:00 12/03/2026",
    "12/03/2026 13:00 PM",
    "hôm qua",
    "12345678",
    "1999/01/01",
  ])("refuses %j", (text) => {
    expect(at(text)).toBe("not_a_date")
  })

  it("reads serials of the workbook, and UTC where the heading says so", () => {
    expect(at(date(46093.5))).toBe("2026-03-12T05:00:00.000Z")
    expect(at(number(46093))).toBe("2026-03-11T17:00:00.000Z")
    expect(at(number(233250))).toBe("not_a_date")
    expect(at("2026/03/12", 0)).toBe("2026-03-12T00:00:00.000Z")
    expect(at(unsaved)).toBe("formula_without_value")
    expect(at(yes)).toBe("not_a_date")
    expect(at("/")).toBeNull()
  })

  it("is the same in every way of writing it", () => {
    const moment = fc.date({
      min: new Date("2000-01-02T00:00:00Z"),
      max: new Date("2199-12-30T00:00:00Z"),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moment, (when) => {
        const second = new Date(Math.floor(when.getTime() / 1000) * 1000)
        const iso = new Date(second.getTime() + 420 * 60_000).toISOString()
        const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)]
        const [year, month, date_of_month] = day.split("-")
        const local = second.getTime() + 420 * 60_000
        const serial = local / 86_400_000 + 25569
        for (const cell of [
          `${day.replaceAll("-", "/")} ${time}`,
          `${date_of_month}/${month}/${year} ${time}`,
          date(serial),
        ]) {
          expect(at(cell)).toBe(second.toISOString())
        }
      })
    )
  })
})

describe("a quantity", () => {
  const pieces = (cell: CellValue) => {
    const reading = readQuantity(cell)
    return reading.ok ? reading.value : reading.code
  }

  it("is a number of pieces", () => {
    expect(pieces("2")).toBe(2)
    expect(pieces("-1")).toBe(-1)
    expect(pieces(number(3))).toBe(3)
    expect(pieces("1.000")).toBe(1000)
    expect(pieces(null)).toBeNull()
    expect(pieces("1.5")).toBe("not_a_quantity")
    expect(pieces("hai")).toBe("not_a_quantity")
    expect(pieces(number(1e12))).toBe("not_a_quantity")
    expect(pieces(unsaved)).toBe("formula_without_value")
  })
})
