import fc from "fast-check"
import { FeePart } from "../../fee-kind"
import { settleRow, StatedAmounts } from "../row-amounts"

const NOTHING: StatedAmounts = {
  revenue: null,
  revenue_parts: [],
  fees: null,
  fee_parts: [],
  adjustment: null,
  net: null,
}
const signed = {
  kind: "sale",
  fees_may_be_unsigned: false,
  rest_name: "Total fees",
} as const
const unsigned = { ...signed, fees_may_be_unsigned: true }
const booked = { ...signed, kind: "adjustment" } as const

const fee = (amount: number): FeePart => ({
  kind: "commission",
  name: "Commission",
  amount,
})
const settle = (
  stated: Partial<StatedAmounts>,
  rules: Parameters<typeof settleRow>[1] = signed
) => settleRow({ ...NOTHING, ...stated }, rules)

const amounts = (
  revenue: number,
  fees: number,
  adjustment: number,
  net: number
) => ({ ok: true, amounts: { revenue, fees, adjustment, net } })

describe("the amounts of a row", () => {
  it("are taken where they add up, refused where they do not", () => {
    const row = { revenue: 100, fees: -20, adjustment: 5, net: 85 }
    expect(settle(row)).toMatchObject(amounts(100, -20, 5, 85))
    expect(settle({ ...row, net: 86 })).toEqual({
      ok: false,
      code: "sum_differs",
      value: "86",
    })
  })

  it("fill in what is left out", () => {
    expect(settle({ revenue: 100, fees: -20 })).toMatchObject(
      amounts(100, -20, 0, 80)
    )
    expect(settle({ revenue: 100, net: 80 })).toMatchObject(
      amounts(100, -20, 0, 80)
    )
    expect(settle({ fees: -20, net: 80 })).toMatchObject(
      amounts(100, -20, 0, 80)
    )
    expect(settle({ net: 80 })).toMatchObject(amounts(80, 0, 0, 80))
    expect(
      settle({ revenue_parts: [120, -20], fee_parts: [fee(-20)] })
    ).toMatchObject(amounts(100, -20, 0, 80))
  })

  it("of an adjustment are the adjustment, and no revenue", () => {
    expect(settle({ net: 50 }, booked)).toMatchObject(amounts(0, 0, 50, 50))
    expect(settle({ revenue: 0, fees: 0, net: 50 }, booked)).toMatchObject(
      amounts(0, 0, 50, 50)
    )
    expect(
      settle({ revenue: 0, fees: 0, adjustment: 40, net: 50 }, booked)
    ).toMatchObject({ ok: false, code: "sum_differs" })
  })

  it("are missing where nothing tells the net", () => {
    const missing = { ok: false, code: "amounts_missing" }
    expect(settle({})).toMatchObject(missing)
    expect(settle({ fees: -20 })).toMatchObject(missing)
  })

  it("turn fees without a sign round where the net proves it", () => {
    expect(
      settle(
        { revenue: 100, fees: 20, fee_parts: [fee(20)], net: 80 },
        unsigned
      )
    ).toEqual({
      ...amounts(100, -20, 0, 80),
      fee_parts: [fee(-20)],
    })
    expect(settle({ revenue: 100, fees: 20, net: 80 })).toMatchObject({
      code: "sum_differs",
    })
    expect(settle({ revenue: 100, fees: 20 }, unsigned)).toMatchObject({
      code: "amounts_missing",
    })
  })

  it("show fees that no column explains as a part of their own", () => {
    expect(
      settle({ revenue: 100, fees: -20, fee_parts: [fee(-15)], net: 80 })
    ).toMatchObject({
      fee_parts: [fee(-15), { kind: "other", name: "Total fees", amount: -5 }],
    })
  })

  it("always add up, the fees by part too", () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 })
    const maybe = fc.option(amount)
    const row = fc.record({
      revenue: maybe,
      revenue_parts: fc.array(amount, { maxLength: 3 }),
      fees: maybe,
      fee_parts: fc.array(amount.map(fee), { maxLength: 4 }),
      adjustment: maybe,
      net: maybe,
    })
    const rules = fc.constantFrom(signed, unsigned, booked)
    fc.assert(
      fc.property(row, rules, (stated, how) => {
        const settled = settleRow(stated, how)
        fc.pre(settled.ok)
        const { revenue, fees, adjustment, net } = settled.amounts
        expect(revenue + fees + adjustment).toBe(net)
        const parts = settled.fee_parts.map((part) => part.amount)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(fees)
        expect(parts).not.toContain(0)
      })
    )
  })
})
