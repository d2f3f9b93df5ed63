import { IncomingMessage } from "node:http"
import { Sandbox, signWebhook, startSandbox } from "../index"
import { App } from "../__fixtures__/app"
import { listen, Listening } from "../shared/listen"

type Received = { body: string; signature: string | undefined }

describe("webhooks", () => {
  let sandbox: Sandbox
  let receiver: Listening
  let received: Received[] = []
  /** HTTP status of the answers; 0 for none. */
  let answer = 200

  const read = async (request: IncomingMessage) => {
    const parts: Buffer[] = []
    for await (const part of request) {
      parts.push(part as Buffer)
    }
    return Buffer.concat(parts).toString()
  }

  beforeAll(async () => {
    receiver = await listen((request, response) => {
      void read(request).then((body) => {
        received.push({ body, signature: request.headers.authorization })
        if (answer) {
          response.writeHead(answer).end()
        }
      })
    }, 0)
    sandbox = await startSandbox({
      tiktok_shop: {
        webhook_url: `http://localhost:${receiver.port}/hook`,
        webhook_mode: "manual",
        webhook_timeout_ms: 100,
      },
    })
  })
  beforeEach(() => {
    sandbox.tiktok.reset()
    received = []
    answer = 200
  })
  afterAll(async () => {
    await sandbox.close()
    await receiver.close()
  })

  const messages = () =>
    received.map(
      ({ body }) => JSON.parse(body) as { type: number; data: object }
    )
  const place = (status: "UNPAID" | "ON_HOLD" = "UNPAID") =>
    sandbox.tiktok.addOrders([{ status }])[0].id

  it("signs the body it sends", async () => {
    place()
    await sandbox.tiktok.webhooks.flush()

    const [{ body, signature }] = received
    expect(signature).toBe(signWebhook("demo_app_key", "demo_app_secret", body))
    expect(JSON.parse(body)).toMatchObject({
      type: 1,
      tts_notification_id: expect.stringMatching(/^\d{19}$/),
      shop_id: sandbox.tiktok.shop().id,
    })
  })

  it("tells every status, and calls a cancelled order CANCEL", async () => {
    const id = place("ON_HOLD")
    sandbox.tiktok.orders.cancel(id, "BUYER")
    await sandbox.tiktok.webhooks.flush()

    expect(messages().map(({ data }) => data)).toMatchObject([
      { order_id: id, order_status: "UNPAID" },
      { order_id: id, order_status: "ON_HOLD" },
      { order_id: id, order_status: "CANCEL" },
      {
        order_id: id,
        cancel_status: "CANCELLATION_REQUEST_COMPLETE",
        cancellations_role: "BUYER",
      },
    ])
  })

  it("says nothing about history", async () => {
    sandbox.tiktok.addOrders(10)

    expect(sandbox.tiktok.webhooks.log()).toEqual([])
  })

  it("repeats after 2 min, 30 min, 3 h and 12 h, then gives up", async () => {
    answer = 500
    place()
    const { webhooks } = sandbox.tiktok
    await webhooks.flush()
    for (const seconds of [120, 1_800, 10_800, 43_200]) {
      const before = received.length
      sandbox.clock.advance(seconds - 5)
      await webhooks.flush()
      expect(received).toHaveLength(before)
      sandbox.clock.advance(5)
      await webhooks.flush()
      expect(received).toHaveLength(before + 1)
    }

    expect(received).toHaveLength(5)
    expect(webhooks.log()[0].state).toBe("lost")
    expect(new Set(received.map(({ body }) => body)).size).toBe(1)
  })

  it("stops after a 401", async () => {
    answer = 401
    place()
    await sandbox.tiktok.webhooks.flush()
    sandbox.clock.advance(86_400)
    await sandbox.tiktok.webhooks.flush()

    expect(received).toHaveLength(1)
    expect(sandbox.tiktok.webhooks.log()[0].state).toBe("refused")
  })

  it("waits only so long for an answer", async () => {
    answer = 0
    place()
    const [delivery] = await sandbox.tiktok.webhooks.flush()

    expect(delivery.attempts[0].outcome).toBe("timeout")
    expect(delivery.state).toBe("pending")
  })

  it("doubles, turns round and drops on demand", async () => {
    sandbox.tiktok.webhooks.drop(1)
    place("ON_HOLD")
    sandbox.tiktok.orders.advance(sandbox.tiktok.book.all()[0].id)
    await sandbox.tiktok.webhooks.flush({ order: "newest_first", times: 2 })

    expect(messages().map(({ data }) => data)).toMatchObject([
      { order_status: "AWAITING_SHIPMENT" },
      { order_status: "AWAITING_SHIPMENT" },
      { order_status: "ON_HOLD" },
      { order_status: "ON_HOLD" },
    ])
    expect(sandbox.tiktok.webhooks.log()[0].state).toBe("dropped")
  })

  it("writes product ids as bare numbers beyond 2^53", async () => {
    const [product] = sandbox.tiktok.catalogue.ofShop(sandbox.tiktok.shop().id)
    sandbox.tiktok.editProduct(product.id, { title: "Ly mới" })
    await sandbox.tiktok.webhooks.flush()

    expect(received[0].body).toContain(`"product_id":${product.id},`)
  })

  it("sends to the address a shop has set, until it is taken back", async () => {
    sandbox.tiktok.options.webhook_url = null
    const app = new App(sandbox)
    const hooks = "/event/202309/webhooks"
    const event_type = "ORDER_STATUS_CHANGE"
    const address = `http://localhost:${receiver.port}/own`
    const set = (body: { event_type: string; address: string }) =>
      app.call("PUT", hooks, { body })

    expect((await set({ event_type, address: "http://a.vn" })).code).toBe(
      36009004
    )
    expect((await set({ event_type: "NOTHING", address })).code).toBe(36009004)
    expect((await set({ event_type, address })).code).toBe(0)
    const { data } = await app.get(hooks)
    expect(data.webhooks).toMatchObject([{ event_type, address }])
    place()
    await sandbox.tiktok.webhooks.flush()
    expect(received).toHaveLength(1)

    await app.call("DELETE", hooks, { body: { event_type } })
    place()
    expect(sandbox.tiktok.webhooks.log()).toHaveLength(1)
  })

  it("tells of a withdrawn authorization", async () => {
    sandbox.tiktok.revoke()
    await sandbox.tiktok.webhooks.flush()

    expect(messages()[0].type).toBe(6)
  })

  it("leaves by itself in auto mode", async () => {
    sandbox.tiktok.options.webhook_mode = "auto"
    place()
    await sandbox.tiktok.webhooks.flush()

    expect(received).toHaveLength(1)
    expect(sandbox.tiktok.webhooks.log()[0].attempts).toHaveLength(1)
  })
})
