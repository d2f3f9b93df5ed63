import fc from "fast-check"
import { percentFrom, wholeNumberFrom } from "../lib/typed-number"

describe("what is typed into a number field", () => {
  it.each([
    ["7", 7],
    [" 0 ", 0],
    ["1.000", 1000],
    ["1,000", 1000],
    ["1 000", 1000],
    ["12.345.678", 12_345_678],
    ["", null],
    ["  ", null],
    ["2.9", undefined],
    ["1.000,5", undefined],
    ["1.000,000", undefined],
    ["1000.000", undefined],
    ["-4", undefined],
    ["1e3", undefined],
    ["many", undefined],
    ["1234567890123", undefined],
  ])("reads %p as a whole number", (text, number) => {
    expect(wholeNumberFrom(text)).toBe(number)
  })

  it.each([
    ["50", 50],
    ["12,5", 12.5],
    ["12.5 %", 12.5],
    ["100%", 100],
    ["", null],
    ["100,1", undefined],
    ["-1", undefined],
    ["1.000,5", undefined],
    ["half", undefined],
  ])("reads %p as a percentage", (text, percent) => {
    expect(percentFrom(text)).toBe(percent)
  })

  it("is the number that either language writes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        fc.constantFrom("vi", "en"),
        (number, language) =>
          wholeNumberFrom(number.toLocaleString(language)) === number
      )
    )
  })
})
