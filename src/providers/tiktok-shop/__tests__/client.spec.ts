import { atOnce, errorOf } from "../../__fixtures__/error-of"
import {
  networkError,
  Reply,
  scriptedFetch,
} from "../../__fixtures__/scripted-fetch"
import { answer, failure } from "../__fixtures__/answers"
import { options } from "../__fixtures__/options"
import { accessToShop } from "../__fixtures__/scripted-provider"
import { sign, tokenQuery } from "../auth"
import { Call, TikTokShopClient } from "../client"
import { readOptions } from "../options"

const READ: Call = {
  method: "POST",
  path: "/order/202309/orders/search",
  query: {
    shop_cipher: "c",
    page_token: "a/+=",
    page_size: "100",
    none: undefined,
  },
  body: { update_time_ge: 1 },
  effect: "read",
  lane: "orders",
}
const WRITE: Call = { ...READ, effect: "write", lane: "stock" }

/** A client whose clock moves on by a second with every look at it. */
function setUp(...replies: Reply[]) {
  const { fetch, sent } = scriptedFetch(...replies)
  let clock = 1_760_000_000_000
  const client = new TikTokShopClient(
    readOptions({ ...options, requestTimeoutMs: 200, maxRetries: 3 }),
    { fetch, now: () => (clock += 1000), random: () => 0 }
  )
  return { client, sent, access: accessToShop() }
}

const truncated = () => new Response('{"code":0,"data":{"orders":[{"id":"5')
const html = (status: number) => new Response("<html>Oops</html>", { status })

beforeEach(() =>
  jest.useFakeTimers({
    doNotFake: ["nextTick", "queueMicrotask", "setImmediate"],
  })
)
afterEach(() => jest.useRealTimers())

describe("a call", () => {
  it("is signed over exactly what is sent", async () => {
    const { client, sent, access } = setUp(answer({ total_count: 3 }))
    expect(await client.call(access, READ)).toEqual({ total_count: 3 })

    const [request] = sent
    const { sign: signature, ...query } = Object.fromEntries(
      request.url.searchParams
    )
    expect(query).toEqual({
      app_key: options.appKey,
      timestamp: "1760000001",
      shop_cipher: "c",
      page_token: "a/+=",
      page_size: "100",
    })
    expect(request.url.search).toContain("page_token=a%2F%2B%3D")
    expect(signature).toBe(
      sign(options.appSecret, { path: READ.path, query, body: request.body })
    )
    expect(request.body).toBe('{"update_time_ge":1}')
    expect(request.headers).toMatchObject({
      "x-tts-access-token": "access-1",
      "content-type": "application/json",
    })
  })

  it("keeps ids beyond 2^53", async () => {
    const { client, access } = setUp(
      new Response('{"code":0,"data":{"id":1731000000000000011}}')
    )
    expect(await client.call(access, READ)).toEqual({
      id: "1731000000000000011",
    })
  })
})

describe("a read", () => {
  it.each<[string, Reply]>([
    ["429", failure(36009002, "too many", 429)],
    ["429 without a body of TikTok", html(429)],
    ["an internal error", failure(36009003)],
    ["a time-out at TikTok", failure(36009007)],
    ["503", html(503)],
    ["a page of HTML", html(200)],
    ["a truncated body", truncated()],
    ["a reset connection", networkError("ECONNRESET")],
    ["a refused connection", networkError("ECONNREFUSED")],
  ])("comes through after %s, signed anew", async (_what, reply) => {
    const { client, sent, access } = setUp(reply, reply, answer({ ok: true }))
    expect(await atOnce(client.call(access, READ))).toEqual({ ok: true })
    const times = sent.map(({ url }) => url.searchParams.get("timestamp"))
    expect(new Set(times).size).toBe(3)
    expect(access.lanes).toEqual(["orders", "orders", "orders"])
  })

  it("is given up after the ceiling, with the last reason", async () => {
    const { client, sent, access } = setUp(truncated())
    const error = await errorOf(atOnce(client.call(access, READ)))
    expect(error.kind).toBe("invalid_response")
    expect(sent).toHaveLength(4)
  })

  it("ends an attempt that hangs", async () => {
    jest.useRealTimers()
    const { fetch } = scriptedFetch()
    const hanging: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () =>
          reject(init.signal?.reason)
        )
      })
    const client = new TikTokShopClient(
      readOptions({ ...options, requestTimeoutMs: 20, maxRetries: 0 }),
      { fetch: hanging, now: Date.now, random: () => 0 }
    )
    const error = await errorOf(client.call(accessToShop(), READ))
    expect(error).toMatchObject({
      kind: "unavailable",
      message: "TikTok Shop: no answer (timeout)",
    })
  })

  it.each([105001, 105005, 101000, 106001, 36009004, 12052180, 36009014])(
    "is not repeated after %i",
    async (code) => {
      const { client, sent, access } = setUp(failure(code))
      const error = await errorOf(atOnce(client.call(access, READ)))
      expect(error.code).toBe(String(code))
      expect(sent).toHaveLength(1)
    }
  )

  it("waits at least as long as it is told to", async () => {
    const { client, sent, access } = setUp(
      failure(36009002, "slow down", 429, { "retry-after": "5" }),
      answer({})
    )
    const work = client.call(access, READ)
    await jest.advanceTimersByTimeAsync(4_900)
    expect(sent).toHaveLength(1)
    await jest.advanceTimersByTimeAsync(600)
    await work
    expect(sent).toHaveLength(2)
  })

  it("comes back later rather than wait for minutes", async () => {
    const { client, sent, access } = setUp(
      failure(36009002, "slow down", 429, { "retry-after": "120" })
    )
    const error = await errorOf(client.call(access, READ))
    expect(error).toMatchObject({
      kind: "rate_limited",
      retry_after_ms: 120_000,
    })
    expect(sent).toHaveLength(1)
  })

  it("believes no Retry-After beyond an hour", async () => {
    const { client, access } = setUp(
      failure(36009002, "", 429, { "retry-after": "999999" })
    )
    const error = await errorOf(client.call(access, READ))
    expect(error.retry_after_ms).toBe(3_600_000)
  })
})

describe("a write", () => {
  it.each<[string, Reply]>([
    ["an internal error", failure(36009003)],
    ["500", html(500)],
    ["a truncated body", truncated()],
    ["a reset connection", networkError("ECONNRESET")],
  ])("is not repeated after %s", async (_what, reply) => {
    const { client, sent, access } = setUp(reply, answer({}))
    const error = await errorOf(atOnce(client.call(access, WRITE)))
    expect(error.kind).toBe("outcome_unknown")
    expect(sent).toHaveLength(1)
  })

  it.each<[string, Reply]>([
    ["429", failure(36009002, "too many", 429)],
    ["a refused connection", networkError("ECONNREFUSED")],
  ])("is repeated after %s, as nothing has happened", async (_what, reply) => {
    const { client, sent, access } = setUp(reply, answer({ ok: true }))
    expect(await atOnce(client.call(access, WRITE))).toEqual({ ok: true })
    expect(sent).toHaveLength(2)
  })
})

describe("an expired access token", () => {
  it("is renewed once, and the call repeated", async () => {
    const { client, sent, access } = setUp(failure(105002), answer({ ok: 1 }))
    expect(await client.call(access, READ)).toEqual({ ok: 1 })
    expect(sent.map(({ headers }) => headers["x-tts-access-token"])).toEqual([
      "access-1",
      "access-2",
    ])
    expect(access.renewed).toHaveLength(1)
  })

  it("is a matter for a person when the new one is refused as well", async () => {
    const { client, sent, access } = setUp(failure(105002))
    const error = await errorOf(client.call(access, READ))
    expect(error).toMatchObject({
      kind: "authorization_refused",
      code: "105002",
    })
    expect(sent).toHaveLength(2)
  })
})

describe("secrets", () => {
  const grants = [
    { code: "the-secret-code" },
    { refresh_token: "the-refresh-token" },
  ]
  const echo: Reply = ({ url, headers }) =>
    failure(36009004, `odd: ${url.search} ${headers["x-tts-access-token"]}`)

  it("stay out of errors, also when TikTok repeats them", async () => {
    for (const reply of [echo, html(500), networkError("ECONNRESET")]) {
      for (const grant of grants) {
        const { client, access } = setUp(reply)
        const query = tokenQuery(readOptions(options), grant)
        const errors = [
          await errorOf(atOnce(client.token("get", query))),
          await errorOf(atOnce(client.call(access, READ))),
        ]
        for (const error of errors) {
          const told = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`
          expect(told).not.toContain(options.appSecret)
          expect(told).not.toContain("access-1")
          expect(told).not.toContain("the-secret-code")
          expect(told).not.toContain("the-refresh-token")
        }
      }
    }
  })

  it("go to the token host only, unsigned", async () => {
    const { client, sent } = setUp(answer({ access_token: "a" }))
    const query = tokenQuery(readOptions(options), { code: "c" })
    await client.token("get", query)
    const { origin, pathname, searchParams } = sent[0].url
    expect(origin + pathname).toBe(
      "https://auth.tiktok-shops.com/api/v2/token/get"
    )
    expect(Object.fromEntries(searchParams)).toEqual({
      app_key: options.appKey,
      app_secret: options.appSecret,
      auth_code: "c",
      grant_type: "authorized_code",
    })
  })
})
