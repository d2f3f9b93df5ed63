import fc from "fast-check"
import { MappingError } from "../../../domain/provider/mapping-error"
import {
  UnreadablePayout,
  UnreadableStatement,
} from "../../../domain/provider/reads-statements"
import { JsonObject } from "../../../domain/shared/json"
import { FEE_KINDS } from "../../../domain/statements/fee-kind"
import { errorOf } from "../../__fixtures__/error-of"
import { all } from "../../__fixtures__/pages"
import { answer } from "../__fixtures__/answers"
import { NOW, setUp } from "../__fixtures__/scripted-provider"
import { feeKindOf } from "../fee-kinds"
import { mapPayout, mapStatement, mapTransaction } from "../mappers"
import { lineKindOf } from "../transaction-kinds"

const HEAD = {
  currency_code: "vnd",
  settled_at: new Date("2025-10-19T00:00:00Z"),
}

const STATEMENT: JsonObject = {
  id: "7560000000000000901",
  statement_time: 1760918400,
  currency: "VND",
  revenue_amount: "447000",
  fee_amount: "-70905",
  adjustment_amount: "-15000",
  settlement_amount: "361095",
  payment_status: "PAID",
  payment_id: "3460000000000000801",
}

const buildOrderEntry = (overrides: JsonObject = {}): JsonObject => ({
  id: "1640000000000000001",
  type: "ORDER",
  order_id: "578000000000000001",
  order_create_time: 1760000000,
  revenue_amount: "447000",
  shipping_cost_amount: "0",
  fee_tax_amount: "-70905",
  adjustment_amount: "0",
  settlement_amount: "376095",
  revenue_breakdown: {
    subtotal_before_discount_amount: "487000",
    seller_discount_amount: "-40000",
    refund_subtotal_before_discount_amount: "0",
    seller_discount_refund_amount: "0",
  },
  shipping_cost_breakdown: {
    actual_shipping_fee_amount: "-32000",
    shipping_fee_discount_amount: "20000",
    customer_paid_shipping_fee_amount: "12000",
    supplementary_component: { customer_shipping_fee: "12000" },
  },
  fee_tax_breakdown: {
    tax: { local_vat_amount: "-4470", pit_amount: "-2235" },
    fee: {
      platform_commission_amount: "-22350",
      transaction_fee_amount: "-21850",
      affiliate_commission_amount: "-17000",
      vn_fix_infrastructure_fee: "-3000",
    },
  },
  supplementary_component: { customer_payment_amount: "437000" },
  ...overrides,
})

const ADJUSTMENT: JsonObject = {
  id: "1640000000000000002",
  type: "SHIPPING_FEE_ADJUSTMENT",
  adjustment_id: "7560000000000000950",
  adjustment_order_id: "578000000000000001",
  adjustment_amount: "-15000",
  settlement_amount: "-15000",
}

const map = (overrides: JsonObject = {}) =>
  mapTransaction(buildOrderEntry(overrides), HEAD, 1)

function problemOf(overrides: JsonObject): string {
  try {
    map(overrides)
  } catch (error) {
    if (error instanceof MappingError) {
      return error.message
    }
  }
  return "none"
}

describe("a statement", () => {
  it("is of the day that ends when it is generated", () => {
    expect(mapStatement(STATEMENT)).toEqual({
      external_id: "7560000000000000901",
      period_from: new Date("2025-10-19T00:00:00Z"),
      period_to: new Date("2025-10-20T00:00:00Z"),
      currency_code: "vnd",
      totals: {
        revenue: 447000,
        fees: -70905,
        adjustment: -15000,
        net: 361095,
      },
      payment: "paid",
      payment_external_id: "3460000000000000801",
    })
  })

  it("counts shipping among the fees where it stands apart", () => {
    const { revenue_amount, ...rest } = STATEMENT
    expect(
      mapStatement({
        ...rest,
        net_sales_amount: revenue_amount,
        fee_amount: "-60905",
        shipping_cost_amount: "-10000",
        payment_status: "HELD",
        payment_id: "",
      })
    ).toMatchObject({
      totals: { revenue: 447000, fees: -70905 },
      payment: null,
      payment_external_id: null,
    })
  })
})

describe("a transaction", () => {
  it("is a sale with every fee, tax and shipping cost by name", () => {
    const line = map()
    expect(line).toMatchObject({
      sheet: "api",
      row: 1,
      kind: "sale",
      raw_kind: "ORDER",
      external_order_id: "578000000000000001",
      ordered_at: new Date(1760000000 * 1000),
      settled_at: HEAD.settled_at,
      currency_code: "vnd",
      amounts: { revenue: 447000, fees: -70905, adjustment: 0, net: 376095 },
      raw: buildOrderEntry(),
    })
    const parts = Object.fromEntries(
      line.fee_parts.map(({ name, kind, amount }) => [name, [kind, amount]])
    )
    expect(parts).toEqual({
      actual_shipping_fee_amount: ["shipping", -32000],
      shipping_fee_discount_amount: ["shipping", 20000],
      customer_paid_shipping_fee_amount: ["shipping", 12000],
      platform_commission_amount: ["commission", -22350],
      transaction_fee_amount: ["payment", -21850],
      affiliate_commission_amount: ["affiliate_commission", -17000],
      vn_fix_infrastructure_fee: ["order_processing", -3000],
      local_vat_amount: ["vat", -4470],
      pit_amount: ["income_tax", -2235],
    })
  })

  it("is a refund where its revenue goes back, as in a file", () => {
    expect(
      map({
        revenue_amount: "-447000",
        revenue_breakdown: null,
        settlement_amount: "-517905",
      })
    ).toMatchObject({ kind: "refund", raw_kind: "ORDER" })
  })

  it("is an adjustment of its order, under its own id", () => {
    expect(mapTransaction(ADJUSTMENT, HEAD, 2)).toMatchObject({
      row: 2,
      kind: "adjustment",
      external_order_id: "578000000000000001",
      external_line_id: "7560000000000000950",
      ordered_at: null,
      amounts: { revenue: 0, fees: 0, adjustment: -15000, net: -15000 },
      fee_parts: [],
    })
  })

  it("keeps what TikTok has added under its own name", () => {
    const line = map({
      type: "MOON_FESTIVAL_GIFT",
      fee_tax_breakdown: { fee: { moon_fee: "-70905" }, duty: {} },
    })
    expect(line).toMatchObject({
      kind: "unknown",
      raw_kind: "MOON_FESTIVAL_GIFT",
    })
    expect(line.fee_parts).toContainEqual({
      kind: "other",
      name: "moon_fee",
      amount: -70905,
    })
  })

  it("adds no commission twice that is told before its tax as well", () => {
    const fee = {
      affiliate_commission_amount: "-70905",
      affiliate_commission_amount_before_pit: "-78000",
    }
    const parts = map({ fee_tax_breakdown: { fee } }).fee_parts
    expect(parts.filter(({ kind }) => kind !== "shipping")).toEqual([
      {
        kind: "affiliate_commission",
        name: "affiliate_commission_amount",
        amount: -70905,
      },
    ])
  })

  it("holds no money while it is a reserve", () => {
    const line = mapTransaction(
      {
        id: "1",
        type: "RESERVE",
        reserve_id: "9",
        reserve_amount: "-5000",
        associated_order_id: "578000000000000001",
      },
      HEAD,
      1
    )
    expect(line).toMatchObject({
      kind: "reserve",
      external_line_id: "9",
      external_order_id: "578000000000000001",
      amounts: { net: 0 },
      raw: { reserve_amount: "-5000" },
    })
  })

  it.each<[JsonObject, string]>([
    [
      { settlement_amount: "376096" },
      "settlement_amount: is 376096, but its parts add up to 376095",
    ],
    [
      { revenue_breakdown: { subtotal_before_discount_amount: "487000" } },
      "revenue_amount: is 447000, but its parts add up to 487000",
    ],
    [
      { shipping_cost_breakdown: { actual_shipping_fee_amount: "-32000" } },
      "shipping_cost_amount: is 0, but its parts add up to -32000",
    ],
    [
      { fee_tax_breakdown: { fee: { transaction_fee_amount: "70905" } } },
      "fee_tax_amount: is -70905, but its parts add up to 70905",
    ],
    [{ fee_tax_amount: "-70905.5" }, "fee_tax_amount: "],
    [{ type: null }, "type: is missing"],
  ])("is refused by the field that does not add up: %j", (overrides, text) => {
    expect(problemOf(overrides)).toContain(text)
  })

  it("adds up, whatever its parts are", () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 })
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{3,12}_fee$/), amount),
        amount,
        amount,
        (fee, revenue, adjustment) => {
          const fees = Object.values(fee).reduce((sum, one) => sum + one, 0)
          const line = map({
            revenue_amount: String(revenue),
            revenue_breakdown: null,
            adjustment_amount: String(adjustment),
            fee_tax_amount: String(fees),
            fee_tax_breakdown: {
              fee: Object.fromEntries(
                Object.entries(fee).map(([key, one]) => [key, String(one)])
              ),
            },
            settlement_amount: String(revenue + fees + adjustment),
          })
          expect(line.amounts.net).toBe(revenue + fees + adjustment)
          const parts = line.fee_parts.reduce((sum, one) => sum + one.amount, 0)
          expect(parts).toBe(fees)
        }
      )
    )
  })
})

describe("words of TikTok's finance", () => {
  it.each([
    ["ORDER", "sale"],
    ["LOGISTICS_REIMBURSEMENT", "compensation"],
    ["DEDUCTIONS_INCURRED_BY_SELLER", "deduction"],
    ["GMV_PAYMENT_FOR_ADS", "marketing"],
    ["Violation fee （settlement fee）", "deduction"],
    ["constructor", "unknown"],
  ])("%s is a %s", (type, kind) => {
    expect(lineKindOf(type)).toBe(kind)
  })

  it("are kinds of fees, or other", () => {
    expect(FEE_KINDS).toContain(feeKindOf("sfp_service_fee_amount"))
    expect(feeKindOf("constructor")).toBe("other")
  })

  it("are payouts, of known kinds only", () => {
    const payout: JsonObject = {
      id: "347",
      type: "WITHDRAW",
      amount: "361095",
      currency: "VND",
      status: "PROCESSING",
      create_time: 1760918400,
    }
    expect(mapPayout(payout)).toEqual({
      external_id: "347",
      kind: "withdrawal",
      at: new Date(1760918400 * 1000),
      amount: 361095,
      currency_code: "vnd",
      raw_status: "PROCESSING",
    })
    expect(() => mapPayout({ ...payout, type: "GIFT" })).toThrow(
      'type: "GIFT" is not known'
    )
  })
})

describe("reading statements", () => {
  const query = {
    from: new Date("2025-10-05T00:00:00Z"),
    to: new Date("2025-10-11T00:00:00Z"),
  }

  it("asks for those generated after the first midnight, to the last one", async () => {
    const { provider, sent, access } = setUp(
      answer({ statements: [STATEMENT], next_page_token: "n=" }),
      answer({ statements: [], next_page_token: "" })
    )
    const found = await all(provider.readStatements(access, query))
    expect(found).toHaveLength(1)
    expect(sent).toHaveLength(2)
    expect(Object.fromEntries(sent[0].url.searchParams)).toMatchObject({
      statement_time_ge: String(query.from.getTime() / 1000 + 1),
      statement_time_lt: String(query.to.getTime() / 1000 + 1),
      sort_field: "statement_time",
      page_size: "100",
      shop_cipher: "ROW_demoCipherVN01",
    })
    expect(sent[1].url.searchParams.get("page_token")).toBe("n=")
  })

  it.each<[JsonObject, Date | null, string]>([
    [
      { settlement_amount: "" },
      new Date("2025-10-19T00:00:00Z"),
      "settlement_amount: is missing",
    ],
    [
      { currency: null },
      new Date("2025-10-19T00:00:00Z"),
      "currency: is missing",
    ],
    [
      { statement_time: "soon" },
      null,
      'statement_time: "soon" is no Unix time',
    ],
  ])(
    "names one with %j, and gives those beside it",
    async (overrides, period_from, problem) => {
      const bad = { ...STATEMENT, id: "2", ...overrides }
      const { provider, access } = setUp(
        answer({
          statements: [STATEMENT, bad, { ...STATEMENT, id: "3" }],
          next_page_token: "n",
        }),
        answer({ statements: [{ ...STATEMENT, id: "4" }] })
      )
      const items: string[] = []
      const unreadable: UnreadableStatement[] = []
      for await (const page of provider.readStatements(access, query)) {
        items.push(...page.items.map(({ external_id }) => external_id))
        unreadable.push(...(page.unreadable ?? []))
      }
      expect(items).toEqual([STATEMENT.id, "3", "4"])
      expect(unreadable).toEqual([{ external_id: "2", period_from, problem }])
    }
  )

  it("counts the lines on over the pages", async () => {
    const head = {
      currency: "VND",
      create_time: 1760918400,
      total_count: 2,
    }
    const { provider, sent, access } = setUp(
      answer({
        ...head,
        transactions: [buildOrderEntry()],
        next_page_token: "n",
      }),
      answer({ ...head, transactions: [ADJUSTMENT], next_page_token: "" })
    )
    const lines = await all(
      provider.readStatementLines(access, {
        external_id: "7560000000000000901",
        currency_code: "vnd",
      })
    )
    expect(lines.map(({ row, settled_at }) => [row, settled_at])).toEqual([
      [1, HEAD.settled_at],
      [2, HEAD.settled_at],
    ])
    expect(sent[0].url.pathname).toBe(
      "/finance/202501/statements/7560000000000000901/statement_transactions"
    )
    expect(sent[0].url.searchParams.get("sort_field")).toBe("order_create_time")
  })

  it("names the field of an answer that does not add up", async () => {
    const { provider, access } = setUp(
      answer({
        currency: "VND",
        transactions: [buildOrderEntry({ settlement_amount: "1" })],
      })
    )
    const error = await errorOf(
      all(
        provider.readStatementLines(access, {
          external_id: "1",
          currency_code: "vnd",
        })
      )
    )
    expect(error).toMatchObject({
      kind: "invalid_response",
      message: expect.stringContaining("settlement_amount"),
    })
  })

  it.each<[JsonObject, Date | null, string]>([
    [{ type: "GIFT" }, new Date(NOW * 1000), 'type: "GIFT" is not known'],
    [{ create_time: "" }, null, "create_time: is missing"],
  ])(
    "names a payout with %j, and gives those beside it",
    async (overrides, at, problem) => {
      const payout = {
        id: "1",
        type: "SETTLE",
        amount: "361095",
        currency: "VND",
        status: "SUCCESS",
        create_time: NOW,
      }
      const { provider, access } = setUp(
        answer({
          withdrawals: [payout, { ...payout, id: "2", ...overrides }],
          next_page_token: "n",
        }),
        answer({ withdrawals: [{ ...payout, id: "3" }] })
      )
      const items: string[] = []
      const unreadable: UnreadablePayout[] = []
      for await (const page of provider.readPayouts(access, query)) {
        items.push(...page.items.map(({ external_id }) => external_id))
        unreadable.push(...(page.unreadable ?? []))
      }
      expect(items).toEqual(["1", "3"])
      expect(unreadable).toEqual([{ external_id: "2", at, problem }])
    }
  )

  it("asks for payouts of every kind", async () => {
    const { provider, sent, access } = setUp(
      answer({ withdrawals: [], next_page_token: "" })
    )
    const from = new Date((NOW - 60) * 1000)
    await all(provider.readPayouts(access, { from, to: new Date(NOW * 1000) }))
    expect(sent[0].url.searchParams.get("types")).toBe(
      "WITHDRAW,SETTLE,TRANSFER,REVERSE"
    )
  })
})
