import {
  NEW_RULE,
  percentOf,
  rateOf,
  ruleProblem,
  wholeAmountOf,
} from "../lib/fee-rules"

describe("what is typed of a fee rule", () => {
  it.each([
    ["4,5", 45_000],
    ["4.5", 45_000],
    [" 0 ", 0],
    ["100", 1_000_000],
    ["0,0333", 333],
    ["", null],
    ["-1", undefined],
    ["101", undefined],
    ["abc", undefined],
  ])("reads %p as a rate", (text, rate) => {
    expect(rateOf(text)).toBe(rate)
  })

  it("shows a rate as it was typed", () => {
    expect(percentOf(rateOf("4,5") ?? 0)).toBe(4.5)
  })

  it.each([
    ["3.000", 3000],
    ["3,000 ₫", 3000],
    ["3 000đ", 3000],
    ["0", 0],
    ["", null],
    ["-5", undefined],
    ["1.5", undefined],
    ["50k", undefined],
  ])("reads %p as an amount", (text, amount) => {
    expect(wholeAmountOf(text)).toBe(amount)
  })

  it("is refused without an amount, or with its days the wrong way round", () => {
    expect(ruleProblem(NEW_RULE)).toBe("no_amount")
    const rule = { ...NEW_RULE, fixed_amount: 3000 }
    expect(ruleProblem(rule)).toBeNull()
    expect(
      ruleProblem({ ...rule, starts_on: "2026-02-01", ends_on: "2026-01-31" })
    ).toBe("wrong_dates")
    expect(
      ruleProblem({ ...rule, starts_on: "2026-02-01", ends_on: "2026-02-01" })
    ).toBeNull()
  })
})
