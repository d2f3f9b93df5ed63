import { startStanding } from "../__fixtures__/standing-clock"
import { tikTokSuite } from "../__fixtures__/suites"

const STATEMENTS = "/finance/202309/statements"
const DAY = 86_400

describe("statements", () => {
  const at = tikTokSuite(startStanding)

  const lines = [{ seller_sku: "LY-LAM-S", quantity: 2 }]
  const place = () =>
    at.sandbox.tiktok.addOrders([{ status: "COMPLETED", lines }])[0]
  const shop_id = () => at.sandbox.tiktok.shop().id
  const settle = (order_id: string, days_ago?: number, fees = {}) =>
    at.sandbox.tiktok.finance.settle({
      shop_id: shop_id(),
      order_ids: [order_id],
      days_ago,
      fees: { [order_id]: fees },
    })
  const list = (query = {}) =>
    at.app.get(STATEMENTS, {
      query: { sort_field: "statement_time", ...query },
    })
  const entries = (id: string, query = {}) =>
    at.app.get(`/finance/202501/statements/${id}/statement_transactions`, {
      query: { sort_field: "order_create_time", ...query },
    })

  it("settle an order once, to the đồng", async () => {
    const { id } = place()
    expect(settle(id)).toHaveLength(1)
    expect(settle(id)).toHaveLength(0)
    const { data } = await list()
    const [statement] = data.statements
    const midnight = Math.floor(at.sandbox.clock.seconds() / DAY) * DAY
    expect(statement).toMatchObject({
      statement_time: midnight,
      currency: "VND",
      payment_status: "PROCESSING",
    })
    const { data: found } = await entries(statement.id)
    expect(found.total_count).toBe(1)
    const [entry] = found.transactions
    expect(entry).toMatchObject({
      type: "ORDER",
      order_id: id,
      revenue_amount: "398000",
      fee_tax_breakdown: {
        fee: {
          platform_commission_amount: "-15920",
          transaction_fee_amount: "-19900",
          vn_fix_infrastructure_fee: "-3000",
        },
        tax: { local_vat_amount: "-3980", pit_amount: "-1990" },
      },
      fee_tax_amount: "-44790",
    })
    expect(Number(entry.settlement_amount)).toBe(
      398_000 - 44_790 + Number(entry.shipping_cost_amount)
    )
    expect(statement.settlement_amount).toBe(entry.settlement_amount)
  })

  it("book what comes back later in another one, and corrections", async () => {
    const { tiktok } = at.sandbox
    const { id } = place()
    settle(id, 3)
    const back = tiktok.returns.request(id)
    tiktok.returns.set(back.id, { status: "RETURN_OR_REFUND_REQUEST_COMPLETE" })
    settle(id)
    tiktok.finance.adjust({
      shop_id: shop_id(),
      type: "SHIPPING_FEE_ADJUSTMENT",
      amount: -15_000,
      order_id: id,
    })
    const { data } = await list()
    expect(data.statements).toHaveLength(2)
    const { data: second } = await entries(data.statements[1].id)
    expect(
      second.transactions.map((one: { type: string }) => one.type).sort()
    ).toEqual(["ORDER", "SHIPPING_FEE_ADJUSTMENT"])
    const { data: of_order } = await at.app.get(
      `/finance/202501/orders/${id}/statement_transactions`
    )
    expect(
      of_order.sku_transactions.map(
        (one: { statement_id: string; revenue_amount: string }) => [
          one.statement_id,
          one.revenue_amount,
        ]
      )
    ).toEqual([
      [data.statements[0].id, "398000"],
      [data.statements[1].id, "-398000"],
    ])
    expect(of_order.revenue_amount).toBe("0")
  })

  it("may charge something wrong, when a script wants it", async () => {
    const { id } = place()
    settle(id, 1, { platform_commission_amount: -99_000 })
    const { data } = await list()
    const { data: found } = await entries(data.statements[0].id)
    expect(
      found.transactions[0].fee_tax_breakdown.fee.platform_commission_amount
    ).toBe("-99000")
  })

  it("are paid out", async () => {
    const { finance } = at.sandbox.tiktok
    settle(place().id)
    const [{ id }] = finance.statementsOf(shop_id())
    finance.pay(id)
    const { data } = await list({ payment_status: "PAID" })
    expect(data.statements).toMatchObject([
      { id, payment_id: expect.stringMatching(/^\d{19}$/) },
    ])
    const { data: moved } = await at.app.get("/finance/202309/withdrawals", {
      query: { types: "SETTLE,WITHDRAW" },
    })
    expect(moved.withdrawals).toMatchObject([
      { type: "SETTLE", amount: data.statements[0].settlement_amount },
    ])
  })

  it("come in pages, and want their sort field", async () => {
    ;[3, 2, 1].forEach((days) => settle(place().id, days))
    const first = await list({ page_size: "2" })
    const second = await list({
      page_size: "2",
      page_token: first.data.next_page_token,
    })
    expect(first.data.statements).toHaveLength(2)
    expect(second.data).toMatchObject({ next_page_token: "" })
    expect(second.data.statements).toHaveLength(1)
    expect((await at.app.get(STATEMENTS)).code).toBe(36009004)
    expect((await at.app.get("/finance/202309/withdrawals")).code).toBe(
      36009004
    )
  })
})
