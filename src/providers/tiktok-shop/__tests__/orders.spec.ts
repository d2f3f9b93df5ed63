import { JsonObject } from "../../../domain/shared/json"
import { buildOrder } from "../__fixtures__/order"
import { all } from "../../__fixtures__/pages"
import { bodyOf, NOW, setUp } from "../__fixtures__/scripted-provider"
import { Reply, SentRequest } from "../../__fixtures__/scripted-fetch"
import { answer } from "../__fixtures__/answers"

const order = (id: number, more: JsonObject = {}) =>
  buildOrder({ id: String(id), ...more })
const day = 86_400

describe("readOrders", () => {
  const window = {
    by: "updated_at",
    from: new Date((NOW - day) * 1000 + 500),
    to: new Date(NOW * 1000 - 500),
    lane: "orders",
  } as const

  it("walks the pages with the same filter, oldest change first", async () => {
    const { provider, sent, access } = setUp(
      answer({ orders: [order(1)], next_page_token: "t/1=", total_count: 2 }),
      answer({ orders: [order(2)], next_page_token: "", total_count: 2 })
    )
    const orders = await all(provider.readOrders(access, window))
    expect(orders.map((one) => one.external_id)).toEqual(["1", "2"])

    const queries = sent.map(({ url }) => Object.fromEntries(url.searchParams))
    expect(queries[0]).toMatchObject({
      page_size: "100",
      sort_field: "update_time",
      sort_order: "ASC",
      shop_cipher: "ROW_demoCipherVN01",
    })
    expect(queries.map((query) => query.page_token)).toEqual([
      undefined,
      "t/1=",
    ])
    expect(sent.map(bodyOf)).toEqual([
      { update_time_ge: NOW - day, update_time_lt: NOW },
      { update_time_ge: NOW - day, update_time_lt: NOW },
    ])
  })

  it("makes one pass per raw status", async () => {
    const { provider, sent, access } = setUp(answer({ orders: [] }))
    await all(
      provider.readOrders(access, {
        ...window,
        by: "placed_at",
        statuses: ["new", "cancelled_by_buyer", "cancelled_by_seller"],
        lane: "history",
      })
    )
    expect(sent.map((one) => bodyOf(one).order_status)).toEqual([
      "UNPAID",
      "ON_HOLD",
      "CANCELLED",
    ])
    expect(bodyOf(sent[0])).toMatchObject({
      create_time_ge: NOW - day,
      create_time_lt: NOW,
    })
    expect(sent[0].url.searchParams.get("sort_field")).toBe("create_time")
    expect(access.lanes).toEqual(["history", "history", "history"])
  })

  it("cuts a long range into windows without gap or overlap", async () => {
    const { provider, sent, access } = setUp(answer({ orders: [] }))
    const from = new Date((NOW - 20 * day) * 1000)
    await all(provider.readOrders(access, { ...window, from }))
    const bounds = sent
      .map(bodyOf)
      .map((body) => [Number(body.update_time_ge), Number(body.update_time_lt)])
    expect(bounds).toEqual([
      [NOW - 20 * day, NOW - 13 * day],
      [NOW - 13 * day, NOW - 6 * day],
      [NOW - 6 * day, NOW],
    ])
  })

  it("ends when a token comes again and everything has come", async () => {
    const { provider, sent, access } = setUp(
      answer({ orders: [order(1)], next_page_token: "same", total_count: 2 }),
      answer({ orders: [order(2)], next_page_token: "same", total_count: 2 })
    )
    expect(await all(provider.readOrders(access, window))).toHaveLength(2)
    expect(sent).toHaveLength(2)
  })

  it("does not take a circle for the end", async () => {
    const { provider, access } = setUp(
      answer({ orders: [order(1)], next_page_token: "same", total_count: 9 })
    )
    await expect(
      all(provider.readOrders(access, window))
    ).rejects.toMatchObject({
      kind: "invalid_response",
      message: "TikTok Shop: the pages of orders repeat after 1 of 9",
    })
  })

  it("keeps an order that cannot be mapped, so that it can be parked", async () => {
    const broken = order(1, { status: null, update_time: "?", line_items: 7 })
    const { provider, access } = setUp(answer({ orders: [broken, order(2)] }))
    const orders = await all(provider.readOrders(access, window))
    expect(orders).toMatchObject([
      { external_id: "1", raw_status: "", payload: broken },
      { external_id: "2", raw_status: "AWAITING_SHIPMENT" },
    ])
  })

  it("gives an order without an id up as an answer without meaning", async () => {
    const { provider, access } = setUp(answer({ orders: [{ status: "X" }] }))
    await expect(
      all(provider.readOrders(access, window))
    ).rejects.toMatchObject({
      kind: "invalid_response",
      message: expect.stringContaining("orders[0].id: is missing"),
    })
  })
})

describe("readOrdersById", () => {
  const idsOf = (request: SentRequest) =>
    (request.url.searchParams.get("ids") ?? "").split(",")
  const known: Reply = (request) =>
    answer({
      orders: idsOf(request)
        .filter((id) => Number(id) % 10 !== 0)
        .map((id) => order(Number(id))),
    })

  it("asks for fifty at a time, each once, and leaves unknown ones out", async () => {
    const { provider, sent, access } = setUp(known)
    const ids = Array.from({ length: 120 }, (_, index) => String(index + 1))
    const orders = await provider.readOrdersById(
      access,
      [...ids, "1", "2"],
      "orders"
    )
    expect(sent.map((request) => idsOf(request).length)).toEqual([50, 50, 20])
    expect(orders).toHaveLength(108)
  })

  it.each([
    [11001099, 404],
    [21011044, 400],
  ])(
    "finds the others when TikTok refuses one id by %d",
    async (code, status) => {
      const picky: Reply = (request) =>
        idsOf(request).includes("3")
          ? answer({}, { code, message: "not this one", status })
          : known(request)
      const { provider, access } = setUp(picky)
      const orders = await provider.readOrdersById(
        access,
        ["1", "2", "3", "4"],
        "orders"
      )
      expect(orders.map((one) => one.external_id)).toEqual(["1", "2", "4"])
    }
  )

  it.each([
    [36009043, ["1"]],
    [36009043, ["1", "2", "3"]],
    [12052700, ["1", "2", "3"]],
  ])(
    "does not take a refused shop (%d) for one without the orders %j",
    async (code, ids) => {
      const { provider, access } = setUp(() =>
        answer({}, { code, message: "inactive", status: 400 })
      )
      await expect(
        provider.readOrdersById(access, ids, "orders")
      ).rejects.toMatchObject({ kind: "rejected" })
    }
  )

  it("asks nothing for no ids", async () => {
    const { provider, sent, access } = setUp()
    expect(await provider.readOrdersById(access, [], "orders")).toEqual([])
    expect(sent).toHaveLength(0)
  })
})
