import { PACKAGES, placeWithPackage, ship } from "../__fixtures__/packages"
import { startStanding } from "../__fixtures__/standing-clock"
import { tikTokSuite } from "../__fixtures__/suites"

describe("packages", () => {
  const at = tikTokSuite(startStanding)

  const place = (input = {}) => placeWithPackage(at.sandbox, input)
  const detail = async (id: string) =>
    (await at.app.get(`${PACKAGES}/${id}`)).data
  const shipMany = (ids: string[]) =>
    at.app.post(`${PACKAGES}/ship`, { packages: ids.map((id) => ({ id })) })
  const two = [{ seller_sku: "LY-LAM-S", quantity: 2 }]

  it("arranges one, which gives it a number and moves its order", async () => {
    const { order_id, package_id } = place()
    expect(await detail(package_id)).toMatchObject({
      package_id,
      package_status: "TO_FULFILL",
      tracking_number: "",
      split_and_combine_tag: "DEFAULT",
      orders: [{ id: order_id }],
    })
    const before = (await at.app.order(order_id))?.update_time

    at.sandbox.clock.advance(60)
    const answer = await ship(at.app, package_id, {
      handover_method: "DROP_OFF",
    })
    expect(answer).toMatchObject({ http_status: 200, code: 0, data: {} })
    const { tracking_number, ...parcel } = await detail(package_id)
    expect(parcel).toMatchObject({
      package_status: "PROCESSING",
      handover_method: "DROP_OFF",
    })
    expect(tracking_number).toMatch(/^DEMOVN/)
    const order = await at.app.order(order_id)
    expect(order).toMatchObject({
      status: "AWAITING_COLLECTION",
      tracking_number,
      rts_time: at.sandbox.clock.seconds(),
      shipping_provider: "Demo Express VN",
      line_items: [{ package_status: "PROCESSING", tracking_number }],
    })
    expect(order?.update_time).toBeGreaterThan(Number(before))
  })

  it("takes an offered slot only", async () => {
    const { package_id } = place()
    const { data } = await at.app.get(
      `${PACKAGES}/${package_id}/handover_time_slots`
    )
    expect(data).toMatchObject({ can_pickup: true, can_drop_off: true })
    const [first] = data.pickup_slots
    const last = data.pickup_slots[data.pickup_slots.length - 1]
    expect([first.avaliable, last.avaliable]).toEqual([true, false])
    const pick = ({ start_time, end_time }: typeof first) =>
      ship(at.app, package_id, {
        handover_method: "PICKUP",
        pickup_slot: { start_time, end_time },
      })

    expect((await pick(last)).code).toBe(36009004)
    expect((await pick(first)).code).toBe(0)
    const { pickup_slot } = await detail(package_id)
    expect(pickup_slot.start_time).toBe(first.start_time)
  })

  it("wants the number of the seller's own carrier, and takes no other's", async () => {
    const own = place({ shipping_type: "SELLER" })
    const self_shipment = {
      tracking_number: "TUGIAO001",
      shipping_provider_id: "6841000000000000999",
    }
    expect((await ship(at.app, own.package_id)).code).toBe(36009004)
    expect((await ship(at.app, own.package_id, { self_shipment })).code).toBe(0)
    expect(await at.app.order(own.order_id)).toMatchObject({
      tracking_number: "TUGIAO001",
      shipping_provider: "Demo Giao Nhanh",
    })

    const { package_id } = place()
    expect((await ship(at.app, package_id, { self_shipment })).code).toBe(
      36009004
    )
  })

  it("refuses with TikTok's reasons", async () => {
    const held = place({ status: "ON_HOLD" })
    const asked = place()
    at.sandbox.tiktok.cancellations.request(asked.order_id)
    const refunded = place()
    at.sandbox.tiktok.returns.request(refunded.order_id, { type: "REFUND" })
    const shipped = place({ status: "AWAITING_COLLECTION" })
    const gone = place({ status: "IN_TRANSIT" })
    const cancelled = place()
    at.sandbox.tiktok.orders.cancel(cancelled.order_id, "BUYER")
    const by_tiktok = place({ fulfilled_by_tiktok: true })
    const foreign = at.sandbox.tiktok.addOrders([
      { shop_id: at.sandbox.tiktok.seller("demoOpenIdVN02").shops[0].id },
    ])[0].units[0].package_id

    const expected: [string, number][] = [
      [held.package_id, 21011044],
      [asked.package_id, 21008044],
      [refunded.package_id, 21008044],
      [shipped.package_id, 11006021],
      [gone.package_id, 11006021],
      [cancelled.package_id, 21011041],
      [by_tiktok.package_id, 21008025],
      [String(foreign), 21008111],
      ["1153000000000000000", 21008111],
    ]
    for (const [id, code] of expected) {
      expect([id, (await ship(at.app, id)).code]).toEqual([id, code])
    }
    const { code, data } = await shipMany(expected.map(([id]) => id))
    expect(code).toBe(0)
    expect(
      data.errors.map((error: { code: number; detail: object }) => [
        error.detail,
        error.code,
      ])
    ).toEqual(expected.map(([package_id, one]) => [{ package_id }, one]))
  })

  it("arranges many, each by itself", async () => {
    const good = [place(), place()]
    const held = place({ status: "ON_HOLD" })

    const { code, data } = await shipMany([
      good[0].package_id,
      held.package_id,
      good[1].package_id,
    ])
    expect(code).toBe(0)
    expect(data.errors).toMatchObject([
      { code: 21011044, detail: { package_id: held.package_id } },
    ])
    for (const { order_id } of good) {
      expect(await at.app.order(order_id)).toMatchObject({
        status: "AWAITING_COLLECTION",
      })
    }
    expect((await shipMany([])).code).toBe(36009004)
    const many = Array.from({ length: 51 }, (_, n) => String(n))
    expect((await shipMany(many)).code).toBe(36009004)
  })

  it("counts what was really arranged, also when the answer is lost", async () => {
    const { package_id } = place()
    const other = place()
    at.sandbox.tiktok.faults.add({ kind: "lost_answer", path: "/ship" })
    await expect(ship(at.app, package_id)).rejects.toThrow()
    at.sandbox.tiktok.faults.add({ kind: "500", path: "/ship" })
    expect((await ship(at.app, other.package_id)).code).toBe(36009003)

    expect(at.sandbox.tiktok.packages.books()).toMatchObject({
      packages: 2,
      arranged: 1,
      arrangements: 1,
      ship_asks: 1,
    })
    expect((await ship(at.app, package_id)).code).toBe(11006021)
    expect(at.sandbox.tiktok.books().packages).toMatchObject({
      arrangements: 1,
      ship_asks: 2,
      more_than_once: [],
    })
  })

  it("can be a marketplace that arranges twice", async () => {
    at.sandbox.tiktok.options.repeated_ship = "arranges_again"
    const { package_id } = place()
    await ship(at.app, package_id)
    const { tracking_number } = await detail(package_id)

    expect((await ship(at.app, package_id)).code).toBe(0)
    expect((await detail(package_id)).tracking_number).not.toBe(tracking_number)
    expect(at.sandbox.tiktok.packages.books()).toMatchObject({
      arranged: 1,
      arrangements: 2,
      more_than_once: [package_id],
    })
  })

  it("ships a split order parcel by parcel", async () => {
    const { order_id, package_id } = place({ lines: two })
    const [unit] = at.sandbox.tiktok.orders.get(order_id).units
    const ids = at.sandbox.tiktok.packages.split(order_id, [[unit.id]])

    expect(await at.app.order(order_id)).toMatchObject({
      status: "AWAITING_SHIPMENT",
      split_or_combine_tag: "SPLIT",
      packages: ids.map((id) => ({ id })),
    })
    expect((await at.app.get(`${PACKAGES}/${package_id}`)).code).toBe(21008111)
    const status = async () => (await at.app.order(order_id))?.status
    await ship(at.app, ids[0])
    expect(await status()).toBe("PARTIALLY_SHIPPING")
    await ship(at.app, ids[1])
    expect(await status()).toBe("AWAITING_COLLECTION")

    const { packages } = at.sandbox.tiktok
    packages.collect(ids[0])
    expect(await status()).toBe("AWAITING_COLLECTION")
    packages.collect(ids[1])
    expect(await status()).toBe("IN_TRANSIT")
    packages.fail(ids[0])
    packages.deliver(ids[1])
    expect(await at.app.order(order_id)).toMatchObject({
      status: "DELIVERED",
      line_items: [
        { display_status: "CANCELLED", package_status: "CANCELLED" },
        { display_status: "DELIVERED", package_status: "COMPLETED" },
      ],
    })
    packages.complete(ids[1])
    expect(await status()).toBe("COMPLETED")
  })

  it("ships several orders in one package", async () => {
    const orders = [place(), place(), place({ lines: two })]
    const parts = orders.map(({ package_id }) => package_id)
    const id = at.sandbox.tiktok.packages.combine(parts)

    for (const { order_id } of orders) {
      expect(await at.app.order(order_id)).toMatchObject({
        packages: [{ id }],
        split_or_combine_tag: "COMBINED",
      })
    }
    expect(await detail(id)).toMatchObject({
      split_and_combine_tag: "COMBINE",
      orders: orders.map(({ order_id }) => ({ id: order_id })),
    })
    await ship(at.app, id)
    const statuses = () =>
      orders.map(
        ({ order_id }) => at.sandbox.tiktok.orders.get(order_id).status
      )
    expect(statuses()).toEqual(Array(3).fill("AWAITING_COLLECTION"))
    const [number] = new Set(
      orders.map(
        ({ order_id }) => at.sandbox.tiktok.orders.get(order_id).tracking_number
      )
    )
    expect(number).toBe((await detail(id)).tracking_number)

    at.sandbox.tiktok.orders.collect(orders[0].order_id)
    expect(statuses()).toEqual(Array(3).fill("IN_TRANSIT"))
    at.sandbox.tiktok.packages.fail(id)
    for (const { order_id } of orders) {
      expect(await at.app.order(order_id)).toMatchObject({
        status: "CANCELLED",
        cancellation_initiator: "SYSTEM",
        collection_time: expect.any(Number),
      })
    }
  })

  it("takes combined packages apart again, before they are arranged", async () => {
    const orders = [place(), place()]
    const { packages } = at.sandbox.tiktok
    const id = packages.combine(orders.map(({ package_id }) => package_id))

    const apart = packages.uncombine(id)
    expect(new Set([...apart, id]).size).toBe(3)
    await ship(at.app, apart[0])
    expect(await at.app.order(orders[0].order_id)).toMatchObject({
      status: "AWAITING_COLLECTION",
      split_or_combine_tag: "",
    })
    expect(await at.app.order(orders[1].order_id)).toMatchObject({
      status: "AWAITING_SHIPMENT",
    })
    expect(() => packages.uncombine(apart[1])).toThrow(RangeError)
    expect(() => packages.combine(apart)).toThrow(RangeError)
    expect(() => packages.deliver(apart[0])).toThrow("PROCESSING")
  })

  it("tells of regrouping by webhook 4, of shipping by webhook 1", async () => {
    const shop_id = at.sandbox.tiktok.shop().id
    at.sandbox.tiktok.options.webhook_url = "http://localhost:1/"
    at.sandbox.tiktok.options.webhook_mode = "manual"
    const orders = [place({ lines: two }), place()]
    const told = () =>
      at.sandbox.tiktok.webhooks.log().map(({ body }) => JSON.parse(body))
    const before = told().length
    const { packages } = at.sandbox.tiktok
    const [unit] = at.sandbox.tiktok.orders.get(orders[0].order_id).units
    const [, rest] = packages.split(orders[0].order_id, [[unit.id]])
    const id = packages.combine([rest, orders[1].package_id])
    await ship(at.app, id)

    expect(told().slice(before)).toMatchObject([
      { type: 4, shop_id, data: { sc_type: "SPLIT", package_list: [{}, {}] } },
      {
        type: 4,
        data: {
          sc_type: "COMBINE",
          package_list: [
            {
              package_id: id,
              order_id_list: orders.map(({ order_id }) => order_id),
            },
          ],
        },
      },
      { type: 1, data: { order_status: "PARTIALLY_SHIPPING" } },
      { type: 1, data: { order_status: "AWAITING_COLLECTION" } },
    ])
  })

  it("lists arranged packages, page by page", async () => {
    for (let n = 0; n < 5; n++) {
      await ship(at.app, place().package_id)
      at.sandbox.clock.advance(10)
    }
    const open = place().package_id
    const search = (query = {}, body = {}) =>
      at.app.post(`${PACKAGES}/search`, body, { page_size: "2", ...query })
    const seen: string[] = []
    let page_token = ""
    do {
      const { data } = await search({
        sort_order: "ASC",
        ...(page_token ? { page_token } : {}),
      })
      expect(data.total_count).toBe(5)
      seen.push(...data.packages.map(({ id }: { id: string }) => id))
      page_token = data.next_page_token
    } while (page_token)

    expect(new Set(seen).size).toBe(5)
    expect(seen).not.toContain(open)
    const newest = await search()
    expect(newest.data.packages[0].id).toBe(seen[4])
    at.sandbox.tiktok.packages.collect(seen[2])
    const moving = await search({}, { package_status: "FULFILLING" })
    expect(moving.data.packages).toMatchObject([
      { id: seen[2], status: "FULFILLING" },
    ])
    const since = at.sandbox.clock.seconds()
    const late = await search({}, { update_time_ge: since })
    expect(late.data.total_count).toBe(1)

    at.sandbox.tiktok.options.unarranged_in_search = true
    expect((await search()).data.total_count).toBe(6)
    expect((await search({ page_size: "51" })).code).toBe(36009004)
  })

  it("moves stock with each parcel", () => {
    const stock = () => {
      const [shop] = at.sandbox.tiktok.books().shops
      const row = shop.stock.find(({ seller_sku }) => seller_sku === "LY-LAM-S")
      return [row?.available, row?.committed]
    }
    const [available] = stock()
    const { order_id } = place({ lines: two })
    const [unit] = at.sandbox.tiktok.orders.get(order_id).units
    const { packages, orders } = at.sandbox.tiktok
    const [first] = packages.split(order_id, [[unit.id]])
    packages.ship(first)
    expect(stock()).toEqual([Number(available) - 2, 2])

    packages.collect(first)
    expect(stock()).toEqual([Number(available) - 2, 1])
    orders.cancel(order_id, "SELLER")
    expect(stock()).toEqual([Number(available) - 1, 0])
  })
})
