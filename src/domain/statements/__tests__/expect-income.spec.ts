import fc from "fast-check"
import { aRule, anOrder, RULES } from "../__fixtures__/settled-order"
import { dayOf, expectIncome, feeOf } from "../expect-income"
import { OrderIncome } from "../expected-income"

const INCOME: OrderIncome = {
  currency_code: "vnd",
  revenue: 270_000,
  fees: null,
  fee_parts: [],
  net: 250_000,
}

describe("what an order should be paid", () => {
  it("is what the order says by itself", () => {
    expect(expectIncome(anOrder(), INCOME, RULES)).toEqual({
      basis: "order_income",
      amounts: { revenue: 270_000, fees: -20_000, adjustment: 0, net: 250_000 },
      fee_parts: null,
    })
  })

  it("takes the revenue from the order where its income tells only the net", () => {
    const { amounts } = expectIncome(
      anOrder(),
      { ...INCOME, revenue: null },
      []
    )
    expect(amounts).toEqual({
      revenue: 270_000,
      fees: -20_000,
      adjustment: 0,
      net: 250_000,
    })
  })

  it("is price less discount less fees by rule where the order says nothing", () => {
    expect(expectIncome(anOrder(), null, RULES)).toEqual({
      basis: "fee_rules",
      amounts: { revenue: 270_000, fees: -16_500, adjustment: 0, net: 253_500 },
      fee_parts: [
        { kind: "commission", name: "", amount: -13_500 },
        { kind: "order_processing", name: "", amount: -3_000 },
      ],
    })
  })

  it("is the price alone without rules, and says so", () => {
    expect(expectIncome(anOrder(), null, [])).toEqual({
      basis: "price",
      amounts: { revenue: 270_000, fees: 0, adjustment: 0, net: 270_000 },
      fee_parts: null,
    })
  })

  it("leaves the order's own income once goods came back: it is never corrected", () => {
    const { basis, amounts } = expectIncome(
      anOrder({ refunded: 135_000 }),
      INCOME,
      RULES
    )
    expect(basis).toBe("fee_rules")
    expect(amounts.revenue).toBe(135_000)
    expect(amounts.fees).toBe(-9_750)
  })

  it.each(["cancelled_by_buyer", "cancelled_by_system"] as const)(
    "is nothing for an order that is %s",
    (status) => {
      const { amounts } = expectIncome(anOrder({ status }), INCOME, RULES)
      expect(amounts.net).toBe(0)
    }
  )

  it("asks for no fee of an order that came back as a whole", () => {
    const { amounts } = expectIncome(
      anOrder({ status: "returned", refunded: 270_000 }),
      null,
      RULES
    )
    expect(amounts).toEqual({ revenue: 0, fees: 0, adjustment: 0, net: 0 })
  })

  it("takes the rules of the day in Viet Nam on which the order was placed", () => {
    const placed_at = new Date("2026-03-31T18:00:00Z")
    expect(dayOf(placed_at)).toBe("2026-04-01")
    const old = aRule({ ends_on: "2026-03-31", rate_ppm: 40_000 })
    const current = aRule({ starts_on: "2026-04-01", rate_ppm: 60_000 })
    const { amounts } = expectIncome(anOrder({ placed_at }), null, [
      old,
      current,
    ])
    expect(amounts.fees).toBe(-16_200)
  })
})

describe("a fee by rule", () => {
  it("rounds half a đồng up, as a whole number", () => {
    const order = anOrder({ price: 30_001, seller_discount: 0 })
    expect(feeOf(aRule({ rate_ppm: 50_000 }), order)).toBe(1_500)
    expect(
      feeOf(aRule({ rate_ppm: 50_000 }), { ...order, price: 30_010 })
    ).toBe(1_501)
  })

  it("is limited, and taken of what the rule names", () => {
    expect(feeOf(aRule({ most_amount: 10_000 }), anOrder())).toBe(10_000)
    expect(feeOf(aRule({ basis: "price" }), anOrder())).toBe(15_000)
    expect(feeOf(aRule({ basis: "buyer_total" }), anOrder())).toBe(14_250)
  })

  it("is exact for every price and rate", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (price, rate_ppm) => {
          const fee = feeOf(
            aRule({ rate_ppm }),
            anOrder({ price, seller_discount: 0 })
          )
          const exact = BigInt(price) * BigInt(rate_ppm)
          const twice = 2n * (BigInt(fee) * 1_000_000n - exact)
          expect(twice <= 1_000_000n && twice > -1_000_000n).toBe(true)
        }
      )
    )
  })
})
