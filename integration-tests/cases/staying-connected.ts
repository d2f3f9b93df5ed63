import { runFlow } from "../../src/workflows/flows/run-flow"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { failingAtWrite } from "../support/failing-writes"
import { forgetLeftBehind } from "../support/forget"
import { askingOf, connectByApp, MINUTE_MS, Shop } from "./fake-shop"

const DAY_MS = 24 * 60 * MINUTE_MS
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)

/** Renewing what a person typed in, and telling when it works no longer. */
export function stayingConnected(at: () => Shop): void {
  const { channelOf, testOf, callsOf, authorizations, renewalOf } = askingOf(at)

  /** Works off every flow that is due. */
  const runDue = async () => {
    const { flows } = marketplacesOf(at().container)
    for (;;) {
      const flow = await flows.claimNext()
      if (!flow) {
        return
      }
      await runFlow(at().container, flow)
    }
  }

  describe("renewing without a refresh token", () => {
    it("happens once, however many ask, and leaves the channel connected", async () => {
      const { id } = await connectByApp(at())
      at().fake.expireAccess()
      const tests = await Promise.all([1, 2, 3, 4].map(() => testOf(id)))
      expect(tests.every(({ ok }) => ok)).toBe(true)
      expect(callsOf("renewCredentials")).toBe(1)
      expect(await channelOf(id)).toMatchObject({
        status: "connected",
        authorization_ends_at: null,
      })
    })

    it("comes before the token ends, by itself", async () => {
      const { id } = await connectByApp(at())
      const marketplaces = marketplacesOf(at().container)
      const past = new Date(Date.now() - MINUTE_MS)
      const [{ id: authorization_id }] = await authorizations()
      await marketplaces.updateMarketplaceAuthorizations({
        id: authorization_id,
        expires_at: past,
      })
      await marketplaces.flows.reschedule(id, "authorization", past)
      const before = Date.now()
      await runDue()
      expect(callsOf("renewCredentials")).toBe(1)
      expect(await channelOf(id)).toMatchObject({ status: "connected" })
      const next = Date.parse((await renewalOf(id))?.due_at ?? "")
      expect((next - before) / MINUTE_MS).toBeCloseTo(30, 0)
    })

    it("is never asked of a key that does not end", async () => {
      const { id } = await connectByApp(at())
      await at().admin.post(`/channels/${id}`, {
        credentials: { client_key: at().fake.client_key },
      })
      await runDue()
      expect(callsOf("renewCredentials")).toBe(0)
      expect(await renewalOf(id)).toBeUndefined()
      expect(await channelOf(id)).toMatchObject({
        status: "connected",
        authorization_ends_at: null,
      })
    })
  })

  describe("connecting a shop again", () => {
    it("reads what happened meanwhile, however long the channel has been known", async () => {
      const { id } = await connectByApp(at())
      const marketplaces = marketplacesOf(at().container)
      await marketplaces.updateMarketplaceFlows({
        selector: { channel_id: id, kind: "recent_orders" },
        data: { cursor: daysAgo(3) },
      })
      // Also when a person has downloaded a few orders since.
      await marketplaces.updateMarketplaceChannels({
        id,
        created_at: daysAgo(60),
        last_order_sync_at: daysAgo(1),
      } as never)
      await at().admin.delete(`/channels/${id}`)
      const meanwhile = at().fake.putOrder({
        external_id: "9430000",
        placed_at: daysAgo(2),
        external_updated_at: daysAgo(2),
      })

      expect((await connectByApp(at())).id).toBe(id)
      for (const kind of ["recent_orders", "history_orders"] as const) {
        await marketplaces.flows.reschedule(id, kind, daysAgo(0))
      }
      await runDue()
      const stored = await marketplaces.listMarketplaceChannelOrders({
        channel_id: id,
      })
      expect(stored.map(({ external_id }) => external_id)).toEqual([
        meanwhile.external_id,
      ])
    })
  })

  describe("connecting a shop through another account", () => {
    const accounts = async () =>
      (await authorizations()).map(
        ({ account_external_id }) => account_external_id
      )

    it("forgets the account before", async () => {
      const { id } = await connectByApp(at())
      const other = { external_id: "fake-account-2", name: "Nhà Gốm Mới" }
      at().fake.account = other
      expect((await connectByApp(at())).id).toBe(id)
      expect(await accounts()).toEqual([other.external_id])
    })

    it("leaves the channel one that opens its shop when it fails late", async () => {
      const { id } = await connectByApp(at())
      const other = { external_id: "fake-account-2", name: "Nhà Gốm Mới" }
      at().fake.account = other
      await failingAtWrite(
        at(),
        1,
        async () => {
          const { status } = await at().admin.post("/channels", {
            provider_id: "fake",
            credentials: at().fake.app,
          })
          expect(status).toBe(500)
        },
        "marketplace_flow"
      )
      expect(await testOf(id)).toMatchObject({ ok: true })
      expect(await channelOf(id)).toMatchObject({ account: other })

      expect((await connectByApp(at())).id).toBe(id)
      await forgetLeftBehind(at().container)
      expect(await accounts()).toEqual([other.external_id])
      expect(await testOf(id)).toMatchObject({ ok: true })
    })
  })

  describe("the test of a connection", () => {
    it("tells a secret that is no longer right, until the new one is given", async () => {
      const { id } = await connectByApp(at())
      at().fake.app = { ...at().fake.app, client_secret: "a new one" }
      at().fake.expireAccess()
      const reason = "Fake: the client secret is wrong"
      expect(await testOf(id)).toEqual({
        ok: false,
        code: "credentials_invalid",
        reason,
      })
      expect(await channelOf(id)).toMatchObject({
        status: "needs_authorization",
        status_reason: reason,
      })
      await at().admin.post(`/channels/${id}`, { credentials: at().fake.app })
      expect(await testOf(id)).toMatchObject({ ok: true })
      expect(await channelOf(id)).toMatchObject({ status: "connected" })
    })

    it("tells a key that is no longer right", async () => {
      const { id } = await connectByApp(at(), {
        credentials: { client_key: at().fake.client_key },
      })
      at().fake.client_key = "a new one"
      expect(await testOf(id)).toMatchObject({
        ok: false,
        code: "credentials_invalid",
      })
      expect((await channelOf(id)).status).toBe("needs_authorization")
    })

    it("tells that the seller took the permission back", async () => {
      const { id } = await connectByApp(at())
      at().fake.revoke()
      expect(await testOf(id)).toMatchObject({
        ok: false,
        code: "authorization_refused",
        reason: "Fake: the authorization is withdrawn",
      })
      expect((await channelOf(id)).status).toBe("needs_authorization")

      at().fake.restore(at().fake.app)
      expect(await testOf(id)).toMatchObject({ ok: true })
      const paused = { status: "paused" }
      await at().admin.post(`/channels/${id}`, paused)
      const { status } = await at().admin.post(`/channels/${id}`, {
        status: "connected",
      })
      expect(status).toBe(200)
    })

    it.each([
      ["a shop that is not active", "rejected", 1],
      ["a marketplace that does not answer", "unavailable", 3],
    ] as const)("tells %s, and changes nothing", async (_, kind, times) => {
      const { id } = await connectByApp(at())
      at().fake.fail({ kind, call: "readShop", times })
      expect(await testOf(id)).toEqual({
        ok: false,
        code: kind,
        reason: "Fake: a fault of the test",
      })
      expect((await channelOf(id)).status).toBe("connected")
    })
  })
}
