import { JsonObject } from "../../src/domain/shared/json"
import { tikiSuite } from "../__fixtures__/suites"
import { startSandbox } from "../index"
import { FulfillmentType } from "../tiki/orders/statuses"

describe("the seller's answer to an order of Tiki", () => {
  const at = tikiSuite(() => startSandbox({ tiki: { pickup_warehouses: 2 } }), {
    as_described: false,
  })

  const place = (fulfillment_type: FulfillmentType) =>
    at.sandbox.tiki.addOrders([
      {
        fulfillment_type,
        lines: [
          { original_sku: "LY-LAM-S", quantity: 2 },
          { original_sku: "DIA-NAU-15" },
        ],
      },
    ])[0]
  const order = (code: string) => at.sandbox.tiki.orders.get(code)
  const post = (code: string, call: string, body: JsonObject) =>
    at.client.post(`/v2/orders/${code}/${call}`, body)

  describe("by item", () => {
    const confirm = (code: string, ids: number[], more: JsonObject = {}) =>
      post(code, "confirm-available", {
        available_item_ids: ids,
        seller_inventory_id: 50123,
        ...more,
      })

    it("confirms what is listed and refuses the rest", async () => {
      const { code, items } = place("tiki_delivery")
      expect((await confirm(code, [items[0].id])).status).toBe(200)
      expect(order(code)).toMatchObject({
        status: "picking",
        items: [
          { confirmation: "seller_confirmed", warehouse_id: 50123 },
          { confirmation: "seller_canceled" },
        ],
      })
      const plate = at.sandbox.tiki.catalogue.findByOriginalSku(
        210042,
        "DIA-NAU-15"
      )
      expect(plate?.stock.get(50123)?.reserved).toBe(0)
      expect((await confirm(code, [items[0].id])).status).toBe(422)
    })

    it.each([
      ["an empty list", []],
      ["an id of another order", [1]],
    ])("cancels the order for good by %s", async (_, ids) => {
      const { code } = place("seller_delivery")
      expect((await confirm(code, ids)).status).toBe(200)
      expect(order(code)).toMatchObject({
        status: "canceled",
        cancellation: { by: "seller" },
      })
    })

    it("keeps a call of the plugin that its own description forbids", async () => {
      const { code } = place("seller_delivery")
      await confirm(code, [])
      expect(at.sandbox.tiki.violations).toMatchObject([
        { call: expect.stringContaining("confirm-available") },
      ])
    })

    it("moves the goods to the warehouse that sends them", async () => {
      const { code, items } = place("tiki_delivery")
      const reserved = () =>
        at.sandbox.tiki.catalogue
          .findByOriginalSku(210042, "LY-LAM-S")
          ?.stock.get(50126)?.reserved
      await confirm(code, [items[0].id], { seller_inventory_id: 50126 })
      expect(reserved()).toBe(2)
      expect(
        (await at.client.get(`/v2/orders/${code}`)).body.items[0]
      ).toMatchObject({
        seller_inventory_id: 50126,
        seller_inventory_name: "Kho Thủ Đức",
      })
    })

    it("refuses dropship, unknown warehouses and orders of other sellers", async () => {
      const { code, items } = place("dropship")
      expect((await confirm(code, [items[0].id])).status).toBe(422)
      const own = place("tiki_delivery")
      const elsewhere = { seller_inventory_id: 50125 }
      expect((await confirm(own.code, [1], elsewhere)).status).toBe(422)
      const [foreign] = at.sandbox.tiki.addOrders([
        { seller_id: 210077, fulfillment_type: "tiki_delivery" },
      ])
      expect((await confirm(foreign.code, [])).status).toBe(403)
      expect(order(own.code).status).toBe("queueing")
      expect(order(foreign.code).status).toBe("queueing")
    })
  })

  describe("of a dropship order, as a whole", () => {
    const call = "dropship/confirm-available"

    it("confirms with a time for the pickup", async () => {
      const { code } = place("dropship")
      const slots = await at.client.get(
        "/v2/orders/dropship/expected-pickup-slots"
      )
      const [{ expected_pickup_time }] = slots.body.pickup_slots
      const answer = await post(code, call, {
        confirmation_status: "seller_confirmed",
        seller_inventory_id: 50123,
        expected_pickup_time,
      })
      expect(answer.status).toBe(200)
      expect(order(code).status).toBe("picking")
      expect(at.sandbox.tiki.violations).toEqual([])
    })

    it("refuses, and takes no other words", async () => {
      const { code } = place("dropship")
      const say = (confirmation_status: string, time = "2025-06-11 08:00:00") =>
        post(code, call, {
          confirmation_status,
          seller_inventory_id: 50123,
          expected_pickup_time: time,
        })
      expect((await say("confirmed")).status).toBe(400)
      expect((await say("seller_confirmed", "tomorrow")).status).toBe(400)
      expect(order(code).status).toBe("queueing")
      expect((await say("seller_canceled")).status).toBe(200)
      expect(order(code).status).toBe("canceled")
    })
  })

  describe("on delivery by the seller", () => {
    const deliver = (code: string, body: JsonObject) =>
      post(code, "seller-delivery/update-delivery", body)

    it.each([
      [{ status: "successful_delivery" }, "successful_delivery"],
      [
        { status: "failed_delivery", failure_cause: "out_of_needs" },
        "canceled",
      ],
      [
        {
          status: "failed_delivery",
          failure_cause: "redelivery_appointment",
          appointment_date: "2025-06-12 08:00:00",
        },
        "shipping",
      ],
    ])("%j makes it %s", async (body, status) => {
      const { code } = place("seller_delivery")
      expect((await deliver(code, body)).status).toBe(422)
      at.sandbox.tiki.orders.advance(code, "shipping")
      expect((await deliver(code, body)).status).toBe(200)
      expect(order(code).status).toBe(status)
    })
  })

  it("prints labels as pages, after confirmation and until it is cancelled", async () => {
    const { code } = place("dropship")
    const labels = () =>
      at.client.get(`/v2/orders/${code}/dropship/labels`, { format: "html" })
    expect((await labels()).status).toBe(422)
    at.sandbox.tiki.orders.advance(code, "picking")
    const { shipping_label_url, shipping_stamp_url } = (await labels()).body
    expect(shipping_stamp_url).toBeNull()
    const page = await fetch(shipping_label_url)
    expect(page.headers.get("content-type")).toContain("text/html")
    expect(await page.text()).toContain(code)
    at.sandbox.tiki.orders.cancel(code, "tiki")
    expect((await labels()).status).toBe(422)
  })
})
