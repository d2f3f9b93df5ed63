import { ChannelAccess } from "../../../domain/provider/channel-access"
import { JsonObject, JsonValue } from "../../../domain/shared/json"
import { errorOf } from "../../__fixtures__/error-of"
import { Reply, SentRequest } from "../../__fixtures__/scripted-fetch"
import { answer, failure, SELLER, token } from "../__fixtures__/answers"
import {
  accessToShop,
  APP,
  clientKey,
  inHouse,
  setUp,
  setUpWith,
} from "../__fixtures__/scripted-provider"

const TYPES = [
  "ORDER_CREATED_SUCCESSFULLY",
  "ORDER_STATUS_UPDATED",
  "PRODUCT_INVENTORY_UPDATED",
]
const NAME = "medusa-plugin-marketplaces"

const subscribed = TYPES.map((event_type, index) => ({
  code: `sub-${index}`,
  active: true,
  event_type,
  sid: SELLER.sid,
}))

const told = (sent: SentRequest[]) =>
  sent.map(
    ({ method, url, headers, body }) =>
      `${method} ${url.pathname.replace("/integration", "")} ${headers.authorization} ${body ?? ""}`
  )

describe("the queue's name", () => {
  it("is the app, or none", async () => {
    const { provider, access } = setUp()
    expect(await provider.eventQueueKey(access)).toBe(APP.clientId)
    expect(await provider.eventQueueKey(accessToShop(inHouse))).toBe(
      "7590000000000002"
    )
    expect(await provider.eventQueueKey(accessToShop(clientKey))).toBeNull()
    const without = setUpWith({ clientId: "", clientSecret: "" })
    expect(await without.provider.eventQueueKey(access)).toBeNull()
  })
})

describe("opening the queue", () => {
  it("of a public app takes the app's token for it, and the seller's to subscribe", async () => {
    const { provider, access, sent } = setUp(
      token("app-1"),
      answer([]),
      answer({ code: "queue-1", name: NAME, status: "ACTIVE" }),
      answer([]),
      answer({})
    )
    expect(await provider.openEventQueue(access, null)).toBe("queue-1")
    expect(told(sent.slice(1))).toEqual([
      "GET /v1/queues Bearer app-1 ",
      `POST /v1/queues Bearer app-1 {"name":"${NAME}"}`,
      "GET /v1/queues/queue-1/subscriptions Bearer access-1 ",
      ...TYPES.map(
        (type) =>
          `POST /v1/queues/queue-1/subscriptions Bearer access-1 {"event_type":"${type}"}`
      ),
    ])
  })

  it("of a seller's own app takes one token for all, and asks for no other", async () => {
    const { provider, sent } = setUp(
      answer({ code: "queue-1" }),
      answer(subscribed)
    )
    await provider.openEventQueue(accessToShop(inHouse), "queue-1")
    expect(told(sent)).toEqual([
      "GET /v1/queues/queue-1 Bearer access-1 ",
      "GET /v1/queues/queue-1/subscriptions Bearer access-1 ",
    ])
  })

  it("finds it by its name when its id is lost or gone, in either form of a list", async () => {
    const forms: JsonValue[] = [
      [{ code: "other" }, { code: "queue-2", name: NAME }],
      { data: [{ code: "queue-2", name: NAME }] },
    ]
    for (const list of forms) {
      const { provider } = setUp(
        failure(list === forms[0] ? 404 : 403),
        answer(list),
        answer({ data: subscribed })
      )
      expect(
        await provider.openEventQueue(accessToShop(inHouse), "queue-1")
      ).toBe("queue-2")
    }
  })

  it("switches a subscription on again, and leaves those of others alone", async () => {
    const { provider, sent } = setUp(
      answer({ code: "queue-1" }),
      answer([
        { ...subscribed[0], active: 0 },
        { ...subscribed[1], sid: "another" },
        subscribed[2],
      ]),
      answer({})
    )
    await provider.openEventQueue(accessToShop(inHouse), "queue-1")
    expect(told(sent.slice(2))).toEqual([
      'PUT /v1/queues/queue-1/subscriptions/sub-0 Bearer access-1 {"active":true}',
      `POST /v1/queues/queue-1/subscriptions Bearer access-1 {"event_type":"${TYPES[1]}"}`,
    ])
  })

  it("subscribes at once where the seller's token lists no subscriptions", async () => {
    for (const status of [403, 404, 405]) {
      const { provider, sent } = setUp(
        answer({ code: "queue-1" }),
        failure(status),
        answer({})
      )
      await provider.openEventQueue(accessToShop(inHouse), "queue-1")
      expect(sent.slice(2).map(({ method }) => method)).toEqual(
        TYPES.map(() => "POST")
      )
    }
  })

  it.each<[string, Reply, string | null]>([
    ["409", failure(409, "Subscription already exists"), null],
    ["422", failure(422, "subscription is existed"), null],
    ["400", failure(400, "Already existing"), null],
    ["of another kind", failure(422, "Unknown event type"), "rejected"],
    [
      "for a queue not there",
      failure(400, "does not exist"),
      "invalid_request",
    ],
  ])("takes a refusal %s for done or not", async (_how, reply, kind) => {
    const { provider } = setUp(answer({ code: "queue-1" }), answer([]), reply)
    const opening = provider.openEventQueue(accessToShop(inHouse), "queue-1")
    if (kind) {
      expect(await errorOf(opening)).toMatchObject({ kind })
    } else {
      expect(await opening).toBe("queue-1")
    }
  })

  it("is refused for a Client key, and says what else went wrong", async () => {
    const { provider, sent } = setUp()
    expect(
      await errorOf(provider.openEventQueue(accessToShop(clientKey), null))
    ).toMatchObject({ kind: "rejected" })
    expect(sent).toHaveLength(0)
    const forbidden = setUp(failure(403))
    expect(
      await errorOf(
        forbidden.provider.openEventQueue(accessToShop(inHouse), "queue-1")
      )
    ).toMatchObject({ kind: "rejected" })
  })
})

describe("pulling events", () => {
  const event = (overrides: JsonObject = {}) => ({
    id: "event-1",
    sid: SELLER.sid,
    type: "ORDER_STATUS_UPDATED",
    version: "v1",
    created_at: 1749605800123,
    payload: { order_code: "912345678", orderCode: "912345678" },
    ...overrides,
  })
  const pull = async (...replies: Reply[]) => {
    const { provider, sent } = setUp(...replies)
    const access = accessToShop(inHouse)
    const batch = await provider.pullEvents([access], "queue-1", "ack-0")
    return { ...batch, sent }
  }

  it("hands the acknowledgement back", async () => {
    const { events, ack, sent } = await pull(
      answer({ events: [event()], ack_id: "ack-1" })
    )
    expect(told(sent)).toEqual([
      'POST /v1/queues/queue-1/events/pull Bearer access-1 {"ack_id":"ack-0"}',
    ])
    expect(ack).toBe("ack-1")
    expect(events).toEqual([
      {
        external_id: "event-1",
        type: "ORDER_STATUS_UPDATED",
        channel_id: "channel_1",
        effect: { kind: "orders_changed", order_external_ids: ["912345678"] },
        payload: event(),
      },
    ])
  })

  it.each<JsonObject>([{ events: null, ack_id: null }, { events: [] }, {}])(
    "takes %p for nothing",
    async (batch) => {
      const { events, ack } = await pull(answer(batch))
      expect({ events, ack }).toEqual({ events: [], ack: null })
    }
  )

  it.each<[string, JsonObject, object]>([
    [
      "an order by its other name",
      { payload: { orderCode: 912345678 } },
      { kind: "orders_changed", order_external_ids: ["912345678"] },
    ],
    [
      "a product's stock",
      { type: "PRODUCT_INVENTORY_UPDATED", payload: { product_id: 7001 } },
      { kind: "stock_changed", sku_external_ids: ["7001"] },
    ],
    ["an unknown type", { type: "ATTRIBUTE_CHANGED" }, { kind: "none" }],
    ["no order", { payload: {} }, { kind: "none" }],
    ["no payload", { payload: null }, { kind: "none" }],
    ["an odd payload", { payload: [1] }, { kind: "none" }],
    ["an odd type", { type: { a: 1 } }, { kind: "none" }],
  ])("reads %s", async (_what, overrides, effect) => {
    const batch = { events: [event(overrides)], ack_id: "a" }
    const { events } = await pull(answer(batch))
    expect(events[0].effect).toEqual(effect)
  })

  it("names an event without an id the same every time", async () => {
    const nameless = answer({ events: [event({ id: null })] })
    const [one, other] = [await pull(nameless), await pull(nameless)]
    expect(one.events[0].external_id).toMatch(/^[0-9a-f]{64}$/)
    expect(one.events[0].external_id).toBe(other.events[0].external_id)
  })

  it("tells channels apart by the seller's key, in any case", async () => {
    const access = (id: string, sid: string | undefined): ChannelAccess => ({
      ...accessToShop(inHouse),
      channel: {
        ...accessToShop().channel,
        id,
        provider_data: sid ? { sid } : {},
      },
    })
    const { provider } = setUp(
      answer({
        events: [
          event({ sid: "AA" }),
          event({ sid: "bb" }),
          event({ sid: "cc" }),
          event({ sid: null }),
        ],
      })
    )
    const { events } = await provider.pullEvents(
      [access("one", "aa"), access("two", "BB"), access("three", undefined)],
      "queue-1",
      null
    )
    expect(events.map((one) => one.channel_id)).toEqual([
      "one",
      "two",
      null,
      null,
    ])
  })

  it("gives events to the only channel of a seller's own app whose key is not known", async () => {
    const keyless = (credentials?: typeof inHouse): ChannelAccess => ({
      ...accessToShop(credentials),
      channel: { ...accessToShop().channel, provider_data: {} },
    })
    const ofFirst = async (
      accesses: [ChannelAccess, ...ChannelAccess[]],
      ...replies: Reply[]
    ) => {
      const { provider } = setUp(...replies)
      const { events } = await provider.pullEvents(accesses, "queue-1", null)
      return events[0].channel_id
    }
    const batch = answer({ events: [event()] })
    expect(await ofFirst([keyless(inHouse)], batch)).toBe("channel_1")
    const two = await ofFirst([keyless(inHouse), keyless(inHouse)], batch)
    expect(two).toBeNull()
    expect(await ofFirst([keyless()], token("app-1"), batch)).toBeNull()
  })

  it("passes over an event that is null", async () => {
    const { events, ack } = await pull(
      answer({ events: [null, event()], ack_id: "ack-1" })
    )
    expect(events.map((one) => one.external_id)).toEqual(["event-1"])
    expect(ack).toBe("ack-1")
  })

  it.each([400, 422])(
    "begins anew when the acknowledgement is refused with %i, once",
    async (status) => {
      const { ack, sent } = await pull(
        failure(status),
        answer({ events: [], ack_id: "ack-1" })
      )
      expect(sent.map(({ body }) => body)).toEqual([
        '{"ack_id":"ack-0"}',
        '{"ack_id":null}',
      ])
      expect(ack).toBe("ack-1")
      const { provider, sent: all } = setUp(failure(status))
      const pulling = provider.pullEvents(
        [accessToShop(inHouse)],
        "queue-1",
        "a"
      )
      expect((await errorOf(pulling)).http_status).toBe(status)
      expect(all).toHaveLength(2)
    }
  )

  it("says when the queue is gone, or the answer is none", async () => {
    const gone = pull(failure(404))
    expect(await errorOf(gone)).toMatchObject({ kind: "not_found" })
    expect(await errorOf(pull(answer({ events: "many" })))).toMatchObject({
      kind: "invalid_response",
    })
  })
})

describe("the app's own token", () => {
  const batch = answer({ events: [], ack_id: null })

  it("is kept, and asked for anew when it is near its end or refused", async () => {
    const { provider, access, sent } = setUp(
      token("app-1"),
      batch,
      batch,
      failure(401),
      token("app-2", { expires_in: 300 }),
      batch,
      token("app-3"),
      batch
    )
    for (let pulls = 0; pulls < 4; pulls++) {
      await provider.pullEvents([access], "queue-1", null)
    }
    expect(
      sent
        .filter(({ url }) => url.pathname.endsWith("/pull"))
        .map(({ headers }) => headers.authorization)
    ).toEqual([
      "Bearer app-1",
      "Bearer app-1",
      "Bearer app-1",
      "Bearer app-2",
      "Bearer app-3",
    ])
    expect(access.renewed).toEqual([])
  })

  it("that cannot be had is asked for again the next time", async () => {
    const { provider, access } = setUp(
      answer({ error: "invalid_client" }, 401),
      token("app-1"),
      batch
    )
    expect(
      await errorOf(provider.pullEvents([access], "queue-1", null))
    ).toMatchObject({ kind: "credentials_invalid" })
    expect(await provider.pullEvents([access], "queue-1", null)).toMatchObject({
      events: [],
    })
  })
})
