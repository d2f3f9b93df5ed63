import { App } from "../__fixtures__/app"
import { startStanding } from "../__fixtures__/standing-clock"
import { tikTokSuite } from "../__fixtures__/suites"

const BASE = "/return_refund/202309"
const HOUR = 3600

describe("cancellations", () => {
  const at = tikTokSuite(startStanding)

  const place = (input = {}) => at.sandbox.tiktok.addOrders([input])[0].id
  const ask = (order_id: string) =>
    at.sandbox.tiktok.cancellations.request(order_id).id
  const search = (body = {}, query = {}) =>
    at.app.post(`${BASE}/cancellations/search`, body, query)
  const find = async (cancel_id: string) =>
    (await search({ cancel_ids: [cancel_id] })).data.cancellations[0]
  const answer = (
    cancel_id: string,
    verb: "approve" | "reject",
    idempotency_key: string,
    body?: Record<string, string>
  ) =>
    at.app.call("POST", `${BASE}/cancellations/${cancel_id}/${verb}`, {
      query: { idempotency_key },
      body,
    })
  const packed = {
    reject_reason: "seller_reject_apply_product_has_been_packed",
  }

  it("shows a request that waits, with its deadline and its units", async () => {
    const order_id = place({
      lines: [{ seller_sku: "LY-LAM-S", quantity: 2, seller_discount: 20_000 }],
    })
    const id = ask(order_id)

    const now = at.sandbox.clock.seconds()
    const { units } = at.sandbox.tiktok.orders.get(order_id)
    expect(await find(id)).toMatchObject({
      cancel_id: id,
      order_id,
      cancel_type: "BUYER_CANCEL",
      cancel_status: "CANCELLATION_REQUEST_PENDING",
      role: "BUYER",
      seller_next_action_response: [
        { action: "SELLER_RESPOND_CANCEL", deadline: now + 48 * HOUR },
      ],
      refund_amount: { currency: "VND", refund_total: "358000" },
      cancel_line_items: units.map((unit) => ({
        order_line_item_id: unit.id,
        refund_amount: { refund_total: "179000" },
      })),
    })
    expect(await at.app.order(order_id)).toMatchObject({
      status: "AWAITING_SHIPMENT",
      is_buyer_request_cancel: true,
      request_cancel_time: now,
    })
    const { data } = await at.app.post(
      "/order/202309/orders/search",
      { is_buyer_request_cancel: true },
      { page_size: "10" }
    )
    expect(data.total_count).toBe(1)
    expect(() => ask(order_id)).toThrow(RangeError)
  })

  it("cancels the order once when the seller agrees", async () => {
    const order_id = place()
    const id = ask(order_id)

    expect(await answer(id, "approve", "key-1")).toMatchObject({ code: 0 })
    expect(await answer(id, "approve", "key-1")).toMatchObject({ code: 0 })
    expect(await answer(id, "approve", "key-2")).toMatchObject({
      code: 25001001,
    })
    expect(await answer(id, "reject", "key-1", packed)).toMatchObject({
      code: 25001001,
    })
    expect(at.sandbox.tiktok.cancellations.get(id).answers).toEqual(["approve"])
    expect(await at.app.order(order_id)).toMatchObject({
      status: "CANCELLED",
      cancellation_initiator: "BUYER",
      is_buyer_request_cancel: false,
    })
    const granted = await find(id)
    expect(granted.cancel_status).toBe("CANCELLATION_REQUEST_SUCCESS")
    expect(granted).not.toHaveProperty("seller_next_action_response")
    expect((await search({ order_ids: [order_id] })).data.total_count).toBe(1)

    at.sandbox.tiktok.cancellations.complete(id)
    expect((await find(id)).cancel_status).toBe("CANCELLATION_REQUEST_COMPLETE")
  })

  it("goes on with the order when the seller refuses, for a reason it may give", async () => {
    const order_id = place()
    const id = ask(order_id)
    const reasons = async (locale: string) =>
      (
        await at.app.get(`${BASE}/reject_reasons`, {
          query: { return_or_cancel_id: id, locale },
        })
      ).data.reasons

    const [first] = await reasons("vi-VN")
    expect(first).toEqual({
      name: packed.reject_reason,
      text: "Hàng đã được đóng gói",
    })
    expect((await reasons("en-US"))[0].text).toBe("The product has been packed")
    const unknown = { reject_reason: "because" }
    expect((await answer(id, "reject", "k", unknown)).code).toBe(25001001)
    expect((await answer(id, "reject", "k", {})).code).toBe(36009004)
    expect((await answer(id, "reject", "k".repeat(256), packed)).code).toBe(
      36009004
    )
    expect((await answer(id, "reject", "k", packed)).code).toBe(0)

    expect((await find(id)).cancel_status).toBe(
      "CANCELLATION_REQUEST_CANCELLED"
    )
    expect(await at.app.order(order_id)).toMatchObject({
      status: "AWAITING_SHIPMENT",
      is_buyer_request_cancel: false,
    })
    at.sandbox.tiktok.packages.ship(
      at.sandbox.tiktok.packages.ofOrder(order_id)[0].id
    )
  })

  it("spells a withdrawn request either way", async () => {
    at.sandbox.tiktok.options.ended_cancellation = "CANCELLATION_REQUEST_CANCEL"
    const id = ask(place())
    at.sandbox.tiktok.cancellations.withdraw(id)

    expect((await find(id)).cancel_status).toBe("CANCELLATION_REQUEST_CANCEL")
    expect((await answer(id, "approve", "k")).code).toBe(25001001)
  })

  it("grants what is not answered within two days", async () => {
    const order_id = place()
    const id = ask(order_id)

    at.sandbox.clock.advance(48 * HOUR - 60)
    expect(at.sandbox.tiktok.orders.get(order_id).status).toBe(
      "AWAITING_SHIPMENT"
    )
    at.sandbox.clock.advance(60)
    expect(at.sandbox.tiktok.orders.get(order_id).status).toBe("CANCELLED")
    expect(at.sandbox.tiktok.cancellations.get(id)).toMatchObject({
      status: "CANCELLATION_REQUEST_SUCCESS",
      answers: [],
    })
  })

  it("lists what was cancelled without asking, also by the seller's own call", async () => {
    const by_system = place({ status: "UNPAID" })
    at.sandbox.tiktok.orders.cancel(by_system, "SYSTEM")
    const by_seller = place()
    const cancel = (order_id: string, cancel_reason: string) =>
      at.app.post(`${BASE}/cancellations`, { order_id, cancel_reason })

    const reason = "seller_cancel_reason_out_of_stock"
    expect((await cancel(by_seller, "mood")).code).toBe(25001001)
    const { data } = await cancel(by_seller, reason)
    expect(data.cancel_status).toBe("CANCELLATION_REQUEST_COMPLETE")
    const sent = place({ status: "IN_TRANSIT" })
    expect((await cancel(sent, reason)).code).toBe(25020005)
    expect((await cancel("578999999999999999", reason)).code).toBe(25001001)
    expect((await search()).data.cancellations).toMatchObject([
      { order_id: by_system, cancel_type: "CANCEL", role: "SYSTEM" },
      {
        cancel_id: data.cancel_id,
        order_id: by_seller,
        role: "SELLER",
        cancel_reason: reason,
      },
    ])
  })

  it("ends the buyer's request when somebody else cancels", async () => {
    const order_id = place()
    const id = ask(order_id)
    at.sandbox.tiktok.orders.cancel(order_id, "SELLER")

    expect(at.sandbox.tiktok.orders.get(order_id)).toMatchObject({
      cancel_requested: false,
      cancellation: { initiator: "SELLER" },
    })
    expect((await find(id)).cancel_status).toBe(
      "CANCELLATION_REQUEST_CANCELLED"
    )
  })

  it("pages oldest first, ten at a time unless told, filtered by change", async () => {
    const ids: string[] = []
    for (let n = 0; n < 12; n++) {
      ids.push(ask(place()))
      at.sandbox.clock.advance(10)
    }
    const first = (await search()).data
    expect(first).toMatchObject({ total_count: 12 })
    const page_token = first.next_page_token
    const second = (await search({}, { page_token })).data
    const seen = [...first.cancellations, ...second.cancellations]
    expect(seen.map(({ cancel_id }) => cancel_id)).toEqual(ids)
    expect(second.next_page_token).toBe("")

    const since = at.sandbox.clock.seconds()
    at.sandbox.tiktok.cancellations.withdraw(ids[3])
    const changed = (await search({ update_time_ge: since })).data
    expect(changed.cancellations).toMatchObject([{ cancel_id: ids[3] }])
    expect((await search({}, { page_size: "1" })).code).toBe(0)
    for (const page_size of ["0", "51", "ten"]) {
      expect((await search({}, { page_size })).code).toBe(36009004)
    }
  })

  it("keeps shops apart, and loses answers on demand", async () => {
    const order_id = place()
    const id = ask(order_id)
    const other = new App(at.sandbox, "demoOpenIdVN02")
    const path = `${BASE}/cancellations/${id}/approve`
    expect((await other.call("POST", path, {})).code).toBe(25001001)
    const theirs = await other.post(`${BASE}/cancellations/search`, {})
    expect(theirs.data.total_count).toBe(0)

    at.sandbox.tiktok.faults.add({ kind: "lost_answer", path: "/approve" })
    await expect(answer(id, "approve", "k")).rejects.toThrow()
    expect(at.sandbox.tiktok.orders.get(order_id).status).toBe("CANCELLED")
    expect((await answer(id, "approve", "k")).code).toBe(0)
  })

  it("tells of every change by webhook 11", async () => {
    at.sandbox.tiktok.options.webhook_url = "http://localhost:1/"
    at.sandbox.tiktok.options.webhook_mode = "manual"
    const order_id = place()
    const id = ask(order_id)
    at.sandbox.tiktok.cancellations.approve(id)

    const told = at.sandbox.tiktok.webhooks
      .log()
      .map(({ body }) => JSON.parse(body))
      .filter(({ type }) => type === 11)
    expect(told).toMatchObject(
      ["PENDING", "SUCCESS"].map((state) => ({
        data: {
          order_id,
          cancel_id: id,
          cancel_status: `CANCELLATION_REQUEST_${state}`,
          cancellations_role: "BUYER",
        },
      }))
    )
  })
})
