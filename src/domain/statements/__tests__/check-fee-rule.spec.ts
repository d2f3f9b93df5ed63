import fc from "fast-check"
import { aRule } from "../__fixtures__/settled-order"
import { checkFeeRule, overlap } from "../check-fee-rule"
import { holdsOn } from "../expect-income"

const DAYS = Array.from({ length: 12 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 25 + index)).toISOString().slice(0, 10)
)
const period = fc
  .tuple(
    fc.option(fc.nat({ max: DAYS.length - 1 })),
    fc.option(fc.nat({ max: DAYS.length - 1 }))
  )
  .map(([a, b]) => {
    const [start, end] = a !== null && b !== null && a > b ? [b, a] : [a, b]
    return {
      starts_on: start === null ? null : DAYS[start],
      ends_on: end === null ? null : DAYS[end],
    }
  })

describe("a fee rule", () => {
  it("meets another one exactly when both hold on some day", () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const days = ["2025-01-01", ...DAYS, "2027-01-01"]
        expect(overlap(a, b)).toBe(
          days.some((day) => holdsOn(a, day) && holdsOn(b, day))
        )
      })
    )
  })

  it("is refused with the other's days; another name or kind is another fee", () => {
    const other = aRule({ id: "mpfee_2", ends_on: "2026-01-31" })
    expect(
      checkFeeRule(aRule({ starts_on: "2026-01-31" }), [other])
    ).toMatchObject({
      code: "overlaps",
      other: { id: "mpfee_2", starts_on: null, ends_on: "2026-01-31" },
    })
    expect(checkFeeRule(aRule({ starts_on: "2026-02-01" }), [other])).toBeNull()
    expect(checkFeeRule(aRule({ name: "SFP" }), [other])).toBeNull()
    expect(checkFeeRule(aRule({ kind: "payment" }), [other])).toBeNull()
  })

  it.each([
    [{ rate_ppm: 0 }, "nothing_charged"],
    [{ starts_on: "2026-02-30" }, "not_a_date"],
    [{ ends_on: "31/01/2026" }, "not_a_date"],
    [{ starts_on: "2026-02-02", ends_on: "2026-02-01" }, "ends_before_start"],
  ])("with %o is refused", (changes, code) => {
    expect(checkFeeRule(aRule(changes), [])).toEqual({ code })
  })
})
