import { runCommand } from "../__fixtures__/run-command"
import { tikiSuite } from "../__fixtures__/suites"
import { OrderInput } from "../tiki/orders/place-order"
import { sellable, totalStock } from "../tiki/products/product"

describe("the way of Tiki's parcels", () => {
  const at = tikiSuite()

  const place = (input: OrderInput = {}) =>
    at.sandbox.tiki.addOrders([
      { status: "picking", lines: [{ original_sku: "LY-LAM-L" }], ...input },
    ])[0].code
  const show = async (code: string) =>
    (await at.client.get(`/v2/orders/${code}`, { include: "status_histories" }))
      .body
  const run = (command: string) => runCommand(at.sandbox, `tiki ${command}`)
  const statuses = async (code: string) =>
    (await show(code)).status_histories.map(
      ({ status }: { status: string }) => status
    )

  it("goes to the buyer, told at every step", async () => {
    const queue = (await at.client.post("/v1/queues", { name: "parcels" })).body
    await at.client.post(`/v1/queues/${queue.code}/subscriptions`, {
      event_type: "ORDER_STATUS_UPDATED",
    })
    const code = place()
    expect((await show(code)).shipping).toMatchObject({
      tracking_code: null,
      shipping_detail: null,
    })
    await run(`orders collect ${code}`)
    expect((await show(code)).shipping).toMatchObject({
      tracking_code: `TNSLVN${code}`,
      partner_name: expect.stringContaining("TikiNOW"),
      shipping_detail: {
        status: "delivering",
        timestamp: expect.stringMatching(/^\d{4}-/),
      },
    })
    await run(`orders deliver ${code}`)
    await run(`orders complete ${code}`)
    expect((await statuses(code)).slice(-5)).toEqual([
      "picking",
      "handover_to_partner",
      "shipping",
      "successful_delivery",
      "complete",
    ])
    const { events } = (
      await at.client.post(`/v1/queues/${queue.code}/events/pull`, {
        ack_id: null,
      })
    ).body
    expect(
      events.map(({ payload }: { payload: { status: string } }) => [
        payload.status,
      ])
    ).toEqual([
      ["picking"],
      ["handover_to_partner"],
      ["shipping"],
      ["successful_delivery"],
      ["complete"],
    ])
  })

  it.each([
    ["tiki_delivery", "delivered"],
    ["seller_delivery", "successful_delivery"],
    ["cross_border", "successful_delivery"],
  ] as const)("of a %s order ends as %s", async (type, status) => {
    const code = place({ fulfillment_type: type })
    await run(`orders collect ${code}`)
    await run(`orders deliver ${code}`)
    expect((await show(code)).status).toBe(status)
  })

  it("comes back when nobody takes it, or the buyer sends it back", async () => {
    const [undelivered, returned] = [place(), place()]
    await run(`carrier collect ${undelivered} ${returned}`)
    await run(`orders fail-delivery ${undelivered}`)
    await run(`orders deliver ${returned}`)
    await run(`orders return ${returned}`)
    for (const [code, status] of [
      [undelivered, "canceled"],
      [returned, "returned"],
    ]) {
      const order = await show(code)
      expect(order).toMatchObject({
        status,
        shipping: { return_shipping_code: `R${code}` },
        items: [{ inventory_withdrawals: [{ status: "waiting_for_picking" }] }],
      })
    }
    expect((await show(undelivered)).cancel_info).toMatchObject({
      reason_code: "delivery_failed",
    })
  })

  it("begins for all that wait for the carrier, and for no others", async () => {
    const codes = [place(), place({ fulfillment_type: "seller_delivery" })]
    const others = [
      place({ status: "queueing" }),
      place({ cancel: { by: "buyer" } }),
      place({ status: "shipping" }),
    ]
    const before = await Promise.all(others.map(statuses))
    expect((await run("carrier collect")).body.codes.sort()).toEqual(
      codes.sort()
    )
    expect((await run("carrier collect")).body.codes).toEqual([])
    expect(await Promise.all(others.map(statuses))).toEqual(before)
  })

  it("takes goods from the shelf when the carrier does", async () => {
    const cup = at.sandbox.tiki.catalogue.findByOriginalSku(210042, "LY-LAM-L")
    const level = () => cup && totalStock(cup)
    const before = level()?.available
    const code = place()
    expect(level()?.available).toBe(before)
    await run(`orders collect ${code}`)
    expect(level()).toEqual({ available: Number(before) - 1, reserved: 0 })
    expect(cup && sellable(totalStock(cup))).toBe(Number(before) - 1)
  })

  it.each([
    ["queueing", "collect"],
    ["queueing", "deliver"],
    ["picking", "deliver"],
    ["picking", "fail-delivery"],
    ["picking", "return"],
    ["shipping", "collect"],
    ["shipping", "complete"],
    ["successful_delivery", "fail-delivery"],
    ["canceled", "collect"],
    ["returned", "return"],
  ] as const)("of an order that is %s cannot %s", async (status, move) => {
    const code = place({ status })
    const answer = await run(`orders ${move} ${code}`)
    expect([answer.status, answer.body.error]).toEqual([
      409,
      expect.stringContaining(code),
    ])
    expect((await show(code)).status).toBe(status)
  })
})
