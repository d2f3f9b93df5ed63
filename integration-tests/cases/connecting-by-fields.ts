import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  askingOf,
  connectByApp,
  FakeChannel,
  MINUTE_MS,
  Refusal,
  Shop,
} from "./fake-shop"

/** Connecting with what a person types in, and changing it. */
export function connectingByFields(at: () => Shop): void {
  const { channels, channelOf, testOf, callsOf, authorizations, renewalOf } =
    askingOf(at)

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
    expect(await testOf(channel.id)).toMatchObject({ ok: true })
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
    const { body } = await at().admin.post<{ channel: FakeChannel }>(
      "/channels",
      {
        provider_id: "fake",
        credentials: { client_key: at().fake.client_key },
      }
    )
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
      at().admin.post<Refusal & { channel: FakeChannel }>(
        `/channels/${id}`,
        body
      )

    it("tries the new ones first, and keeps the old ones when they are wrong", async () => {
      const { id } = await connectByApp(at())
      const wrong = await change(id, {
        name: "Khác",
        credentials: { client_key: "a wrong one" },
      })
      expect(wrong.status).toBe(400)
      expect(wrong.body.code).toBe("credentials_invalid")
      expect((await channelOf(id)).name).not.toBe("Khác")
      expect(await testOf(id)).toMatchObject({ ok: true })

      const right = await change(id, {
        name: "Khác",
        credentials: { client_key: at().fake.client_key },
      })
      expect(right.status).toBe(200)
      expect(right.body.channel.name).toBe("Khác")
      expect(await testOf(id)).toMatchObject({ ok: true })
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
      expect(await testOf(id)).toMatchObject({ ok: true })
    })
  })
}
