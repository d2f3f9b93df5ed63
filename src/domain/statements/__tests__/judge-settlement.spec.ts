import fc from "fast-check"
import { anOrder, aSale, NOW, RULES } from "../__fixtures__/settled-order"
import { expectIncome } from "../expect-income"
import { FeeRule } from "../fee-rule"
import { judgeSettlement, judgeUnknownOrder } from "../judge-settlement"
import { addUpLines, CountedLine, SettledOrder } from "../order-settlement"

function judge(
  order: SettledOrder,
  lines: CountedLine[],
  {
    tolerance = 0,
    rules = RULES,
  }: { tolerance?: number; rules?: FeeRule[] } = {}
) {
  return judgeSettlement(
    order,
    addUpLines(lines),
    expectIncome(order, null, rules),
    { tolerance, now: NOW, overdue_days: 7 }
  )
}

function codesOf({ findings }: ReturnType<typeof judge>) {
  return findings.map(({ code, amount }) => [code, amount])
}

const REFUND = aSale({
  kind: "refund",
  quantity: -2,
  statement_id: "mpstm_2",
  amounts: { revenue: -270_000, fees: 16_500, adjustment: 0, net: -253_500 },
  fee_parts: [
    { kind: "commission", name: "Phí hoa hồng", amount: 13_500 },
    { kind: "order_processing", name: "Phí xử lý đơn hàng", amount: 3_000 },
  ],
})

const RETURNED = anOrder({ status: "returned", refunded: 270_000 })

describe("the settlement of an order", () => {
  it("is matched when revenue and every fee are as expected", () => {
    expect(judge(anOrder(), [aSale()])).toEqual({
      state: "matched",
      difference: { revenue: 0, fees: 0, adjustment: 0, net: 0 },
      findings: [],
    })
  })

  it("is matched over several rows of one order", () => {
    const half = aSale({
      quantity: 1,
      amounts: { revenue: 135_000, fees: -8_250, adjustment: 0, net: 126_750 },
      fee_parts: [
        { kind: "commission", name: "Phí hoa hồng", amount: -6_750 },
        {
          kind: "order_processing",
          name: "Phí xử lý đơn hàng",
          amount: -1_500,
        },
      ],
    })
    expect(judge(anOrder(), [half, half]).state).toBe("matched")
  })

  it.each([
    [
      "less revenue",
      { revenue: 260_000, fees: -16_500, adjustment: 0, net: 243_500 },
      "short",
      "revenue_lower",
      -10_000,
    ],
    [
      "more revenue",
      { revenue: 280_000, fees: -16_500, adjustment: 0, net: 263_500 },
      "over",
      "revenue_higher",
      10_000,
    ],
  ])("with %s is named so", (_, amounts, state, code, amount) => {
    const judgement = judge(anOrder(), [aSale({ amounts })])
    expect(judgement.state).toBe(state)
    expect(codesOf(judgement)).toEqual([[code, amount]])
  })

  it("names each fee that differs, is missing or was not agreed", () => {
    const judgement = judge(anOrder(), [
      aSale({
        amounts: {
          revenue: 270_000,
          fees: -24_000,
          adjustment: 0,
          net: 246_000,
        },
        fee_parts: [
          { kind: "commission", name: "Phí hoa hồng", amount: -16_000 },
          { kind: "voucher_program", name: "Voucher Xtra", amount: -8_000 },
        ],
      }),
    ])
    expect(judgement.state).toBe("short")
    expect(
      judgement.findings.map(({ code, amount, fee }) => [
        code,
        amount,
        fee?.kind,
      ])
    ).toEqual([
      ["fee_higher", -2_500, "commission"],
      ["fee_missing", 3_000, "order_processing"],
      ["fee_unexpected", -8_000, "voucher_program"],
    ])
  })

  it("takes withheld taxes as the file states them", () => {
    const judgement = judge(anOrder(), [
      aSale({
        amounts: {
          revenue: 270_000,
          fees: -19_200,
          adjustment: 0,
          net: 250_800,
        },
        fee_parts: [
          ...aSale().fee_parts,
          { kind: "vat", name: "Thuế GTGT", amount: -2_700 },
        ],
      }),
    ])
    expect(judgement).toMatchObject({ state: "matched", findings: [] })
  })

  it("is for review when a right net hides two errors", () => {
    const judgement = judge(anOrder(), [
      aSale({
        amounts: {
          revenue: 280_000,
          fees: -26_500,
          adjustment: 0,
          net: 253_500,
        },
        fee_parts: [
          { kind: "commission", name: "Phí hoa hồng", amount: -23_500 },
          { kind: "order_processing", name: "Phí xử lý", amount: -3_000 },
        ],
      }),
    ])
    expect(judgement.state).toBe("conflict")
    expect(codesOf(judgement)).toEqual([
      ["revenue_higher", 10_000],
      ["fee_higher", -10_000],
    ])
  })

  it("compares sums of fees where a file names none", () => {
    const bare = aSale({
      amounts: { revenue: 270_000, fees: -17_000, adjustment: 0, net: 253_000 },
      fee_parts: [],
    })
    expect(codesOf(judge(anOrder(), [bare]))).toEqual([["net_lower", -500]])
    expect(judge(anOrder(), [bare], { tolerance: 500 }).state).toBe("matched")
  })

  it("compares sums of fees where no column names one", () => {
    const rest = { kind: "other" as const, name: "Tổng phí" }
    const summed = aSale({ fee_parts: [{ ...rest, amount: -16_500 }] })
    expect(judge(anOrder(), [summed])).toMatchObject({
      state: "matched",
      findings: [],
    })
    const more = aSale({
      amounts: { revenue: 270_000, fees: -17_000, adjustment: 0, net: 253_000 },
      fee_parts: [{ ...rest, amount: -17_000 }],
    })
    expect(codesOf(judge(anOrder(), [more]))).toEqual([["net_lower", -500]])
  })

  it("misses every fee where none was charged", () => {
    const free = aSale({
      amounts: { revenue: 270_000, fees: 0, adjustment: 0, net: 270_000 },
      fee_parts: [],
    })
    expect(codesOf(judge(anOrder(), [free]))).toEqual([
      ["fee_missing", 13_500],
      ["fee_missing", 3_000],
    ])
  })

  it("is named when it was paid twice in one statement, units or not", () => {
    for (const quantity of [2, null]) {
      const judgement = judge(anOrder(), [
        aSale({ quantity }),
        aSale({ quantity, settled_at: new Date("2026-03-13T00:00:00Z") }),
      ])
      expect(judgement.state).toBe("over")
      expect(codesOf(judgement)[0]).toEqual(["paid_twice", 270_000])
    }
  })

  it("is named when it was paid twice", () => {
    const judgement = judge(anOrder(), [
      aSale(),
      aSale({ statement_id: "mpstm_2" }),
    ])
    expect(judgement.state).toBe("over")
    expect(codesOf(judgement)[0]).toEqual(["paid_twice", 270_000])
  })

  it("is for review when a cancelled order was paid", () => {
    const judgement = judge(anOrder({ status: "cancelled_by_buyer" }), [
      aSale(),
    ])
    expect(judgement.state).toBe("conflict")
    expect(codesOf(judgement)).toEqual([["paid_though_cancelled", 270_000]])
  })

  it("is for review when returned goods were paid and not taken back", () => {
    const judgement = judge(RETURNED, [aSale()])
    expect(judgement.state).toBe("conflict")
    expect(codesOf(judgement)).toEqual([["paid_though_returned", 270_000]])
  })

  it("is matched when sale and refund of a returned order cancel out", () => {
    expect(judge(RETURNED, [aSale(), REFUND])).toMatchObject({
      state: "matched",
      findings: [],
    })
  })

  it("names fees that were kept after the sale was taken back", () => {
    const judgement = judge(RETURNED, [
      aSale(),
      {
        ...REFUND,
        amounts: { revenue: -270_000, fees: 0, adjustment: 0, net: -270_000 },
        fee_parts: [],
      },
    ])
    expect(judgement.state).toBe("short")
    expect(codesOf(judgement)).toEqual([["fees_kept_after_refund", -16_500]])
  })

  it("tells fees that were kept from fees of the return", () => {
    const judgement = judge(RETURNED, [
      aSale(),
      {
        ...REFUND,
        amounts: {
          revenue: -270_000,
          fees: -17_000,
          adjustment: 0,
          net: -287_000,
        },
        fee_parts: [
          { kind: "order_processing", name: "Phí xử lý", amount: 3_000 },
          { kind: "return_shipping", name: "Phí chuyển hoàn", amount: -20_000 },
        ],
      },
    ])
    expect(codesOf(judgement)).toEqual([
      ["fees_kept_after_refund", -13_500],
      ["fee_unexpected", -20_000],
    ])
  })

  it("is for review when money was taken back and no goods were", () => {
    expect(codesOf(judge(anOrder(), [aSale(), REFUND]))).toEqual([
      ["refunded_without_return", -270_000],
    ])
  })

  it("names units that differ, and another currency", () => {
    const one = aSale({
      quantity: 1,
      amounts: { revenue: 135_000, fees: -9_750, adjustment: 0, net: 125_250 },
    })
    expect(codesOf(judge(anOrder(), [one]))).toEqual([
      ["quantity_differs", -135_000],
    ])
    expect(
      codesOf(judge(anOrder(), [aSale({ currency_code: "usd" })]))
    ).toContainEqual(["currency_differs", 0])
  })

  it("books compensations beside the comparison", () => {
    const compensation = aSale({
      kind: "compensation",
      amounts: { revenue: 0, fees: 0, adjustment: 50_000, net: 50_000 },
      fee_parts: [],
    })
    expect(judge(anOrder(), [aSale(), compensation]).state).toBe("matched")
    expect(judge(anOrder({ owed_since: null }), [compensation]).state).toBe(
      "adjustment"
    )
  })

  it("names losses that were not made good, and unexplained deductions", () => {
    const deduction = aSale({
      kind: "deduction",
      amounts: { revenue: 0, fees: 0, adjustment: -15_000, net: -15_000 },
      fee_parts: [],
    })
    const correction = aSale({ ...deduction, kind: "adjustment" })
    expect(codesOf(judge(anOrder(), [aSale(), correction]))).toEqual([
      ["deduction_unexplained", -15_000],
    ])
    const lost = anOrder({ lost: 135_000 })
    expect(codesOf(judge(lost, [aSale(), deduction]))).toEqual([
      ["lost_without_compensation", -135_000],
      ["deduction_unexplained", -15_000],
    ])
  })

  it("is pending until it is paid, and overdue after its days", () => {
    const early = anOrder({ owed_since: new Date("2026-03-15T00:00:00Z") })
    expect(judge(early, [])).toMatchObject({ state: "pending" })
    expect(codesOf(judge(early, []))).toEqual([["unpaid", -253_500]])
    expect(codesOf(judge(anOrder(), []))).toEqual([
      ["unpaid_overdue", -253_500],
    ])
    expect(
      codesOf(judge(anOrder({ status: "cancelled_by_buyer" }), []))
    ).toEqual([])
  })
})

describe("for any order that is settled by its rules", () => {
  const orders = fc.record({
    price: fc.integer({ min: 1_000, max: 50_000_000 }),
    discount: fc.integer({ min: 0, max: 900 }),
    rate_ppm: fc.integer({ min: 0, max: 200_000 }),
    wrong: fc.integer({ min: -500, max: 500 }),
  })

  it("there is no false alarm, and every đồng of an error is named", () => {
    fc.assert(
      fc.property(orders, ({ price, discount, rate_ppm, wrong }) => {
        const order = anOrder({ price, seller_discount: discount })
        const rules = [{ ...RULES[0], rate_ppm }]
        const { amounts, fee_parts } = expectIncome(order, null, rules)
        const charged = (fee_parts ?? []).map((part) => ({
          ...part,
          name: "Phí",
          amount: part.amount + wrong,
        }))
        const judgement = judge(
          order,
          [
            aSale({
              amounts: {
                ...amounts,
                fees: amounts.fees + wrong,
                net: amounts.net + wrong,
              },
              fee_parts: charged,
            }),
          ],
          { rules }
        )
        expect(judgement.state).toBe(
          wrong === 0 ? "matched" : wrong > 0 ? "over" : "short"
        )
        expect(
          judgement.findings.reduce((sum, { amount }) => sum + amount, 0)
        ).toBe(wrong)
      })
    )
  })
})

describe("an order that the channel does not have", () => {
  it("is to be found, or another channel's, while lines are about it", () => {
    expect(judgeUnknownOrder({ count: 1 })).toMatchObject({
      state: "not_found",
      findings: [{ code: "order_unknown" }],
    })
    expect(judgeUnknownOrder({ count: 1 }, "Nhà Gốm VN")).toMatchObject({
      state: "conflict",
      findings: [{ params: { channel: "Nhà Gốm VN" } }],
    })
  })

  it("is nobody's work once its last line was taken back", () => {
    const idle = { state: "pending", difference: null, findings: [] }
    expect(judgeUnknownOrder({ count: 0 })).toEqual(idle)
    expect(judgeUnknownOrder({ count: 0 }, "Nhà Gốm VN")).toEqual(idle)
  })
})
