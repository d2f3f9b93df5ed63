import { MarketplaceErrorKind } from "../../../domain/provider/marketplace-error"
import { JsonObject } from "../../../domain/shared/json"
import { atOnce, errorOf } from "../../__fixtures__/error-of"
import {
  networkError,
  Reply,
  scriptedFetch,
} from "../../__fixtures__/scripted-fetch"
import { answer, failure, html, token } from "../__fixtures__/answers"
import {
  accessToShop,
  APP,
  clientKey,
  inHouse,
  NOW,
} from "../__fixtures__/scripted-provider"
import { Call, TikiClient } from "../client"
import { readOptions } from "../options"

const READ: Call = {
  method: "GET",
  path: "/v2/orders",
  query: { status: "in|queueing,paid", code: undefined },
  effect: "read",
  lane: "orders",
}
const WRITE: Call = {
  method: "POST",
  path: "/v2/orders/1/confirm-available",
  body: { available_item_ids: [1] },
  effect: "write",
  lane: "orders",
}

function setUp(...replies: Reply[]) {
  const { fetch, sent } = scriptedFetch(...replies)
  const client = new TikiClient(
    readOptions({ ...APP, requestTimeoutMs: 200, maxRetries: 3 }),
    { fetch, now: () => NOW, random: () => 0 }
  )
  return { client, sent, access: accessToShop(inHouse) }
}

const text = (body: string, status = 200) => new Response(body, { status })
const truncated = text('{"data":[{"code":"9')

beforeEach(() =>
  jest.useFakeTimers({
    doNotFake: ["nextTick", "queueMicrotask", "setImmediate"],
  })
)
afterEach(() => jest.useRealTimers())

describe("a call", () => {
  it("is refused in words that can be stored, wherever they are cut", async () => {
    const said = "x".repeat(199) + "🏺".repeat(9)
    const { client, access } = setUp(answer({ errors: said }, 422))
    const error = await client.call(access, WRITE).catch((one: Error) => one)
    expect((error as Error).message).toContain("x".repeat(100))
    expect(() => encodeURIComponent((error as Error).message)).not.toThrow()
  })

  it("says who it is and what it wants", async () => {
    const { client, sent, access } = setUp(answer({ data: [] }))
    await client.call(access, READ)
    const [{ url, headers, body }] = sent
    expect(url.href).toBe(
      "https://api.tiki.vn/integration/v2/orders?status=in%7Cqueueing%2Cpaid"
    )
    expect(headers).toEqual({
      authorization: "Bearer access-1",
      accept: "application/json",
      "content-type": "application/json",
      "user-agent": expect.stringMatching(
        /^medusa-plugin-marketplaces\/\d+\.\d+\.\d+/
      ),
    })
    expect(body).toBeUndefined()
  })

  it("goes below the path that the API's address has", async () => {
    const { fetch, sent } = scriptedFetch(answer({}), token("a"))
    const client = new TikiClient(
      readOptions({ apiUrl: "https://proxy.example/tiki/" }),
      { fetch, now: () => NOW, random: () => 0 }
    )
    await client.call(accessToShop(inHouse), READ)
    const app = { client_id: "id", client_secret: "secret" }
    await client.token(app, { grant_type: "client_credentials" })
    expect(sent.map(({ url }) => url.origin + url.pathname)).toEqual([
      "https://proxy.example/tiki/integration/v2/orders",
      "https://proxy.example/tiki/sc/oauth2/token",
    ])
  })

  it("with a Client key sends it as the old API wants it", async () => {
    const { client, sent } = setUp(answer({ data: [] }))
    await client.call(accessToShop(clientKey), READ)
    expect(sent[0].headers["tiki-api"]).toBe("5d0c1c1e-demo-key")
    expect(sent[0].headers.authorization).toBeUndefined()
  })

  it("keeps ids beyond 2^53", async () => {
    const { client, access } = setUp(text('{"id":1731000000000000011}'))
    expect(await client.call(access, READ)).toEqual({
      id: "1731000000000000011",
    })
  })
})

describe("a read", () => {
  it.each<[string, Reply]>([
    ["429", failure(429)],
    ["500", failure(500)],
    ["502 as a page of HTML", html(502)],
    ["503", html(503)],
    ["200 as a page of HTML", html(200)],
    ["200 with some text", text("OK")],
    ["200 with nothing", text("")],
    ["a truncated body", truncated],
    ["a reset connection", networkError("ECONNRESET")],
  ])("comes through after %s", async (_what, reply) => {
    const { client, sent, access } = setUp(reply, reply, answer({ ok: true }))
    expect(await atOnce(client.call(access, READ))).toEqual({ ok: true })
    expect(sent).toHaveLength(3)
    expect(access.lanes).toEqual(["orders", "orders", "orders"])
  })

  it.each<[string, Reply, MarketplaceErrorKind]>([
    ["400", failure(400), "invalid_request"],
    ["403", failure(403), "rejected"],
    ["403 as a page of HTML", html(403), "rejected"],
    ["404", failure(404), "not_found"],
    ["405", failure(405), "invalid_request"],
    ["406", failure(406), "invalid_request"],
    ["409", failure(409), "rejected"],
    ["422", failure(422), "rejected"],
    ["200 with errors", failure(200), "rejected"],
    [
      "200 with one error",
      answer({ error: { id: "E1", message: "Paused" } }),
      "rejected",
    ],
  ])("is not repeated after %s", async (_what, reply, kind) => {
    const { client, sent, access } = setUp(reply)
    const error = await errorOf(client.call(access, READ))
    expect(error.kind).toBe(kind)
    expect(sent).toHaveLength(1)
  })

  it("names every cause that a 403 may have, with Tiki's own words", async () => {
    const { client, access } = setUp(failure(403, "Permission denied"))
    const { message, request_id } = await errorOf(client.call(access, READ))
    expect(message).toBe(
      'Tiki: not allowed: the app lacks a permission (scope), the seller is inactive, or this belongs to another seller (HTTP 403: "Permission denied", request req-1)'
    )
    expect(request_id).toBe("req-1")
  })

  it.each<JsonObject>([{ errors: [] }, { errors: {} }, { errors: null }])(
    "takes %p for no errors",
    async (body) => {
      const { client, access } = setUp(answer(body))
      expect(await client.call(access, READ)).toEqual(body)
    }
  )

  it("is given up with the last reason", async () => {
    const { client, sent, access } = setUp(html(200))
    const error = await errorOf(atOnce(client.call(access, READ)))
    expect(error).toMatchObject({
      kind: "invalid_response",
      message: "Tiki: the answer cannot be read (HTTP 200)",
    })
    expect(sent).toHaveLength(4)
  })
})

describe("a write", () => {
  it.each<[string, Reply]>([
    ["500", failure(500)],
    ["a page of HTML", html(200)],
    ["a truncated body", truncated],
    ["a reset connection", networkError("ECONNRESET")],
  ])("is not repeated after %s", async (_what, reply) => {
    const { client, sent, access } = setUp(reply, answer({}))
    const error = await errorOf(atOnce(client.call(access, WRITE)))
    expect(error.kind).toBe("outcome_unknown")
    expect(sent).toHaveLength(1)
  })

  it("is repeated when it surely has not happened", async () => {
    const { client, sent, access } = setUp(
      failure(429),
      networkError("ECONNREFUSED"),
      text("", 200)
    )
    expect(await atOnce(client.call(access, WRITE))).toEqual({})
    expect(sent).toHaveLength(3)
  })

  it.each<[string, Reply]>([
    ["a list", failure(200, "Unknown warehouse")],
    ["a text", answer({ errors: "Unknown warehouse" })],
    ["an object", answer({ errors: { id: ["Unknown warehouse"] } })],
    ["both ways", answer({ errors: [], error: "Unknown warehouse" })],
  ])("is refused by errors that come with 200, as %s", async (_how, reply) => {
    const { client, access } = setUp(reply)
    expect(await errorOf(client.call(access, WRITE))).toMatchObject({
      kind: "rejected",
      message: expect.stringContaining("Unknown warehouse"),
    })
  })
})

describe("an access token that is not accepted", () => {
  it("is renewed once, and the call repeated", async () => {
    const { client, sent, access } = setUp(failure(401), answer({ ok: 1 }))
    expect(await client.call(access, WRITE)).toEqual({ ok: 1 })
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer access-1",
      "Bearer access-2",
    ])
  })

  it("is a matter for a person when the new one is refused as well", async () => {
    const { client, sent, access } = setUp(failure(401))
    const error = await errorOf(client.call(access, READ))
    expect(error.kind).toBe("authorization_refused")
    expect(sent).toHaveLength(2)
  })
})

describe("a Client key", () => {
  const SELLER = "/v2/sellers/me"
  const call = (reply: Reply, path = READ.path) =>
    errorOf(
      setUp(reply).client.call(accessToShop(clientKey), { ...READ, path })
    )

  it.each<[string, Reply, string]>([
    ["with 401", failure(401), READ.path],
    ["with Tiki's words", failure(403, "Permission denied"), READ.path],
    ["with these words alone", text("Permission denied", 403), READ.path],
    ["when asked whose it is", failure(403), SELLER],
  ])("that is refused %s has to be copied anew", async (_how, reply, path) => {
    expect(await call(reply, path)).toMatchObject({
      kind: "authorization_refused",
      message: expect.stringContaining("copy it anew from Seller Center"),
    })
  })

  it("is not at fault for one call that is not allowed", async () => {
    for (const reply of [failure(403), html(403)]) {
      expect((await call(reply)).kind).toBe("rejected")
    }
  })

  it.each([
    ["plain", text("Kết nối đang tạm dừng")],
    ["as JSON", answer("Kết nối đang tạm dừng")],
  ])("that the seller paused says so (200, %s)", async (_how, reply) => {
    const { kind, message } = await call(reply)
    expect(kind).toBe("rejected")
    expect(message).toContain("the seller has paused this connection")
    expect(message).toContain('"Kết nối đang tạm dừng"')
  })

  it("is not thought paused by a page of HTML or half an answer", async () => {
    for (const reply of [html(200), truncated]) {
      expect((await atOnce(call(reply))).kind).toBe("invalid_response")
    }
  })
})

describe("a token call", () => {
  const app = { client_id: "id", client_secret: "the secret" }

  it("is a form, with the app in the header", async () => {
    const { client, sent } = setUp(token("a"))
    await client.token(app, { grant_type: "client_credentials" })
    const [{ url, headers, body }] = sent
    expect(url.href).toBe("https://api.tiki.vn/sc/oauth2/token")
    expect(headers).toMatchObject({
      authorization: `Basic ${Buffer.from("id:the secret").toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    })
    expect(body).toBe("grant_type=client_credentials&client_id=id")
  })

  it("has the app in the form where it is registered so", async () => {
    const { fetch, sent } = scriptedFetch(token("a"))
    const client = new TikiClient(
      readOptions({ clientAuthentication: "post" }),
      { fetch, now: () => NOW, random: () => 0 }
    )
    await client.token(app, { grant_type: "client_credentials" })
    expect(sent[0].headers.authorization).toBeUndefined()
    expect(sent[0].body).toBe(
      "grant_type=client_credentials&client_id=id&client_secret=the+secret"
    )
  })

  it.each<[string, Reply, MarketplaceErrorKind]>([
    [
      "invalid_client",
      answer({ error: "invalid_client" }, 401),
      "credentials_invalid",
    ],
    ["no body", text("", 401), "credentials_invalid"],
    [
      "invalid_scope",
      answer({ error: "invalid_scope" }, 400),
      "credentials_invalid",
    ],
    [
      "unauthorized_client",
      answer({ error: "unauthorized_client" }, 400),
      "credentials_invalid",
    ],
    ["invalid_grant", answer({ error: "invalid_grant" }, 400), "code_invalid"],
    [
      "access_denied",
      answer({ error: "access_denied" }, 403),
      "authorization_refused",
    ],
    [
      "another word",
      answer({ error: "invalid_request" }, 400),
      "invalid_request",
    ],
    ["an error with 200", answer({ error: "invalid_grant" }), "code_invalid"],
    ["a page of HTML with 403", html(403), "unavailable"],
    [
      "another word with 403",
      answer({ error: "x" }, 403),
      "credentials_invalid",
    ],
    ["429", text("", 429), "rate_limited"],
    ["a page of HTML", html(502), "unavailable"],
    ["HTML with 200", html(200), "invalid_response"],
  ])("with %s fails", async (_what, reply, kind) => {
    const { client } = setUp(reply)
    const error = await errorOf(
      atOnce(
        client.token(app, {
          grant_type: "authorization_code",
          code: "c",
          redirect_uri: "r",
        })
      )
    )
    expect(error.kind).toBe(kind)
  })

  it("calls a refused refresh token an end of the authorization", async () => {
    const { client } = setUp(answer({ error: "invalid_grant" }, 400))
    const grant = { grant_type: "refresh_token", refresh_token: "r" } as const
    const error = await errorOf(client.token(app, grant))
    expect(error.kind).toBe("authorization_refused")
  })
})

it("secrets stay out of errors, also when Tiki repeats them", async () => {
  const app = { client_id: "id", client_secret: "the-secret" }
  const secrets = [
    "access-1",
    "own_secret_77aa",
    "the-secret",
    "the-code",
    "the-refresh",
  ]
  const all = secrets.join(" ")
  const replies: Reply[] = [
    failure(422, all),
    text(all),
    answer({ error: "invalid_grant", error_description: all }, 400),
    networkError("ECONNRESET"),
  ]
  for (const reply of replies) {
    const { client, access } = setUp(reply)
    const errors = [
      [
        ["access-1", "own_secret_77aa"],
        await errorOf(atOnce(client.call(access, READ))),
      ],
      [
        ["the-secret", "the-code"],
        await errorOf(
          atOnce(
            client.token(app, {
              grant_type: "authorization_code",
              code: "the-code",
              redirect_uri: "r",
            })
          )
        ),
      ],
      [
        ["the-secret", "the-refresh"],
        await errorOf(
          atOnce(
            client.token(app, {
              grant_type: "refresh_token",
              refresh_token: "the-refresh",
            })
          )
        ),
      ],
    ] as const
    for (const [own, error] of errors) {
      const told = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`
      own.forEach((secret) => expect(told).not.toContain(secret))
    }
  }
})
