import { errorOf } from "../../__fixtures__/error-of"
import { all } from "../../__fixtures__/pages"
import { Reply } from "../../__fixtures__/scripted-fetch"
import { page } from "../__fixtures__/answers"
import { buildOrder } from "../__fixtures__/order"
import { NOW, setUp } from "../__fixtures__/scripted-provider"

const order = (code: number | string, updated_at: string, more = {}) =>
  buildOrder({ code, updated_at, ...more })
const utc = (text: string) => new Date(`${text}Z`)

const window = {
  by: "updated_at",
  from: utc("2025-06-10T17:00:00"),
  to: utc("2025-06-11T17:00:00"),
  lane: "orders",
} as const

const queries = (sent: { url: URL }[]) =>
  sent.map(({ url }) => Object.fromEntries(url.searchParams))

describe("readOrders", () => {
  it("asks generously in Vietnam's time, oldest change first", async () => {
    const { provider, sent, access } = setUp(page([]))
    expect(await all(provider.readOrders(access, window))).toEqual([])
    expect(queries(sent)).toEqual([
      {
        updated_from_date: "2025-06-10 23:59:59",
        updated_to_date: "2025-06-12 00:00:01",
        order_by: "updated_at|asc",
        include: "status_histories,item.confirmation_histories,item.fees",
        page: "1",
        limit: "50",
      },
    ])
    expect(access.lanes).toEqual(["orders"])
  })

  it("cuts at the window's edges itself, the end excluded", async () => {
    const { provider, access } = setUp(
      page([
        order("1", "2025-06-10 23:59:59"),
        order("2", "2025-06-11 00:00:00"),
        order("3", "2025-06-11 23:59:59"),
        order("4", "2025-06-12 00:00:00"),
      ])
    )
    const orders = await all(provider.readOrders(access, window))
    expect(orders.map((one) => one.external_id)).toEqual(["2", "3"])
  })

  it("asks by the time of placing, and for the statuses wanted", async () => {
    const { provider, sent, access } = setUp(page([]))
    await all(
      provider.readOrders(access, {
        ...window,
        by: "placed_at",
        statuses: ["new", "cancelled_by_buyer"],
        lane: "history",
      })
    )
    expect(queries(sent)[0]).toMatchObject({
      created_from_date: "2025-06-10 23:59:59",
      created_to_date: "2025-06-12 00:00:01",
      order_by: "created_at|asc",
      status: "in|queueing,paid,canceled,closed,holded",
    })
    expect(sent[0].url.search).toContain("status=in%7C")
  })

  it("cuts a long range into windows of thirty days", async () => {
    const { provider, sent, access } = setUp(page([]))
    const from = utc("2025-04-01T17:00:00")
    await all(provider.readOrders(access, { ...window, from }))
    expect(
      queries(sent).map((query) => [
        query.updated_from_date,
        query.updated_to_date,
      ])
    ).toEqual([
      ["2025-04-01 23:59:59", "2025-05-01 23:59:59"],
      ["2025-05-01 23:59:57", "2025-05-31 23:59:57"],
      ["2025-05-31 23:59:55", "2025-06-12 00:00:01"],
    ])
  })

  it("reaches back no further than thirty days for being asked a little later", async () => {
    const { provider, sent, access } = setUp(page([]))
    const thirty_days_ago = NOW - 30 * 24 * 3_600_000
    for (const earlier of [0, 60_500, 3_600_000, 7_200_000]) {
      const from = new Date(thirty_days_ago - earlier)
      const to = new Date(+from + 1000)
      await all(provider.readOrders(access, { ...window, from, to }))
    }
    expect(queries(sent).map((query) => query.updated_from_date)).toEqual([
      "2025-05-12 12:00:00",
      "2025-05-12 12:00:00",
      "2025-05-12 10:59:59",
      "2025-05-12 09:59:59",
    ])
  })

  it("goes on from the last time seen, through short pages and wrong totals", async () => {
    const { provider, sent, access } = setUp(
      page(
        [order("1", "2025-06-11 08:00:00"), order("2", "2025-06-11 09:00:00")],
        {
          last_page: 2,
          total: 7,
        }
      ),
      page([
        order("2", "2025-06-11 09:00:00"),
        order("3", "2025-06-11 09:00:00"),
      ])
    )
    const orders = await all(provider.readOrders(access, window))
    expect(orders.map((one) => one.external_id)).toEqual(["1", "2", "3"])
    expect(queries(sent)[1]).toMatchObject({
      updated_from_date: "2025-06-11 08:59:59",
      page: "1",
    })
  })

  it("keeps an order that cannot be mapped, so that it can be parked", async () => {
    const broken = order("1", "?", { status: null, items: 7, created_at: 5 })
    const { provider, access } = setUp(
      page([broken, order("2", "2025-06-11 09:00:00")])
    )
    const orders = await all(provider.readOrders(access, window))
    expect(orders).toMatchObject([
      { external_id: "1", raw_status: "", payload: broken },
      { external_id: "2", raw_status: "queueing" },
    ])
  })

  it.each(["?", null])(
    "keeps an order whose time of change is %p, though it was placed before the window",
    async (updated_at) => {
      const broken = buildOrder({ created_at: "2025-01-01 08:00:00" })
      const { provider, access } = setUp(page([{ ...broken, updated_at }]))
      expect(await all(provider.readOrders(access, window))).toHaveLength(1)
    }
  )

  it("gives all others before it fails for an order without a code", async () => {
    const nameless = order("", "2025-06-11 09:00:00")
    const { provider, access } = setUp(
      page([nameless], { last_page: 2 }),
      page([order("2", "2025-06-11 10:00:00")], { last_page: 2 })
    )
    const codes: string[] = []
    const reading = async () => {
      for await (const { items } of provider.readOrders(access, window)) {
        codes.push(...items.map((one) => one.external_id))
      }
    }
    expect(await errorOf(reading())).toMatchObject({
      kind: "invalid_response",
      message: expect.stringContaining("code: is missing"),
    })
    expect(codes).toEqual(["2"])
  })
})

describe("readOrdersById", () => {
  const codesOf = (url: URL) => (url.searchParams.get("code") ?? "").split(",")
  const known: Reply = ({ url }) =>
    page(
      codesOf(url)
        .filter((code) => Number(code) % 10 !== 0)
        .map((code) => order(code, "2025-06-11 09:00:00"))
    )

  it("asks for twenty at a time, each once, and leaves unknown ones out", async () => {
    const { provider, sent, access } = setUp(known)
    const codes = Array.from({ length: 45 }, (_, index) => String(index + 1))
    const found = await provider.readOrdersById(
      access,
      [...codes, "1", "2"],
      "history"
    )
    expect(sent.map(({ url }) => codesOf(url).length)).toEqual([20, 20, 5])
    expect(found).toHaveLength(41)
    expect(new Set(access.lanes)).toEqual(new Set(["history"]))
  })

  it("takes no order that was not asked for", async () => {
    const { provider, access } = setUp(
      page([
        order("1", "2025-06-11 09:00:00"),
        order("2", "2025-06-11 09:00:00"),
      ])
    )
    const found = await provider.readOrdersById(access, ["2"], "orders")
    expect(found.map((one) => one.external_id)).toEqual(["2"])
  })

  it("reads on when a page is short", async () => {
    const { provider, access } = setUp(
      page([order("1", "2025-06-11 09:00:00")], { last_page: 2 }),
      page([order("2", "2025-06-11 09:00:00")], { last_page: 2 })
    )
    expect(
      await provider.readOrdersById(access, ["1", "2"], "orders")
    ).toHaveLength(2)
  })

  it("passes over one without a code", async () => {
    const { provider, access } = setUp(
      page([
        order("", "2025-06-11 09:00:00"),
        order("2", "2025-06-11 09:00:00"),
      ])
    )
    const found = await provider.readOrdersById(access, ["2"], "orders")
    expect(found).toHaveLength(1)
  })

  it("trusts no last page of 0 that comes with a full page", async () => {
    const codes = Array.from({ length: 60 }, (_, index) => String(index + 1))
    const rows = codes.map((code) => order(code, "2025-06-11 09:00:00"))
    const { provider, access } = setUp(
      page(rows.slice(0, 50), { last_page: 0 }),
      page(rows.slice(50), { last_page: 0 })
    )
    const asked = codes.slice(45, 55)
    expect(await provider.readOrdersById(access, asked, "orders")).toHaveLength(
      10
    )
  })

  it("asks nothing for no codes", async () => {
    const { provider, sent, access } = setUp()
    expect(await provider.readOrdersById(access, [], "orders")).toEqual([])
    expect(sent).toHaveLength(0)
  })
})
