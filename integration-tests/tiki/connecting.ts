import { ChannelAnswer } from "../support/connect"
import { TikiShop } from "./shop"

type Refusal = { message: string; code?: string }

/** Every way to connect a Tiki shop, and what goes wrong on it. */
export function connecting(at: () => TikiShop): void {
  describe("connecting", () => {
    const connect = (credentials?: Record<string, string>) =>
      at().admin.post<{ channel: ChannelAnswer } & Refusal>("/channels", {
        provider_id: "tiki",
        ...(credentials ? { credentials } : {}),
      })

    const channels = async () => {
      const { body } = await at().admin.get<{
        channels: (ChannelAnswer & { provider_id: string })[]
      }>("/channels?provider_id=tiki")
      return body.channels
    }

    const test = async ({ id }: ChannelAnswer) =>
      (
        await at().admin.post<{ ok: boolean; reason?: string }>(
          `/channels/${id}/test`
        )
      ).body

    it("by the seller's own app makes one channel, however often", async () => {
      const shop = at()
      const { status, body } = await connect(shop.credentials)
      expect(status).toBe(200)
      expect(body.channel).toMatchObject({
        id: shop.channel.id,
        external_id: String(shop.tiki.seller().id),
        name: shop.tiki.seller().name,
        status: "connected",
        settings: { deduct_stock_on: "succeeded", order_lookback_days: 30 },
      })
      expect(await channels()).toHaveLength(1)
      expect(await test(body.channel)).toMatchObject({ ok: true })
      expect(JSON.stringify(body)).not.toContain(shop.credentials.client_secret)
    })

    it("maps the only pickup warehouse to the only location", async () => {
      expect(at().channel.settings.warehouses).toMatchObject([
        {
          external_id: expect.any(String),
          stock_location_id: expect.any(String),
        },
      ])
    })

    it("names a wrong secret, and half a pair", async () => {
      const { client_id } = at().credentials
      const wrong = await connect({ client_id, client_secret: "wrong" })
      expect(wrong.status).toBeGreaterThanOrEqual(400)
      expect(wrong.body.message).toMatch(/client/i)
      const half = await connect({ client_id })
      expect(half.status).toBe(400)
      expect(half.body.message).toContain("client_secret")
      const unknown = await connect({ app_key: "x" })
      expect(unknown.status).toBe(400)
      expect(unknown.body.message).toContain("app_key")
    })

    it("by the older client key reads the same seller", async () => {
      const shop = at()
      const { client_key } = shop.tiki.options
      const { status, body } = await connect({ client_key: client_key.key })
      expect(status).toBe(200)
      expect(body.channel.id).toBe(shop.channel.id)
      expect(await test(body.channel)).toMatchObject({ ok: true })
      client_key.paused = true
      try {
        const paused = await test(body.channel)
        expect(paused.ok).toBe(false)
        expect(paused.reason).toMatch(/Tiki/)
      } finally {
        client_key.paused = false
        const again = await connect(shop.credentials)
        expect(again.body.channel.status).toBe("connected")
      }
    })

    it("by consent comes back through the callback, and renews with a token used once", async () => {
      const shop = at()
      const callback = "/hooks/marketplaces/tiki/callback"
      const { apps } = shop.tiki.options
      apps.public.redirect_uri = `http://localhost${callback}`
      const { body } = await shop.admin.post<{ authorization_url: string }>(
        "/channels",
        { provider_id: "tiki" }
      )
      const consent = await fetch(`${body.authorization_url}&auto=1`, {
        redirect: "manual",
      })
      const back = new URL(consent.headers.get("location") ?? "")
      expect(back.pathname).toBe(callback)
      const admin = await fetch(`${shop.base_url}${callback}${back.search}`, {
        redirect: "manual",
      })
      expect(admin.headers.get("location")).toContain(
        `connected=${shop.channel.id}`
      )
      expect(await channels()).toHaveLength(1)
      for (let round = 0; round < 2; round++) {
        shop.tiki.authorizations.expireAccess()
        expect(await test(shop.channel)).toMatchObject({ ok: true })
      }
      const { client_secret } = apps.public
      apps.public.client_secret = "rotated, and the options not yet"
      shop.tiki.authorizations.expireAccess()
      expect(await test(shop.channel)).toMatchObject({
        ok: false,
        code: "credentials_invalid",
      })
      expect((await channels())[0].status).toBe("connected")
      apps.public.client_secret = client_secret
      expect(await test(shop.channel)).toMatchObject({ ok: true })

      shop.tiki.authorizations.revoke()
      expect(await test(shop.channel)).toMatchObject({
        ok: false,
        code: "authorization_refused",
      })
      const [channel] = await channels()
      expect(channel.status).toBe("needs_authorization")
    })

    it("keeps the old credentials when the new ones are another seller's", async () => {
      const shop = at()
      const other = shop.tiki.options.apps.second_in_house
      const { status, body } = await shop.admin.post<Refusal>(
        `/channels/${shop.channel.id}`,
        {
          credentials: {
            client_id: other.client_id,
            client_secret: other.client_secret,
          },
        }
      )
      expect(status).toBeGreaterThanOrEqual(400)
      expect(body.message).toContain(shop.tiki.seller().name)
      expect(await test(shop.channel)).toMatchObject({ ok: true })
      expect(await channels()).toHaveLength(1)
    })

    it("renews a token that has ended by asking anew, once", async () => {
      const shop = at()
      shop.tiki.authorizations.expireAccess()
      shop.tiki.calls.clear()
      const tests = await Promise.all([1, 2, 3].map(() => test(shop.channel)))
      expect(tests).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
      expect(shop.tiki.calls.list("/oauth2/token")).toHaveLength(1)
    })

    it("says in plain words that the seller is not active", async () => {
      const shop = at()
      const seller = shop.tiki.seller()
      seller.active = false
      try {
        const answer = await test(shop.channel)
        expect(answer.ok).toBe(false)
        expect(answer.reason?.length).toBeGreaterThan(30)
        expect(answer.reason).not.toContain("403 Forbidden")
      } finally {
        seller.active = true
      }
      expect(await test(shop.channel)).toMatchObject({ ok: true })
    })
  })
}
