import fc from "fast-check"
import { tikiSuite } from "../__fixtures__/suites"
import { askToken, bearer, TikiClient } from "../__fixtures__/tiki-app"
import { Clock } from "../shared/clock"
import { QueueEvent, Queues } from "../tiki/queues/queues"

const ORDER_EVENTS = ["ORDER_CREATED_SUCCESSFULLY", "ORDER_STATUS_UPDATED"]

describe("the event queue of Tiki", () => {
  const at = tikiSuite()

  const open = async (types: string[], caller = at.client) => {
    const { code } = (await caller.post("/v1/queues", { name: "shop" })).body
    for (const event_type of types) {
      await caller.post(`/v1/queues/${code}/subscriptions`, { event_type })
    }
    return String(code)
  }
  const pull = async (
    queue: string,
    ack_id: string | null,
    caller = at.client
  ) => (await caller.post(`/v1/queues/${queue}/events/pull`, { ack_id })).body
  const brief = (events: QueueEvent[]) =>
    events.map(({ type, payload }) => [type, payload.status])

  it("tells of an order from the seller's turn on", async () => {
    const queue = await open(ORDER_EVENTS)
    const [{ code }] = at.sandbox.tiki.addOrders([{ status: "processing" }])
    expect((await pull(queue, null)).events).toEqual([])

    at.sandbox.tiki.orders.advance(code, "shipping")
    const { events, ack_id } = await pull(queue, null)
    expect(brief(events)).toEqual([
      ["ORDER_CREATED_SUCCESSFULLY", undefined],
      ["ORDER_STATUS_UPDATED", "picking"],
      ["ORDER_STATUS_UPDATED", "handover_to_partner"],
      ["ORDER_STATUS_UPDATED", "shipping"],
    ])
    expect(events[1]).toEqual({
      id: expect.any(String),
      sid: at.sandbox.tiki.seller().sid,
      type: "ORDER_STATUS_UPDATED",
      version: "v1",
      created_at: expect.any(Number),
      payload: { order_code: code, orderCode: code, status: "picking" },
    })
    expect(events[1].created_at).toBeGreaterThan(1e12)
    expect(ack_id).toEqual(expect.any(String))
    expect(at.sandbox.tiki.violations).toEqual([])
  })

  it("tells of a status that was laid over an order", async () => {
    const queue = await open(ORDER_EVENTS)
    const [{ code }] = at.sandbox.tiki.addOrders([{}])
    at.sandbox.tiki.orders.edit(code, { wire: { status: "just_invented" } })
    const { events } = await pull(queue, null)
    expect(brief(events)[1]).toEqual(["ORDER_STATUS_UPDATED", "just_invented"])
  })

  it("gives a batch again until it is acknowledged", async () => {
    at.sandbox.tiki.options.event_batch_size = 2
    const queue = await open(ORDER_EVENTS)
    at.sandbox.tiki.addOrders(Array.from({ length: 3 }, () => ({})))

    const first = await pull(queue, null)
    expect(first.events).toHaveLength(2)
    expect(await pull(queue, null)).toEqual(first)
    expect(await pull(queue, "an old one")).toEqual(first)

    const second = await pull(queue, first.ack_id)
    expect(second.events).toHaveLength(1)
    expect(await pull(queue, first.ack_id)).toEqual(second)
    const after = await pull(queue, second.ack_id)
    expect(after).toEqual({ events: [], ack_id: second.ack_id })

    at.sandbox.tiki.options.empty_pull = "null"
    expect(await pull(queue, second.ack_id)).toEqual({
      events: null,
      ack_id: null,
    })
  })

  it("lets a second reader take batches away from the first", async () => {
    at.sandbox.tiki.options.event_batch_size = 1
    const queue = await open(ORDER_EVENTS)
    at.sandbox.tiki.addOrders([{}, {}])
    const first = await pull(queue, null)
    const stolen = await pull(queue, null)
    await pull(queue, stolen.ack_id)
    const { events } = await pull(queue, first.ack_id)
    expect(events).not.toEqual(first.events)
  })

  it("carries all sellers of a public app, told apart by sid", async () => {
    const form = { grant_type: "client_credentials" }
    const { body } = await askToken(
      at.sandbox,
      at.sandbox.tiki.options.apps.public,
      form
    )
    const app = new TikiClient(at.sandbox, bearer(body.access_token))
    const sellers = [210042, 210077].map(
      (id) =>
        new TikiClient(
          at.sandbox,
          bearer(at.sandbox.tiki.connect(id).access_token)
        )
    )
    const queue = await open([], app)
    const path = `/v1/queues/${queue}/subscriptions`
    const event_type = ORDER_EVENTS[0]
    expect((await app.post(path, { event_type })).status).toBe(401)
    for (const seller of sellers) {
      expect((await seller.post(path, { event_type })).status).toBe(200)
      expect((await seller.get(path)).body).toHaveLength(1)
      const steal = await seller.post(`/v1/queues/${queue}/events/pull`)
      expect(steal.status).toBe(403)
    }

    at.sandbox.tiki.addOrders([{}, { seller_id: 210077 }])
    const { events } = await pull(queue, null, app)
    expect(events.map(({ sid }: QueueEvent) => sid)).toEqual(
      at.sandbox.tiki.sellers.map(({ sid }) => sid)
    )
    expect((await at.client.get(`/v1/queues/${queue}`)).status).toBe(404)
  })

  it("lists queues and subscriptions, which can be switched off", async () => {
    const queue = await open(ORDER_EVENTS)
    expect((await at.client.get("/v1/queues")).body).toEqual([
      { code: queue, name: "shop", status: "ACTIVE" },
    ])
    const path = `/v1/queues/${queue}/subscriptions`
    const [{ code }] = (await at.client.get(path)).body
    const off = await at.client.put(`${path}/${code}`, { active: false })
    expect(off.body).toMatchObject({
      active: false,
      event_type: ORDER_EVENTS[0],
    })
    at.sandbox.tiki.addOrders([{}])
    expect((await pull(queue, null)).events).toEqual([])
  })

  it("tells of stock and prices", async () => {
    const queue = await open([
      "PRODUCT_INVENTORY_UPDATED",
      "PRODUCT_PRICE_UPDATED",
    ])
    const lines = [{ original_sku: "LY-LAM-S", quantity: 2 }]
    at.sandbox.tiki.addOrders([{ lines }])
    const [{ product_id }] = at.sandbox.tiki.catalogue.ofSeller(210042)
    at.sandbox.tiki.editProduct(product_id, { price: 210_000 })
    const { events } = await pull(queue, null)
    expect(events).toMatchObject([
      {
        version: "v2",
        payload: {
          warehouse_id: 50123,
          quantity_reserved_to: 2,
          quantity_sellable_from: 60,
          quantity_sellable_to: 58,
        },
      },
      { payload: { price_from: "199000", price_to: "210000" } },
    ])
  })

  it("is late, loses, repeats and mixes up what it is told to", async () => {
    at.sandbox.tiki.options.event_delay_seconds = 30
    const queue = await open(ORDER_EVENTS)
    at.sandbox.tiki.addOrders([{}, {}, {}])
    expect((await pull(queue, null)).events).toEqual([])
    at.sandbox.clock.advance(31)
    at.sandbox.tiki.queues.drop(1)
    at.sandbox.tiki.queues.disturb("repeat", 1)
    at.sandbox.tiki.queues.disturb("shuffle", 1)
    const { events } = await pull(queue, null)
    const ids: string[] = events.map(({ id }: QueueEvent) => id)
    expect([ids.length, new Set(ids).size]).toEqual([4, 2])
  })
})

it("delivers every event at least once and in order, however a reader pulls", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("add", "pull", "pull without ack")),
      fc.integer({ min: 1, max: 4 }),
      (actions, batch_size) => {
        const queues = new Queues(
          new Clock(() => 0),
          () => ({ batch_size, delay_seconds: 0, empty: "empty" }),
          () => "SID"
        )
        const queue = queues.create("app", "q")
        queues.subscribe(queue, 1, "T")
        let [added, ack_id]: [number, string | null] = [0, null]
        const seen: unknown[] = []
        const read = (given: string | null) => {
          const batch = queues.pull(queue, given)
          batch.events?.forEach(({ payload }) => {
            if (!seen.includes(payload.number)) {
              seen.push(payload.number)
            }
          })
          ack_id = batch.ack_id ?? ack_id
          return batch.events?.length ?? 0
        }
        for (const action of actions) {
          if (action === "add") {
            const payload = { number: ++added }
            queues.add({ type: "T", seller_id: 1, payload })
          } else {
            read(action === "pull" ? ack_id : null)
          }
        }
        while (read(ack_id) > 0) {
          // Until it is empty.
        }
        expect(seen).toEqual(Array.from({ length: added }, (_, n) => n + 1))
      }
    )
  )
})
