import { Sandbox, startSandbox } from "../../../../sandbox"
import { FaultInput } from "../../../../sandbox/shared/faults"
import { OrderInput } from "../../../../sandbox/tiki/orders/place-order"
import {
  determineStatus,
  UNTOUCHED,
} from "../../../domain/orders/determine-status"
import { OrderQuery } from "../../../domain/provider/marketplace-provider"
import { buildAccess } from "../../__fixtures__/access"
import { errorOf } from "../../__fixtures__/error-of"
import { all } from "../../__fixtures__/pages"
import { formatLocalTime } from "../mappers"
import { TikiProvider } from "../provider"

/** 2025-06-20, 12:00 in Vietnam. */
const NOW = Date.parse("2025-06-20T05:00:00Z")
const HOUR = 3600

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => NOW })
})
beforeEach(() => sandbox.tiki.reset())
afterEach(() => expect(sandbox.tiki.violations).toEqual([]))
afterAll(() => sandbox.close())

/** @param onCall what happens in the shop after each call. */
function connect(onCall: (url: string) => void = () => undefined) {
  const { tiki, urls } = sandbox
  const provider = new TikiProvider(
    {},
    { apiUrl: urls.tiki, maxRetries: 1 },
    {
      fetch: async (input, init) => {
        const response = await fetch(input, init)
        onCall(String(input))
        return response
      },
      now: Date.now,
      random: () => 0,
    }
  )
  const { id, sid } = tiki.seller()
  const { access_token } = tiki.connectInHouse()
  const { client_id, client_secret } = tiki.options.apps.in_house
  const access = buildAccess(
    { external_id: String(id), provider_data: { sid } },
    () => ({
      values: { client_id, client_secret, access_token },
      expires_at: null,
      refresh_expires_at: null,
    })
  )
  return { provider, access, tiki }
}

const query = (from: number, to: number): OrderQuery => ({
  by: "updated_at",
  from: new Date(from),
  to: new Date(to),
  lane: "orders",
})

describe("every status, from Tiki to ours", () => {
  const packed = { fulfillment_type: "tiki_delivery" } as const
  const back = { status: "shipping", cancel: { by: "buyer" } } as const

  it.each<[OrderInput, string]>([
    [{ status: "waiting_payment" }, "not_yet_with_seller"],
    [{ status: "payment_review" }, "not_yet_with_seller"],
    [{ status: "processing" }, "not_yet_with_seller"],
    [{ status: "queueing" }, "new"],
    [{ status: "paid" }, "new"],
    [{ status: "holded" }, "new"],
    [{ status: "picking" }, "confirmed"],
    [{ status: "packaging", ...packed }, "packing"],
    [{ status: "finished_packing", ...packed }, "packed"],
    [{ status: "ready_to_ship", ...packed }, "packed"],
    [{ status: "handover_to_partner" }, "in_transit"],
    [{ status: "shipping" }, "in_transit"],
    [{ status: "delivered", ...packed }, "succeeded"],
    [{ status: "successful_delivery" }, "succeeded"],
    [{ status: "complete" }, "succeeded"],
    [{ status: "returned" }, "returning"],
    [{ status: "closed" }, "cancelled_by_system"],
    [{ cancel: { by: "seller" } }, "cancelled_by_seller"],
    [{ cancel: { by: "buyer" } }, "cancelled_by_buyer"],
    [{ cancel: { by: "tiki" } }, "cancelled_by_system"],
    [back, "returning"],
  ])("%j is %s", async (input, expected) => {
    const { provider, access, tiki } = connect()
    const [{ code }] = tiki.addOrders([input])
    const [raw] = await provider.readOrdersById(access, [code], "orders")
    const order = provider.mapOrder(raw.payload, access.channel)
    const decision = determineStatus(order, UNTOUCHED)
    expect(decision.kind === "status" ? decision.status : decision).toEqual(
      expected === "not_yet_with_seller"
        ? { kind: "ignored", rule: expected }
        : expected
    )
  })
})

describe("a window of orders", () => {
  it("ends exactly where it ends, at midnight in Vietnam as well", async () => {
    const { provider, access, tiki } = connect()
    const midnight = Date.parse("2025-06-14T17:00:00Z") / 1000
    const orders = tiki.addOrders(
      [-1, 0, 1].map((offset) => ({
        status: "waiting_payment" as const,
        create_time: midnight + offset,
      }))
    )
    expect(formatLocalTime(new Date(midnight * 1000))).toBe(
      "2025-06-15 00:00:00"
    )
    const codes = async (from: number, to: number) =>
      (
        await all(provider.readOrders(access, query(from * 1000, to * 1000)))
      ).map((one) => one.external_id)
    expect(await codes(midnight - HOUR, midnight)).toEqual([orders[0].code])
    expect(await codes(midnight, midnight + 1)).toEqual([orders[1].code])
    expect(await codes(midnight, midnight + HOUR)).toEqual([
      orders[1].code,
      orders[2].code,
    ])
  })

  it("loses none of them while others change between the pages", async () => {
    let changed = 0
    const { provider, access, tiki } = connect((url) => {
      if (url.includes("/v2/orders")) {
        // The oldest ones still unread move behind the window, those after them move up.
        sandbox.clock.advance(1)
        for (const { code } of orders.slice(changed, (changed += 7))) {
          tiki.orders.cancel(code, "buyer")
        }
      }
    })
    const start = NOW / 1000 - 20 * HOUR
    const orders = tiki.addOrders(
      Array.from({ length: 230 }, (_, index) => ({
        status: "waiting_payment" as const,
        create_time: start + Math.floor(index / 3) * 60,
      }))
    )
    const found = await all(
      provider.readOrders(access, query(start * 1000, NOW))
    )
    const codes = new Set(found.map((one) => one.external_id))
    const untouched = orders.slice(changed).map(({ code }) => code)
    expect(changed).toBeGreaterThan(21)
    expect(untouched.length).toBeGreaterThan(100)
    expect(untouched.filter((code) => !codes.has(code))).toEqual([])
  })

  it("comes whole when hundreds changed in the same second", async () => {
    const { provider, access, tiki } = connect()
    tiki.addOrders(
      Array.from({ length: 140 }, () => ({
        create_time: NOW / 1000 - HOUR,
      })).map((order) => ({ ...order, status: "waiting_payment" as const }))
    )
    const found = await all(
      provider.readOrders(access, query(NOW - 2 * HOUR * 1000, NOW))
    )
    expect(found).toHaveLength(140)
  })

  it.each<FaultInput["kind"]>(["html", "text200", "truncated", "503", "reset"])(
    "survives %s once, and says so when it stays",
    async (kind) => {
      const { provider, access, tiki } = connect()
      tiki.addOrders([
        { status: "waiting_payment", create_time: NOW / 1000 - 60 },
      ])
      const read = () =>
        all(provider.readOrders(access, query(NOW - HOUR * 1000, NOW)))
      tiki.faults.add({ kind, path: "/v2/orders", status: 502 })
      expect(await read()).toHaveLength(1)
      tiki.faults.add({ kind, path: "/v2/orders", status: 502, times: 9 })
      const { kind: said } = await errorOf(read())
      expect(["unavailable", "invalid_response"]).toContain(said)
    }
  )
})

it("a paused Client key says so in plain words", async () => {
  const { tiki, urls } = sandbox
  tiki.options.client_key.paused = true
  const provider = new TikiProvider({}, { apiUrl: urls.tiki })
  const error = await errorOf(
    provider.beginAuthorization({
      state: "state-12345",
      callback_url: null,
      credentials: { client_key: tiki.options.client_key.key },
    })
  )
  expect(error.kind).toBe("rejected")
  expect(error.message).toContain("the seller has paused this connection")
})

it("an inactive seller is told so", async () => {
  const { provider, access, tiki } = connect()
  tiki.sellers[0].active = false
  const error = await errorOf(provider.readShop(access))
  expect(error.kind).toBe("rejected")
  expect(error.message).toContain("the seller is inactive")
})

it("a damaged product hides no other", async () => {
  const { provider, access, tiki } = connect()
  const [odd, ...others] = tiki.catalogue.ofSeller(tiki.seller().id)
  const seen: string[] = []
  const damaged = new TikiProvider(
    {},
    { apiUrl: sandbox.urls.tiki },
    {
      fetch: async (input, init) => {
        const text = await (await fetch(input, init)).text()
        const field = `"product_id":${odd.product_id},`
        return new Response(text.replace(field, `${field}"id":1,`))
      },
      now: Date.now,
      random: () => 0,
    }
  )
  const read = async () => {
    for await (const { items } of damaged.readListings(access)) {
      seen.push(...items.map((one) => one.external_sku_id))
    }
  }
  const error = await errorOf(read())
  expect(error.kind).toBe("invalid_response")
  expect(error.message).toContain(odd.name)
  expect(seen.sort()).toEqual(
    others.map(({ product_id }) => String(product_id)).sort()
  )
  expect(await all(provider.readListings(access))).toHaveLength(
    others.length + 1
  )
})

describe("labels", () => {
  const parcelOf = (code: string) => ({
    external_id: code,
    order_external_ids: [code],
  })

  it.each([
    ["dropship", "Lấy hàng tại nhà bán"],
    ["tiki_delivery", "Giao về kho Tiki"],
    ["seller_delivery", "Nhà bán tự giao"],
    ["cross_border", "Cross-border"],
  ] as const)("of %s orders are Tiki's own pages", async (type, words) => {
    const { provider, access, tiki } = connect()
    const [{ code }] = tiki.addOrders([
      { status: "picking", fulfillment_type: type },
    ])
    const label = await provider.readWaybill(access, parcelOf(code))
    expect(label).toMatchObject({ kind: "html", tracking_number: null })
    expect(label.content).toContain(words)
    tiki.carrier.collect(code)
    const later = await provider.readWaybill(access, parcelOf(code))
    expect(later.tracking_number).toBe(`TNSLVN${code}`)
    expect(later.content).toContain(`TNSLVN${code}`)
  })

  it("are not ready while Tiki makes them, and gone with the order", async () => {
    const { provider, access, tiki } = connect()
    tiki.options.label_delay_seconds = HOUR
    const [{ code }] = tiki.addOrders([{ status: "picking" }])
    const kindOf = async () =>
      (await errorOf(provider.readWaybill(access, parcelOf(code)))).kind
    expect(await kindOf()).toBe("not_ready")
    tiki.options.label_delay_seconds = 0
    await expect(
      provider.readWaybill(access, parcelOf(code))
    ).resolves.toBeDefined()
    tiki.orders.cancel(code, "buyer")
    expect(await kindOf()).toBe("rejected")
  })
})
