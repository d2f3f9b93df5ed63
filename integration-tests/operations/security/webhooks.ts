import { randomUUID } from "node:crypto"
import { gzipSync } from "node:zlib"
import { signWebhook } from "../../../sandbox/tiktok-shop/signature"
import { backgroundIdle } from "../../../src/workflows/background"
import { marketplacesOf } from "../../../src/workflows/marketplaces"
import { MOST_WAITING } from "../../../src/workflows/webhooks/receive-webhook"
import { eventually } from "../../support/eventually"
import { holdWrites } from "../../support/held-writes"
import { lookUpOrder } from "../../support/orders"
import { tick } from "../../support/tick"
import { OperationsShop } from "../shop"

type Sending = {
  signed?: string
  provider_id?: string
  headers?: Record<string, string>
  content?: Uint8Array
}

/** Who calls may be anybody. */
export function webhooks(at: () => OperationsShop): void {
  describe("webhooks", () => {
    const sign = (body: string, key?: string) => {
      const { app } = at().sandbox.tiktok.options
      return signWebhook(app.key, key ?? app.secret, body)
    }
    const send = async (
      body: string,
      { signed, provider_id = "tiktok-shop", headers, content }: Sending = {}
    ) => {
      const { status, text } = await fetch(
        `${at().base_url}/hooks/marketplaces/${provider_id}`,
        {
          method: "POST",
          body: content ? new Uint8Array(content) : body,
          headers: {
            "content-type": "application/json",
            authorization: signed ?? sign(body),
            ...headers,
          },
        }
      ).then(async (answer) => ({
        status: answer.status,
        text: await answer.text(),
      }))
      expect(text).toBe("")
      return status
    }
    const message = (type: number, data: object = {}, more: object = {}) =>
      JSON.stringify({
        type,
        tts_notification_id: randomUUID(),
        shop_id: at().tiktok.external_id,
        timestamp: 1_760_000_123,
        data,
        ...more,
      })

    it("are believed by the bytes that were signed, and by nothing else", async () => {
      const body = message(999)
      const spaced = JSON.stringify(JSON.parse(body), null, 1)
      const strange: [string, Sending][] = [
        [body, { signed: sign(body, "another app's secret") }],
        [body, { signed: sign(message(999)) }],
        [spaced, { signed: sign(body) }],
        [body, { signed: `Bearer ${sign(body)}` }],
        [body, { signed: `${"0".repeat(64)}, ${sign(body)}` }],
        [body, { signed: sign(body).toUpperCase() }],
        [
          body,
          {
            content: gzipSync(body),
            headers: { "content-encoding": "gzip" },
          },
        ],
      ]
      for (const [text, sending] of strange) {
        expect(await send(text, sending)).toBe(401)
      }
      for (const type of ["text/plain", "application/xml", "multipart/x"]) {
        const headers = { "content-type": type }
        expect(await send(body, { headers })).toBe(200)
      }
    })

    it("go to a marketplace that sends some", async () => {
      for (const provider_id of [
        "tiki",
        "__proto__",
        "shopee",
        "constructor",
      ]) {
        expect(await send(message(1), { provider_id })).toBe(404)
      }
    })

    it("make no sense at will, and harm nobody", async () => {
      const deep = `{"type":1,"data":{"order_id":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`
      const polluting = `{"type":999,"shop_id":"1","__proto__":{"polluted":1},"data":{"constructor":{"prototype":{"polluted":1}}}}`
      const unstorable = String.raw`{"type":999,"shop_id":"1\u0000","tts_notification_id":"\ud83d"}`
      expect(await send(deep)).toBe(400)
      expect(await send(polluting)).toBe(200)
      expect(await send(unstorable)).toBe(200)
      expect({}).not.toHaveProperty("polluted")
    })

    it("of an unknown shop are kept without effect", async () => {
      const { container } = at()
      const { nudges } = await work(container)
      const body = message(
        1,
        { order_id: "578000000000000001" },
        { shop_id: "1" }
      )
      expect(await send(body)).toBe(200)
      expect((await work(container)).nudges).toBe(nudges)
    })

    it("may come again after years: the order is read, no shop is stopped", async () => {
      const shop = at()
      const { container, sandbox, tiktok } = shop
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }] },
      ])
      const old = message(1, { order_id: placed.id, order_status: "CANCEL" })
      const left = message(6)
      for (const body of [old, left, left, old]) {
        expect(await send(body)).toBe(200)
      }
      await backgroundIdle()
      await tick(container)
      expect(await lookUpOrder(shop, placed.id)).toMatchObject({
        status: "awaiting_confirmation",
      })
      const statusOf = async () =>
        (await marketplacesOf(container).retrieveMarketplaceChannel(tiktok.id))
          .status
      expect(await statusOf()).toBe("connected")

      sandbox.tiktok.revoke()
      expect(await send(message(6))).toBe(200)
      await backgroundIdle()
      expect(await statusOf()).toBe("needs_authorization")
    })

    it("that are forged in a flood leave one row an hour", async () => {
      const { container } = at()
      const { refusals, messages } = await work(container)
      for (let round = 0; round < 20; round++) {
        await Promise.all(
          Array.from({ length: 10 }, () =>
            send(message(1), { signed: "0".repeat(64) })
          )
        )
      }
      const after = await work(container)
      expect(after.messages).toBe(messages)
      // Two when the hour ends meanwhile.
      expect(after.refusals - refusals).toBeLessThanOrEqual(2)
    })

    it("are asked to come again when too many wait, and none of the others is lost", async () => {
      const { container, database_url } = at()
      const { messages } = await work(container)
      const held = await holdWrites(database_url, "marketplace_webhook_message")
      const statuses: number[] = []
      const sent = Array.from({ length: MOST_WAITING + 5 }, () =>
        send(message(999)).then((status) => statuses.push(status))
      )
      await eventually(() => expect(statuses).toEqual(Array(5).fill(503)))
      await held.release()
      await Promise.all(sent)
      expect(statuses.filter((status) => status === 200)).toHaveLength(
        MOST_WAITING
      )
      const after = await work(container)
      expect(after.messages - messages).toBe(MOST_WAITING)
    })
  })
}

async function work(container: OperationsShop["container"]) {
  const marketplaces = marketplacesOf(container)
  const [nudges, refusals, messages] = await Promise.all([
    marketplaces.listMarketplaceNudges({}, { take: null }),
    marketplaces.listMarketplaceWebhookRefusals({}, { take: null }),
    marketplaces.listMarketplaceWebhookMessages({}, { take: null }),
  ])
  return {
    nudges: nudges.length,
    refusals: refusals.length,
    messages: messages.length,
  }
}
