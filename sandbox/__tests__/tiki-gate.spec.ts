import { tikiSuite } from "../__fixtures__/suites"
import { bearer, TikiClient } from "../__fixtures__/tiki-app"
import { Scope } from "../tiki/options"

const ME = "/v2/sellers/me"

describe("what Tiki lets in", () => {
  const at = tikiSuite()

  it.each([
    "node",
    "undici",
    "axios/1.7.2",
    "python-requests/2.32",
    "okhttp/4.12",
    "Go-http-client/1.1",
    "",
  ])("turns away the User-Agent %j", async (agent) => {
    const headers = { "user-agent": agent }
    const { status, text } = await at.client.call("GET", ME, { headers })
    expect(status).toBe(403)
    expect(text).toContain("<h1>")
    expect((await at.client.get(ME)).status).toBe(200)
  })

  it("answers JSON, to those who ask for it", async () => {
    const headers = { accept: "text/html" }
    const { status, body } = await at.client.call("GET", ME, { headers })
    expect(status).toBe(406)
    expect(body).toEqual({
      errors: [expect.any(String)],
      meta: { source: expect.any(String), id: expect.any(String) },
    })
  })

  it("takes no forms", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" }
    const body = { name: "q" }
    const sent = { body, headers }
    expect((await at.client.call("POST", "/v1/queues", sent)).status).toBe(400)
  })

  it("answers 403 to unknown paths and 405 to wrong methods", async () => {
    expect((await at.client.get("/v2/nothing")).status).toBe(403)
    expect((await at.client.post(ME)).status).toBe(405)
  })

  it("answers 401 without a token, with a wrong one and with an old one", async () => {
    expect((await new TikiClient(at.sandbox, {}).get(ME)).status).toBe(401)
    const wrong = new TikiClient(at.sandbox, bearer("wrong"))
    expect((await wrong.get(ME)).status).toBe(401)
    at.sandbox.tiki.authorizations.expireAccess()
    expect((await at.client.get(ME)).status).toBe(401)
  })

  it.each<[Scope[], string, number]>([
    [["order"], "/v2/orders", 200],
    [["order"], "/v2.1/products", 403],
    [["product"], "/v2/orders", 403],
    [["product", "order"], "/v2/seller-inventories", 403],
    [["inventory"], "/v2/seller-inventories", 200],
    [["all"], "/v2.1/products", 200],
    [["all"], "/v2/seller-inventories", 403],
  ])("with the scopes %j answers %s with %i", async (scopes, path, status) => {
    const { access_token } = at.sandbox.tiki.connect(undefined, scopes)
    const caller = new TikiClient(at.sandbox, bearer(access_token))
    expect((await caller.get(path)).status).toBe(status)
  })

  it("refuses sellers that are inactive", async () => {
    at.sandbox.tiki.seller().active = false
    expect((await at.client.get(ME)).status).toBe(403)
  })

  it("counts calls per second and per minute, for each seller", async () => {
    at.sandbox.tiki.options.quota = { per_second: 2, per_minute: 3 }
    const token = at.sandbox.tiki.connectInHouse("second_in_house").access_token
    const statuses = async (count: number) => {
      const answers = Array.from({ length: count }, () => at.client.get(ME))
      return (await Promise.all(answers)).map(({ status }) => status).sort()
    }
    at.sandbox.clock.advance(60 - (at.sandbox.clock.seconds() % 60))
    expect(await statuses(3)).toEqual([200, 200, 429])
    expect(
      (await new TikiClient(at.sandbox, bearer(token)).get(ME)).status
    ).toBe(200)
    at.sandbox.clock.advance(2)
    expect(await statuses(2)).toEqual([200, 429])
  })

  describe("by at.client key", () => {
    const key = () => at.sandbox.tiki.options.client_key
    const by = (value: string) =>
      new TikiClient(at.sandbox, { "tiki-api": value }).get(ME)

    it("lets the first seller in", async () => {
      at.sandbox.tiki.authorizations.clear()
      expect(at.sandbox.tiki.books().listings).toBe(0)
      expect((await by(key().key)).body.id).toBe(210042)
      expect(at.sandbox.tiki.books().listings).toBe(25)
    })

    it("answers 403 to a wrong key, and to any when keys are switched off", async () => {
      const wrong = await by("00000000-0000-4000-8000-000000000000")
      expect([wrong.status, wrong.body.errors]).toEqual([
        403,
        ["Permission denied"],
      ])
      key().enabled = false
      expect((await by(key().key)).status).toBe(403)
    })

    it("answers 200 with a sentence while the seller pauses the connection", async () => {
      key().paused = true
      const { status, text, body } = await by(key().key)
      expect([status, body]).toEqual([200, null])
      expect(text).toContain("tạm dừng")
    })
  })

  describe("with faults", () => {
    const strike = async (kind: "429" | "500" | "html" | "text200") => {
      at.sandbox.tiki.faults.add({ kind, path: "sellers/me" })
      return at.client.get(ME)
    }

    it("refuses, breaks and recovers", async () => {
      expect((await strike("429")).status).toBe(429)
      expect((await strike("500")).body.errors).toEqual(["Server Error"])
      const page = await strike("html")
      expect([page.status, page.text.startsWith("<html>")]).toEqual([502, true])
      const words = await strike("text200")
      expect([words.status, words.body]).toEqual([200, null])
      expect((await at.client.get(ME)).status).toBe(200)
    })

    it("does not strike the other marketplace", async () => {
      at.sandbox.tiki.faults.add({ kind: "500" })
      expect(at.sandbox.tiktok.faults.pending()).toEqual([])
    })

    it.each(["truncated", "lost_answer"] as const)(
      "%s: it has happened all the same",
      async (kind) => {
        at.sandbox.tiki.faults.add({ kind, path: "updateSku" })
        const [{ product_id }] = at.sandbox.tiki.catalogue.ofSeller(210042)
        const shelf = { warehouse_id: 50123, qty_available: 17 }
        const body = { product_id, warehouse_quantities: [shelf] }
        await expect(
          at.client.put("/v2.1/products/updateSku", body)
        ).rejects.toThrow()
        const { stock } = at.sandbox.tiki.catalogue.get(product_id)
        expect(stock.get(50123)?.available).toBe(17)
      }
    )
  })
})
