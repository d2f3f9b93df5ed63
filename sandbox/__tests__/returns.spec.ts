import { startStanding } from "../__fixtures__/standing-clock"
import { tikTokSuite } from "../__fixtures__/suites"

const BASE = "/return_refund/202309"
const HOUR = 3600

describe("returns", () => {
  const at = tikTokSuite(startStanding)

  const lines = [{ seller_sku: "LY-LAM-S", quantity: 3 }]
  const place = (input = {}) =>
    at.sandbox.tiktok.addOrders([{ status: "DELIVERED", lines, ...input }])[0]
  const ask = (order_id: string, input = {}) =>
    at.sandbox.tiktok.returns.request(order_id, input).id
  const search = (body = {}, query = {}) =>
    at.app.post(`${BASE}/returns/search`, body, query)
  const find = async (return_id: string) =>
    (await search({ return_ids: [return_id] })).data.return_orders[0]
  const answer = (
    return_id: string,
    verb: "approve" | "reject",
    body: Record<string, string | boolean | object>,
    idempotency_key = JSON.stringify(body)
  ) =>
    at.app.call("POST", `${BASE}/returns/${return_id}/${verb}`, {
      query: { idempotency_key },
      body: JSON.stringify(body),
    })

  it("goes the whole way with some of the units", async () => {
    const { id: order_id, units } = place()
    const unit_ids = [units[0].id, units[2].id]
    const id = ask(order_id, { unit_ids })
    const now = at.sandbox.clock.seconds()
    expect(await find(id)).toMatchObject({
      order_id,
      return_type: "RETURN_AND_REFUND",
      return_status: "RETURN_OR_REFUND_REQUEST_PENDING",
      role: "BUYER",
      shipment_type: "PLATFORM",
      seller_next_action_response: [
        { action: "SELLER_RESPOND_RETURN", deadline: now + 48 * HOUR },
      ],
      return_line_items: unit_ids.map((unit_id) => ({
        order_line_item_id: unit_id,
        refund_amount: { refund_total: "199000" },
      })),
      refund_amount: { refund_total: "398000" },
      return_tracking_number: "",
    })

    const approve = (decision: string) => answer(id, "approve", { decision })
    expect((await approve("APPROVE_REFUND")).code).toBe(25001001)
    expect((await approve("APPROVE_RETURN")).code).toBe(0)
    const waiting = await find(id)
    expect(waiting.return_status).toBe("AWAITING_BUYER_SHIP")
    expect(waiting).not.toHaveProperty("seller_next_action_response")

    const { returns } = at.sandbox.tiktok
    returns.shipBack(id)
    expect(await find(id)).toMatchObject({
      return_status: "BUYER_SHIPPED_ITEM",
      return_tracking_number: expect.stringMatching(/^DEMOHOAN/),
      return_provider_name: "Demo Hàng Hoàn",
    })
    returns.deliverBack(id)
    expect((await find(id)).seller_next_action_response).toMatchObject([
      { action: "SELLER_RESPOND_RECEIVE_PACKAGE" },
    ])
    expect((await approve("APPROVE_RECEIVED_PACKAGE")).code).toBe(0)
    expect((await find(id)).return_status).toBe(
      "RETURN_OR_REFUND_REQUEST_SUCCESS"
    )
    returns.complete(id)
    expect((await find(id)).return_status).toBe(
      "RETURN_OR_REFUND_REQUEST_COMPLETE"
    )
    expect(at.sandbox.tiktok.orders.get(order_id).status).toBe("DELIVERED")
    expect(returns.get(id).answers).toEqual([
      "APPROVE_RETURN",
      "APPROVE_RECEIVED_PACKAGE",
    ])

    const rest = ask(order_id, { type: "REFUND", unit_ids: [units[1].id] })
    returns.approve(rest)
    returns.complete(rest)
    expect(at.sandbox.tiktok.orders.get(order_id).status).toBe("COMPLETED")
  })

  it("gives money back for an order that was never collected", async () => {
    const { id: order_id } = place({ status: "AWAITING_COLLECTION" })
    const id = ask(order_id, { type: "REFUND" })

    expect(
      (await answer(id, "approve", { decision: "APPROVE_REFUND" })).code
    ).toBe(0)
    at.sandbox.tiktok.returns.complete(id)
    const order = await at.app.order(order_id)
    expect(order).toMatchObject({ status: "COMPLETED" })
    expect(order).not.toHaveProperty("collection_time")
  })

  it("answers once for each key", async () => {
    const id = ask(place().id)
    const decision = "APPROVE_RETURN"

    expect((await answer(id, "approve", { decision }, "a")).code).toBe(0)
    expect((await answer(id, "approve", { decision }, "a")).code).toBe(0)
    expect((await answer(id, "approve", { decision }, "b")).code).toBe(25001001)
    expect(at.sandbox.tiktok.returns.get(id).answers).toEqual([decision])
  })

  it.each([
    ["REFUND", "REJECT_REFUND", "REFUND_OR_RETURN_REQUEST_REJECT"],
    ["RETURN_AND_REFUND", "REJECT_RETURN", "REFUND_OR_RETURN_REQUEST_REJECT"],
    ["REPLACEMENT", "REJECT_REPLACEMENT", "REPLACEMENT_REQUEST_REJECT"],
  ] as const)("refuses %s", async (type, decision, status) => {
    const id = ask(place().id, { type })
    const { data } = await at.app.get(`${BASE}/reject_reasons`, {
      query: { return_or_cancel_id: id },
    })
    const [{ name }] = data.reasons
    const reject = (body: Record<string, string>) => answer(id, "reject", body)

    expect((await reject({ decision, reject_reason: "no" })).code).toBe(
      25001001
    )
    expect((await reject({ decision })).code).toBe(36009004)
    expect((await reject({ decision, reject_reason: name })).code).toBe(0)
    const refused = await find(id)
    expect(refused.return_status).toBe(status)
    expect(refused).not.toHaveProperty("seller_next_action_response")
  })

  it("refuses what came back, for other reasons", async () => {
    const id = ask(place().id)
    const { returns } = at.sandbox.tiktok
    returns.approve(id)
    returns.shipBack(id, "HOAN-7")
    returns.deliverBack(id)
    const { data } = await at.app.get(`${BASE}/reject_reasons`, {
      query: { return_or_cancel_id: id },
    })
    const [{ name }] = data.reasons
    expect(name).toMatch(/^seller_reject_package_/)

    const decision = "REJECT_RECEIVED_PACKAGE"
    await answer(id, "reject", { decision, reject_reason: name })
    expect(await find(id)).toMatchObject({
      return_status: "REJECT_RECEIVE_PACKAGE",
      return_tracking_number: "HOAN-7",
    })
  })

  it("lets the buyer keep the goods", async () => {
    const id = ask(place().id)
    const body = { decision: "APPROVE_RETURN", buyer_keep_item: true }

    expect((await answer(id, "approve", body)).code).toBe(0)
    expect(await find(id)).toMatchObject({
      return_status: "RETURN_OR_REFUND_REQUEST_SUCCESS",
      can_buyer_keep_item: true,
    })
  })

  it("offers part of the money", async () => {
    const id = ask(place().id, { type: "REFUND" })
    const offer = (amount: string) =>
      answer(id, "approve", {
        decision: "OFFER_PARTIAL_REFUND",
        partial_refund: { currency: "VND", amount },
      })

    expect((await offer("999000")).code).toBe(25001001)
    expect((await offer("100000")).code).toBe(0)
    expect(await find(id)).toMatchObject({
      return_status: "AWAITING_BUYER_RESPONSE",
      seller_proposed_return_type: "PARTIAL_REFUND",
      partial_refund: { amount: "100000" },
    })
    at.sandbox.tiktok.returns.answerOffer(id, true)
    expect((await find(id)).refund_amount.refund_total).toBe("100000")
  })

  it("sends goods anew in an order of their own", async () => {
    const { id: order_id, units } = place()
    const id = ask(order_id, {
      type: "REPLACEMENT",
      unit_ids: [units[0].id],
    })
    expect((await find(id)).seller_next_action_response).toMatchObject([
      {
        action: "SELLER_RESPOND_REPLACEMENT",
        deadline: at.sandbox.clock.seconds() + 24 * HOUR,
      },
    ])

    await answer(id, "approve", { decision: "APPROVE_REPLACEMENT" })
    const { status, new_order_id } = at.sandbox.tiktok.returns.get(id)
    expect(status).toBe("REPLACEMENT_REQUEST_COMPLETE")
    expect(await at.app.order(String(new_order_id))).toMatchObject({
      is_replacement_order: true,
      replaced_order_id: order_id,
      line_items: [{ seller_sku: "LY-LAM-S", original_price: "0" }],
    })
  })

  it("goes on under a new id when the buyer edits it", async () => {
    const { id: order_id, units } = place()
    const old = ask(order_id)
    const { id: next } = at.sandbox.tiktok.returns.edit(old, {
      unit_ids: [units[1].id],
    })

    expect(await find(old)).toMatchObject({
      return_status: "RETURN_OR_REFUND_REQUEST_CANCEL",
      next_return_id: next,
    })
    expect(await find(next)).toMatchObject({
      return_status: "RETURN_OR_REFUND_REQUEST_PENDING",
      pre_return_id: old,
      return_line_items: [{ order_line_item_id: units[1].id }],
    })
  })

  it("takes each unit in one open request only", () => {
    const { id: order_id, units } = place()
    const id = ask(order_id, { unit_ids: [units[0].id] })

    expect(() => ask(order_id)).toThrow(RangeError)
    expect(() => ask(order_id, { unit_ids: ["1"] })).toThrow(RangeError)
    at.sandbox.tiktok.returns.withdraw(id)
    expect(() => at.sandbox.tiktok.returns.withdraw(id)).toThrow(RangeError)
    expect(ask(order_id)).not.toBe(id)
    const unpaid = place({ status: "UNPAID" }).id
    expect(() => ask(unpaid)).toThrow(RangeError)
  })

  it("grants what is not answered in time", () => {
    const { returns } = at.sandbox.tiktok
    const id = ask(place().id)
    const other = ask(place().id, { type: "REFUND" })
    at.sandbox.clock.advance(48 * HOUR)

    expect(returns.get(id).status).toBe("AWAITING_BUYER_SHIP")
    expect(returns.get(other).status).toBe("RETURN_OR_REFUND_REQUEST_SUCCESS")
    at.sandbox.clock.advance(48 * HOUR)
    expect(returns.get(id).status).toBe("AWAITING_BUYER_SHIP")
    expect(returns.get(other).answers).toEqual([])
  })

  it("has pages of ten to fifty", async () => {
    for (let n = 0; n < 11; n++) {
      ask(place({ lines: lines.slice(0, 1), history: true }).id)
      at.sandbox.clock.advance(5)
    }
    const { data } = await search()
    expect([data.total_count, data.return_orders.length]).toEqual([11, 10])
    const { next_page_token } = data
    const rest = await search({}, { page_token: next_page_token })
    expect(rest.data.return_orders).toHaveLength(1)
    expect((await search({}, { page_size: "9" })).code).toBe(36009004)
    expect((await search({}, { page_size: "51" })).code).toBe(36009004)
    const refunds = await search({ return_types: ["REFUND"] })
    expect(refunds.data.total_count).toBe(0)
  })

  it("tells of every change by webhook 12", () => {
    at.sandbox.tiktok.options.webhook_url = "http://localhost:1/"
    at.sandbox.tiktok.options.webhook_mode = "manual"
    const order_id = place().id
    const id = ask(order_id)
    at.sandbox.tiktok.returns.approve(id)

    const told = at.sandbox.tiktok.webhooks
      .log()
      .map(({ body }) => JSON.parse(body))
      .filter(({ type }) => type === 12)
    expect(told).toMatchObject(
      ["RETURN_OR_REFUND_REQUEST_PENDING", "AWAITING_BUYER_SHIP"].map(
        (return_status) => ({
          data: {
            order_id,
            return_id: id,
            return_type: "RETURN_AND_REFUND",
            return_status,
            return_role: "BUYER",
          },
        })
      )
    )
  })
})
