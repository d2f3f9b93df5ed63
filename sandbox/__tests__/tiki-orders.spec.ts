import { JsonObject } from "../../src/domain/shared/json"
import { tikiSuite } from "../__fixtures__/suites"
import { ORDERS, tikiOrders } from "../__fixtures__/tiki-orders"
import { startSandbox } from "../index"
import { RAW_STATUSES } from "../tiki/orders/statuses"
import { readTime, writeTime } from "../tiki/tiki-time"

describe("orders of Tiki", () => {
  const at = tikiSuite(startSandbox, { as_described: false })

  const { place, show, codes } = tikiOrders(at)

  describe("the life of an order", () => {
    it.each(RAW_STATUSES)("%s can be reached, and is shown", async (status) => {
      const [code] = place([{ status: "waiting_payment" }])
      if (status !== "waiting_payment") {
        at.sandbox.tiki.orders.advance(code, status)
      }
      expect((await show(code)).status).toBe(status)
      expect(await codes({ status })).toEqual([code])
    })

    it.each([
      [
        "dropship",
        [
          "picking",
          "handover_to_partner",
          "shipping",
          "successful_delivery",
          "complete",
        ],
      ],
      [
        "tiki_delivery",
        [
          "picking",
          "packaging",
          "finished_packing",
          "ready_to_ship",
          "handover_to_partner",
          "shipping",
          "delivered",
          "complete",
        ],
      ],
      [
        "seller_delivery",
        ["picking", "shipping", "successful_delivery", "complete"],
      ],
    ] as const)("%s goes its own way", async (fulfillment_type, way) => {
      const [code] = place([{ fulfillment_type }])
      for (const status of way) {
        expect(at.sandbox.tiki.orders.advance(code).status).toBe(status)
      }
      expect(() => at.sandbox.tiki.orders.advance(code)).toThrow(
        "cannot become"
      )
      const { status_histories } = await show(code, {
        include: "status_histories",
      })
      expect(status_histories.map(({ status }: JsonObject) => status)).toEqual([
        "waiting_payment",
        "processing",
        "queueing",
        ...way,
      ])
    })

    it.each([
      ["buyer", "queueing", null],
      ["seller", "picking", null],
      ["tiki", "shipping", expect.stringMatching(/^R/)],
    ] as const)(
      "the %s cancels it when %s",
      async (by, status, return_code) => {
        const [code] = place([{ status, cancel: { by, comment: "thử" } }])
        const order = await show(code)
        expect(order).toMatchObject({
          status: "canceled",
          cancel_info: {
            reason_code: expect.any(String),
            reason_text: expect.any(String),
            comment: "thử",
            canceled_at: order.updated_at,
          },
        })
        expect(order.shipping.return_shipping_code).toEqual(return_code)
        expect(() => at.sandbox.tiki.orders.cancel(code, by)).toThrow()
      }
    )

    it("takes from the shelf what leaves, and gives back what is cancelled", () => {
      const level = () => {
        const { catalogue } = at.sandbox.tiki
        const cup = catalogue.findByOriginalSku(210042, "LY-LAM-S")
        return cup?.stock.get(50123)
      }
      const lines = [{ original_sku: "LY-LAM-S", quantity: 5 }]
      const [code, other] = place([
        { lines, status: "waiting_payment" },
        { lines },
      ])
      expect(level()).toEqual({ available: 60, reserved: 10 })
      at.sandbox.tiki.orders.cancel(other, "buyer")
      at.sandbox.tiki.orders.advance(code, "shipping")
      expect(level()).toEqual({ available: 55, reserved: 0 })
      at.sandbox.tiki.orders.advance(code, "returned")
      expect(level()).toEqual({ available: 55, reserved: 0 })
      expect(() =>
        place([{ lines: [{ original_sku: "LY-LAM-S", quantity: 56 }] }])
      ).toThrow("out of stock")
    })
  })

  describe("the list", () => {
    it("shows every order once over short pages", async () => {
      place(40)
      const { rows, sizes, paging } = await at.client.all(ORDERS, {
        limit: "10",
      })
      expect(sizes).toEqual([9, 10, 10, 9, 2])
      expect(new Set(rows.map(({ code }) => code)).size).toBe(40)
      expect(paging.total).not.toBe(40)
      expect(at.sandbox.tiki.violations).toEqual([])
    })

    it("reads Vietnam's time, to the second, both bounds included", async () => {
      const midnight = readTime("2025-06-11 00:00:00") ?? 0
      expect(midnight).toBe(Date.parse("2025-06-10T17:00:00Z") / 1000)
      const [before, at, after] = place(
        [-1, 0, 1].map((second) => ({
          status: "waiting_payment" as const,
          create_time: midnight + second,
        }))
      )
      const from = { created_from_date: "2025-06-11 00:00:00" }
      const to = { created_to_date: "2025-06-11 00:00:00" }
      expect(await codes(from)).toEqual([after, at])
      expect(await codes(to)).toEqual([at, before])
      expect(await codes({ ...from, ...to })).toEqual([at])
      expect(await codes({ updated_to_date: "2025-06-10 23:59:59" })).toEqual([
        before,
      ])
      expect(await codes({ created_from_date: "2025-06-11T00:00:00Z" })).toBe(
        400
      )
    })

    it("takes sets of statuses in every form", async () => {
      const [queueing, picking, unpaid] = place([
        { status: "queueing" },
        { status: "picking" },
        { status: "waiting_payment" },
      ])
      const sorted = async (status: string) => (await codes({ status })).sort()
      expect(await sorted("in|queueing,picking")).toEqual([queueing, picking])
      expect(await sorted("queueing,picking")).toEqual([queueing, picking])
      expect(await sorted("nin|processing,waiting_payment")).toEqual([
        queueing,
        picking,
      ])
      expect(await sorted("waiting_payment")).toEqual([unpaid])
      expect(await codes({ code: `${unpaid},${picking}` })).toHaveLength(2)
      expect(
        await codes({ item_confirmation_status: "seller_confirmed" })
      ).toEqual([picking])
      expect(await codes({ fulfillment_type: "nin|dropship" })).toEqual([])
    })

    it("sorts and looks back by days", async () => {
      const now = at.sandbox.clock.seconds()
      const [old, young] = place([
        { create_time: now - 20 * 86_400, history: true },
        { create_time: now - 3600 },
      ])
      at.sandbox.clock.advance(60)
      at.sandbox.tiki.orders.edit(old, {})
      expect(await codes({})).toEqual([young, old])
      expect(await codes({ order_by: "updated_at|asc" })).toEqual([young, old])
      expect(await codes({ order_by: "updated_at|desc" })).toEqual([old, young])
      expect(await codes({ filter_date_by: "last7days" })).toEqual([young])
      expect(await codes({ filter_date_by: "last30days" })).toHaveLength(2)
      expect(await codes({ order_by: "code|asc" })).toBe(400)
      expect(await codes({ filter_date_by: "yesterday" })).toBe(400)
    })

    it("shows news only after the feed's delay", async () => {
      const [code] = place([{}])
      at.sandbox.tiki.options.feed_delay_seconds = 60
      at.sandbox.clock.advance(61)
      at.sandbox.tiki.orders.advance(code)
      expect((await show(code)).status).toBe("queueing")
      at.sandbox.clock.advance(60)
      expect((await show(code)).status).toBe("picking")
    })
  })

  it("lays anything over an answer", async () => {
    const [code] = place([{}])
    const changed_at = at.sandbox.tiki.orders.get(code).update_time
    at.sandbox.tiki.orders.edit(code, {
      wire: { status: "just_invented", items: { "0": { qty: null } } },
      quiet: true,
      off_contract: true,
    })
    const order = await show(code)
    expect(order.status).toBe("just_invented")
    expect(order.items[0]).not.toHaveProperty("qty")
    expect(order.updated_at).toBe(writeTime(changed_at))
    expect(await codes({ status: "just_invented" })).toEqual([code])
  })
})
