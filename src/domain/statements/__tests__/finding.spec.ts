import { withMoneyIn } from "../finding"

const inDollars = (amount: number) => amount / 100

describe("a finding in another unit", () => {
  it("has its amount and its figures of money changed", () => {
    expect(
      withMoneyIn(
        {
          code: "fee_higher",
          amount: -150,
          fee: { kind: "commission", name: "Commission" },
          params: { expected: -1000, charged: -1150 },
        },
        inDollars
      )
    ).toEqual({
      code: "fee_higher",
      amount: -1.5,
      fee: { kind: "commission", name: "Commission" },
      params: { expected: -10, charged: -11.5 },
    })
  })

  it("keeps units, days and words", () => {
    const units = {
      code: "quantity_differs" as const,
      amount: -500,
      params: { settled: 100, sold: 200 },
    }
    expect(withMoneyIn(units, inDollars)).toEqual({ ...units, amount: -5 })
    const days = {
      code: "unpaid_overdue" as const,
      amount: -500,
      params: { days: 12 },
    }
    expect(withMoneyIn(days, inDollars)).toEqual({ ...days, amount: -5 })
    const words = {
      code: "currency_differs" as const,
      amount: 0,
      params: { order: "usd", line: "vnd" },
    }
    expect(withMoneyIn(words, inDollars)).toEqual(words)
    const bare = { code: "order_unknown" as const, amount: 0 }
    expect(withMoneyIn(bare, inDollars)).toEqual(bare)
  })
})
