import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { runFlow } from "../../src/workflows/flows/run-flow"
import { FakeMarketplace } from "../fixtures/fake-provider"
import { AdminClient } from "../support/admin"

/** What these cases need of the running shop; read anew in each. */
export type Shop = {
  container: MedusaContainer
  admin: AdminClient
  fake: FakeMarketplace
}

type Channel = {
  id: string
  provider_id: string
  name: string
  status: string
  status_reason: string | null
  authorization_ends_at: string | null
  sales_channel_id: string
  warehouses: { external_id: string }[]
  settings: {
    buffer: number
    warehouses: { external_id: string; stock_location_id: string }[]
  }
  flows: { kind: string; due_at: string }[]
}

type Refusal = { type: string; code?: string; message: string }
type Test = { ok: boolean; code?: string; reason?: string }

const MINUTE_MS = 60_000

/** Connects the fake marketplace with its app's id and secret. */
export async function connectByApp(
  { admin, fake }: Shop,
  body: Record<string, unknown> = {}
): Promise<Channel> {
  const answer = await admin.post<{ channel: Channel }>("/channels", {
    provider_id: "fake",
    credentials: fake.app,
    ...body,
  })
  expect(answer.status).toBe(200)
  return answer.body.channel
}

/** Connecting, changing and renewing credentials that a person types in. */
export function connectingByFields(at: () => Shop): void {
  const channels = async () =>
    (await at().admin.get<{ channels: Channel[] }>("/channels")).body.channels
  const channelOf = async (id: string) =>
    (await at().admin.get<{ channel: Channel }>(`/channels/${id}`)).body.channel
  const test = async (id: string) =>
    (await at().admin.post<Test>(`/channels/${id}/test`)).body
  const callsOf = (name: string) =>
    at().fake.calls.filter((call) => call === name).length
  const authorizations = () =>
    marketplacesOf(at().container).listMarketplaceAuthorizations({})

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

  const renewalOf = async (id: string) =>
    (await channelOf(id)).flows.find(({ kind }) => kind === "authorization")

  it("makes a working channel at once, with name, warehouse and sales channel", async () => {
    const before = Date.now()
    const channel = await connectByApp(at(), { settings: { buffer: 2 } })
    const { shop, warehouses } = at().fake.shop()
    expect(channel).toMatchObject({
      provider_id: "fake",
      name: shop.name,
      status: "connected",
      settings: {
        buffer: 2,
        warehouses: [{ external_id: warehouses[0].external_id }],
      },
    })
    const query = at().container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "sales_channel",
      fields: ["name", "stock_locations.id"],
      filters: { id: channel.sales_channel_id },
    })
    expect(data).toMatchObject([
      {
        name: shop.name,
        stock_locations: [
          { id: channel.settings.warehouses[0].stock_location_id },
        ],
      },
    ])
    const renewal = await renewalOf(channel.id)
    const minutes = (Date.parse(renewal?.due_at ?? "") - before) / MINUTE_MS
    expect(minutes).toBeCloseTo(30, 0)
    expect(await test(channel.id)).toMatchObject({ ok: true })
  })

  it.each([
    [
      { client_id: "fake-client-id" },
      "credentials.client_secret: is missing. Give client_id and client_secret",
    ],
    [
      { client_id: "a", client_secret: "b", client_key: "c" },
      "Give one of them only",
    ],
    [{ password: "x" }, "credentials.password: the marketplace asks for no"],
  ])("names the field and the remedy: %j", async (credentials, message) => {
    const { status, body } = await at().admin.post<Refusal>("/channels", {
      provider_id: "fake",
      credentials,
    })
    expect(status).toBe(400)
    expect(body.message).toContain(message)
    expect(callsOf("beginAuthorization")).toBe(0)
  })

  it("leads to the marketplace when nothing is filled in", async () => {
    const { body } = await at().admin.post("/channels", {
      provider_id: "fake",
      credentials: { client_key: " " },
    })
    expect(body).toEqual({ authorization_url: expect.any(String) })
  })

  it("keeps nothing of a wrong secret", async () => {
    const { status, body } = await at().admin.post<Refusal>("/channels", {
      provider_id: "fake",
      credentials: { ...at().fake.app, client_secret: "a wrong one" },
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: "credentials_invalid",
      message: "Fake: the client secret is wrong",
    })
    expect(await channels()).toEqual([])
    expect(await authorizations()).toEqual([])
  })

  it("updates the channel of a seller who is connected already, by whichever way", async () => {
    const first = await connectByApp(at(), { name: "Gốm" })
    const { body } = await at().admin.post<{ channel: Channel }>("/channels", {
      provider_id: "fake",
      credentials: { client_key: at().fake.client_key },
    })
    expect(body.channel).toMatchObject({
      id: first.id,
      name: "Gốm",
      sales_channel_id: first.sales_channel_id,
    })
    expect(await channels()).toHaveLength(1)
    expect(await authorizations()).toHaveLength(1)
  })

  it("shows what was typed in no answer, and keeps it unreadable", async () => {
    const channel = await connectByApp(at())
    const answers = await Promise.all([
      at().admin.get("/channels"),
      at().admin.post(`/channels/${channel.id}`, {
        credentials: at().fake.app,
      }),
      at().admin.post(`/channels/${channel.id}/test`),
    ])
    const [row] = await authorizations()
    const seen = JSON.stringify([answers.map(({ body }) => body), row])
    expect(seen).not.toContain(at().fake.app.client_secret)
    expect(seen).not.toContain("fake-access")
  })

  describe("changing credentials", () => {
    const change = (id: string, body: Record<string, unknown>) =>
      at().admin.post<Refusal & { channel: Channel }>(`/channels/${id}`, body)

    it("tries the new ones first, and keeps the old ones when they are wrong", async () => {
      const { id } = await connectByApp(at())
      const wrong = await change(id, {
        name: "Khác",
        credentials: { client_key: "a wrong one" },
      })
      expect(wrong.status).toBe(400)
      expect(wrong.body.code).toBe("credentials_invalid")
      expect((await channelOf(id)).name).not.toBe("Khác")
      expect(await test(id)).toMatchObject({ ok: true })

      const right = await change(id, {
        name: "Khác",
        credentials: { client_key: at().fake.client_key },
      })
      expect(right.status).toBe(200)
      expect(right.body.channel.name).toBe("Khác")
      expect(await test(id)).toMatchObject({ ok: true })
    })

    it("touches none when a setting beside them is refused", async () => {
      const { id } = await connectByApp(at())
      at().fake.calls = []
      const { status, body } = await change(id, {
        settings: { share: 7 },
        credentials: { client_key: at().fake.client_key },
      })
      expect(status).toBe(400)
      expect(body.message).toContain("settings.share")
      expect(callsOf("beginAuthorization")).toBe(0)
    })

    it("refuses the keys of another seller", async () => {
      const { id } = await connectByApp(at())
      at().fake.account = { external_id: "fake-account-2", name: "Nhà Lụa" }
      const { status, body } = await change(id, { credentials: at().fake.app })
      expect(status).toBe(400)
      expect(body).toMatchObject({
        code: "different_account",
        message: expect.stringContaining('Enter the keys of "Nhà Gốm"'),
      })
      expect(await channels()).toHaveLength(1)
      expect(await authorizations()).toMatchObject([
        { account_external_id: "fake-account-1" },
      ])
      expect(await test(id)).toMatchObject({ ok: true })
    })
  })

  describe("renewing without a refresh token", () => {
    it("happens once, however many ask, and leaves the channel connected", async () => {
      const { id } = await connectByApp(at())
      at().fake.expireAccess()
      const tests = await Promise.all([1, 2, 3, 4].map(() => test(id)))
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

  describe("the test of a connection", () => {
    it("tells a secret that is no longer right, until the new one is given", async () => {
      const { id } = await connectByApp(at())
      at().fake.app = { ...at().fake.app, client_secret: "a new one" }
      at().fake.expireAccess()
      const reason = "Fake: the client secret is wrong"
      expect(await test(id)).toEqual({
        ok: false,
        code: "credentials_invalid",
        reason,
      })
      expect(await channelOf(id)).toMatchObject({
        status: "needs_authorization",
        status_reason: reason,
      })
      await at().admin.post(`/channels/${id}`, { credentials: at().fake.app })
      expect(await test(id)).toMatchObject({ ok: true })
      expect(await channelOf(id)).toMatchObject({ status: "connected" })
    })

    it("tells a key that is no longer right", async () => {
      const { id } = await connectByApp(at(), {
        credentials: { client_key: at().fake.client_key },
      })
      at().fake.client_key = "a new one"
      expect(await test(id)).toMatchObject({
        ok: false,
        code: "credentials_invalid",
      })
      expect((await channelOf(id)).status).toBe("needs_authorization")
    })

    it("tells that the seller took the permission back", async () => {
      const { id } = await connectByApp(at())
      at().fake.revoke()
      expect(await test(id)).toMatchObject({
        ok: false,
        code: "authorization_refused",
        reason: "Fake: the authorization is withdrawn",
      })
      expect((await channelOf(id)).status).toBe("needs_authorization")

      at().fake.restore(at().fake.app)
      expect(await test(id)).toMatchObject({ ok: true })
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
      expect(await test(id)).toEqual({
        ok: false,
        code: kind,
        reason: "Fake: a fault of the test",
      })
      expect((await channelOf(id)).status).toBe("connected")
    })
  })
}
