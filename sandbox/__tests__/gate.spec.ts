import { AppCall } from "../__fixtures__/app"
import { tikTokSuite } from "../__fixtures__/suites"

const SEARCH = "/order/202309/orders/search"

describe("what is checked before a call", () => {
  const at = tikTokSuite()

  const search = (call: AppCall = {}) =>
    at.app.call("POST", SEARCH, {
      ...call,
      query: { page_size: "10", ...call.query },
      body: call.body ?? { order_status: "UNPAID" },
    })

  it("lets a right call through", async () => {
    expect(await search()).toMatchObject({ code: 0, http_status: 200 })
  })

  it.each([
    ["a wrong secret", { secret: "wrong" }, 106001],
    [
      "a signature in capitals",
      {
        spoil: (query: URLSearchParams) =>
          query.set("sign", String(query.get("sign")).toUpperCase()),
      },
      106001,
    ],
    [
      "no signature",
      { spoil: (query: URLSearchParams) => query.delete("sign") },
      36009004,
    ],
    [
      "another app key",
      { spoil: (query: URLSearchParams) => query.set("app_key", "other") },
      36009004,
    ],
    [
      "a repeated parameter",
      { spoil: (query: URLSearchParams) => query.append("page_size", "10") },
      36009004,
    ],
    ["no cipher", { without_cipher: true }, 106013],
    ["an empty cipher", { query: { shop_cipher: "" } }, 36009004],
    ["an unknown cipher", { query: { shop_cipher: "ROW_other" } }, 101000],
    ["no token", { headers: { "x-tts-access-token": "" } }, 36009004],
    ["a body that is no JSON", { body: "{" }, 36009022],
    [
      "another content type",
      { headers: { "content-type": "text/plain" } },
      36009023,
    ],
    ["a page too large", { query: { page_size: "101" } }, 36009004],
    ["a page too small", { query: { page_size: "0" } }, 36009004],
    ["an unknown sort field", { query: { sort_field: "price" } }, 36009004],
    ["a paging field in the body", { body: { page_size: 10 } }, 36009004],
    ["a filter in the query", { query: { order_status: "PAID" } }, 36009004],
    ["a filter of the wrong type", { body: { create_time_ge: "1" } }, 36009004],
    ["an unknown status", { body: { order_status: "PAID" } }, 36009004],
    ["an invented page token", { query: { page_token: "abc" } }, 36009004],
  ] satisfies [string, AppCall, number][])(
    "refuses %s",
    async (_case, call, code) => {
      expect((await search(call)).code).toBe(code)
    }
  )

  it("refuses a changed body by its bytes", async () => {
    const path = `${at.sandbox.urls.api}${SEARCH}`
    let signed = ""
    await search({
      spoil: (query) => {
        signed = query.toString()
      },
    })

    const answer = await fetch(`${path}?${signed}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-tts-access-token": at.app.token,
      },
      body: '{ "order_status": "UNPAID" }',
    })
    expect(await answer.json()).toMatchObject({ code: 106001 })
  })

  it.each([
    [-299, 0],
    [-302, 36009004],
    [28, 0],
    [32, 36009004],
  ])("takes a clock that is %i s off with code %i", async (skew, code) => {
    expect((await search({ clock_skew: skew })).code).toBe(code)
  })

  it("tells unknown paths, methods and versions apart", async () => {
    const code = async (method: string, path: string) =>
      (await at.app.call(method, path, {})).code

    expect(await code("GET", "/order/202309/nothing")).toBe(36009009)
    expect(await code("GET", SEARCH)).toBe(36009010)
    expect(await code("GET", "/order/202212/orders")).toBe(36009014)
  })

  it("counts calls for each shop and says when to come back", async () => {
    at.sandbox.tiktok.options.quota.per_second = 2
    const answers = await Promise.all(Array.from({ length: 6 }, () => search()))

    const refused = answers.filter(({ code }) => code === 36009002)
    expect(refused.length).toBeGreaterThanOrEqual(2)
    expect(refused[0].http_status).toBe(429)
    expect(refused[0].headers.get("retry-after")).toBe("1")
    at.sandbox.clock.advance(1)
    expect((await search()).code).toBe(0)
  })

  it("ends the hour of a development shop", async () => {
    at.sandbox.tiktok.options.quota.per_hour = 1
    await search()

    const refused = await search()
    expect(refused).toMatchObject({ code: 36009037, http_status: 429 })
    at.sandbox.clock.advance(Number(refused.headers.get("retry-after")))
    expect((await search()).code).toBe(0)
  })

  it("closes inactive shops", async () => {
    at.sandbox.tiktok.shop().active = false

    expect(await search()).toMatchObject({ code: 36009043, http_status: 401 })
  })
})
