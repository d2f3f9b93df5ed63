import { JsonObject } from "../../src/domain/shared/json"
import { App } from "../__fixtures__/app"
import { tikTokSuite } from "../__fixtures__/suites"

type Wire = JsonObject & {
  id: string
  status: string
  create_time: number
  update_time: number
  payment: Record<string, string>
  line_items: Record<string, string>[]
  recipient_address: Record<string, string>
  packages: { id: string }[]
}

describe("orders", () => {
  const at = tikTokSuite()

  const read = async (id: string) => (await at.app.order(id)) as Wire
  const place = (input = {}) => at.sandbox.tiktok.addOrders([input])[0].id

  it("pages through all of them once, in either direction", async () => {
    at.sandbox.tiktok.addOrders(95, 3)

    for (const sort_field of ["create_time", "update_time"] as const) {
      const up = (await at.app.allOrders({
        sort_field,
        sort_order: "ASC",
      })) as Wire[]
      const down = (await at.app.allOrders({ sort_field })) as Wire[]

      expect(new Set(up.map(({ id }) => id)).size).toBe(95)
      expect(down.map(({ id }) => id)).toEqual(up.map(({ id }) => id).reverse())
      const times = up.map((order) => order[sort_field])
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }
  })

  it("takes the lower bound in and the upper bound out", async () => {
    const id = place()
    const { update_time } = await read(id)
    const count = async (from: number, until: number) =>
      (
        await at.app.allOrders(
          {},
          { update_time_ge: from, update_time_lt: until }
        )
      ).length

    expect(await count(update_time, update_time + 1)).toBe(1)
    expect(await count(update_time - 1, update_time)).toBe(0)
    expect(await count(update_time + 1, update_time + 9)).toBe(0)
  })

  it("binds a page token to its query and fills it with special characters", async () => {
    at.sandbox.tiktok.addOrders(3, 1)
    const query = { page_size: "1" }
    const path = "/order/202309/orders/search"
    const { data } = await at.app.post(path, { shipping_type: "TIKTOK" }, query)

    expect(data.next_page_token).toMatch(/[+].*[/].*[=]/)
    const other = { ...query, page_token: data.next_page_token }
    expect((await at.app.post(path, {}, other)).code).toBe(36009004)
  })

  it("adds up to the đồng, one entry a unit", async () => {
    at.sandbox.tiktok.addOrders(200, 11)
    const orders = (await at.app.allOrders({ page_size: "100" })) as Wire[]
    const sum = (items: Record<string, string>[], field: string) =>
      items.reduce((total, item) => total + Number(item[field]), 0)

    for (const { payment, line_items } of orders) {
      const money = (field: string) => Number(payment[field])
      expect(sum(line_items, "original_price")).toBe(
        money("original_total_product_price")
      )
      expect(sum(line_items, "sale_price")).toBe(money("sub_total"))
      expect(
        money("original_shipping_fee") -
          money("shipping_fee_seller_discount") -
          money("shipping_fee_platform_discount")
      ).toBe(money("shipping_fee"))
      expect(money("sub_total") + money("shipping_fee")).toBe(
        money("total_amount")
      )
      expect(money("total_amount")).toBeGreaterThanOrEqual(0)
    }
    expect(new Set(orders.map(({ status }) => status)).size).toBe(8)
    expect(orders.some(({ is_cod }) => is_cod)).toBe(true)
    expect(orders.some(({ is_sample_order }) => is_sample_order)).toBe(true)
    const { data } = await at.app.post(
      "/order/202309/orders/search",
      {},
      { page_size: "1" }
    )
    expect(data.total_count).toBe(200)
  })

  it("plans the same orders from the same seed", () => {
    const first = at.sandbox.tiktok.addOrders(20, 5).map(({ units }) => units)
    at.sandbox.tiktok.reset()
    const again = at.sandbox.tiktok.addOrders(20, 5).map(({ units }) => units)

    expect(again).toEqual(first)
  })

  it("hides the address until the hold is over, then masks it", async () => {
    const recipient = { name: "Nguyễn An Mẫu", phone: "(+84)000012345" }
    const id = place({ status: "ON_HOLD", recipient })
    expect((await read(id)).recipient_address).toEqual({})

    at.sandbox.tiktok.orders.advance(id)
    const { recipient_address } = await read(id)
    expect(recipient_address.name).toBe("N*** A*** M***")
    expect(recipient_address.phone_number).toContain("***")

    const own = place({ shipping_type: "SELLER", recipient })
    expect((await read(own)).recipient_address.name).toBe("Nguyễn An Mẫu")
  })

  it("gives a package as soon as the order is paid", async () => {
    const id = place({ status: "UNPAID" })
    expect((await read(id)).packages).toEqual([])

    at.sandbox.tiktok.orders.advance(id)
    expect((await read(id)).packages).toHaveLength(1)
  })

  it("moves update_time with the status only", async () => {
    const id = place()
    const before = await read(id)
    at.sandbox.clock.advance(100)
    at.sandbox.tiktok.orders.edit(id, { recipient: { street: "Số 5" } })
    at.sandbox.tiktok.cancellations.request(id)

    const edited = await read(id)
    expect(edited.update_time).toBe(before.update_time)
    expect(edited.has_updated_recipient_address).toBe(true)
    expect(edited.is_buyer_request_cancel).toBe(true)

    at.sandbox.tiktok.orders.advance(id)
    expect((await read(id)).update_time).toBeGreaterThan(before.update_time)
  })

  it("walks the whole way, also with cash on delivery", async () => {
    const id = place({ status: "UNPAID", is_cod: true })
    const seen = ["UNPAID"]
    while (seen[seen.length - 1] !== "COMPLETED") {
      seen.push(at.sandbox.tiktok.orders.advance(id).status)
      const { status, paid_time } = await read(id)
      const delivered = status === "DELIVERED" || status === "COMPLETED"
      expect(paid_time !== undefined).toBe(delivered)
    }
    expect(seen).toEqual([
      "UNPAID",
      "ON_HOLD",
      "AWAITING_SHIPMENT",
      "AWAITING_COLLECTION",
      "IN_TRANSIT",
      "DELIVERED",
      "COMPLETED",
    ])
    expect(() => at.sandbox.tiktok.orders.advance(id)).toThrow()
  })

  it("cancels in part, in whole, and after collection", async () => {
    const lines = [{ seller_sku: "LY-LAM-S", quantity: 2 }]
    const id = place({ lines })
    const [unit] = (await read(id)).line_items
    at.sandbox.tiktok.orders.cancel(id, "SELLER", undefined, [unit.id])
    expect((await read(id)).status).toBe("AWAITING_SHIPMENT")
    expect((await read(id)).line_items[0]).toMatchObject({
      display_status: "CANCELLED",
      cancel_user: "SELLER",
    })

    at.sandbox.tiktok.orders.cancel(id, "BUYER")
    expect(await read(id)).toMatchObject({
      status: "CANCELLED",
      cancellation_initiator: "BUYER",
    })

    const sent = place({ status: "IN_TRANSIT" })
    at.sandbox.tiktok.orders.cancel(sent, "SYSTEM")
    expect(await read(sent)).toMatchObject({
      status: "CANCELLED",
      collection_time: expect.any(Number),
    })
  })

  it("completes without collection after a full refund", async () => {
    const id = place({ refunded_before_collection: true })

    const order = await read(id)
    expect(order.status).toBe("COMPLETED")
    expect(order.collection_time).toBeUndefined()
  })

  it("splits a parcel", async () => {
    const id = place({ lines: [{ seller_sku: "LY-LAM-S", quantity: 2 }] })
    const [unit] = (await read(id)).line_items
    at.sandbox.tiktok.packages.arrangePart(id, [unit.id])

    const order = await read(id)
    expect(order.status).toBe("PARTIALLY_SHIPPING")
    expect(order.packages).toHaveLength(2)
    at.sandbox.tiktok.orders.advance(id)
    expect((await read(id)).status).toBe("AWAITING_COLLECTION")
  })

  it("shows sets, gifts and samples as TikTok does", async () => {
    const set = await read(place({ lines: [{ seller_sku: "BO-TRA-DO" }] }))
    expect(set.line_items[0].combined_listing_skus).toMatchObject([
      { seller_sku: "AM-DO-350", sku_count: 1 },
      { seller_sku: "CHEN-DO-60", sku_count: 4 },
    ])

    const gift = await read(
      place({ lines: [{ seller_sku: "LY-LAM-S", gift: true }] })
    )
    expect(gift.line_items[0]).toMatchObject({
      is_gift: true,
      original_price: "0",
      gift_retail_price: "199000",
    })

    const sample = await read(place({ kind: "sample" }))
    expect(sample.payment.total_amount).toBe("0")
  })

  it("injects a status that nobody knows", async () => {
    const id = place()
    at.sandbox.tiktok.orders.edit(id, { wire: { status: "TELEPORTED" } })

    expect((await read(id)).status).toBe("TELEPORTED")
    expect(at.sandbox.tiktok.books().orders_by_status.TELEPORTED.count).toBe(1)
  })

  it("lets the feed lag behind, for new orders and for changes", async () => {
    const old = place()
    at.sandbox.clock.advance(100)
    at.sandbox.tiktok.options.feed_delay_seconds = 60
    const fresh = place()
    at.sandbox.tiktok.orders.advance(old)
    const listed = async () =>
      Object.fromEntries(
        ((await at.app.allOrders({})) as Wire[]).map(({ id, status }) => [
          id,
          status,
        ])
      )

    expect(await listed()).toEqual({ [old]: "AWAITING_SHIPMENT" })
    expect(await read(fresh)).toBeUndefined()
    expect(at.sandbox.tiktok.books().orders).toBe(2)
    at.sandbox.clock.advance(60)
    expect(await listed()).toEqual({
      [old]: "AWAITING_COLLECTION",
      [fresh]: "AWAITING_SHIPMENT",
    })
  })

  it("keeps shops apart", async () => {
    const id = place()
    const other = new App(at.sandbox, "demoOpenIdVN02")

    expect(await other.order(id)).toBeUndefined()
    expect(await other.allOrders({})).toEqual([])
    const price = `/order/202407/orders/${id}/price_detail`
    expect((await other.get(price)).code).toBe(36009004)
  })

  it("takes at most fifty ids", async () => {
    const ids = Array.from({ length: 51 }, (_, n) => String(n)).join(",")

    const { code } = await at.app.get("/order/202507/orders", {
      query: { ids },
    })
    expect(code).toBe(36009004)
  })
})
