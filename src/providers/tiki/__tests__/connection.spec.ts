import { errorOf } from "../../__fixtures__/error-of"
import {
  answer,
  failure,
  html,
  page,
  SELLER,
  token,
} from "../__fixtures__/answers"
import {
  accessToShop,
  APP,
  clientKey,
  consent,
  inHouse,
  NOW,
  setUp,
  setUpWith,
} from "../__fixtures__/scripted-provider"

const CALLBACK = "https://shop.example/hooks/marketplaces/tiki/callback"
const SHOP = {
  external_id: "60042",
  name: "Nhà Gốm",
  region: "VN",
  currency_code: "vnd",
  provider_data: { sid: SELLER.sid },
}
const begin = { state: "state-12345", callback_url: CALLBACK }

describe("connecting by consent", () => {
  it("begins at Tiki's page", async () => {
    const { provider } = setUp()
    const start = await provider.beginAuthorization(begin)
    if (start.kind !== "redirect") {
      throw new Error("no page")
    }
    const { origin, pathname, searchParams } = new URL(start.authorization_url)
    expect(origin + pathname).toBe("https://api.tiki.vn/sc/oauth2/auth")
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: "code",
      client_id: APP.clientId,
      redirect_uri: CALLBACK,
      scope: "product order inventory offline",
      state: "state-12345",
    })
  })

  it("ends with the seller's shop", async () => {
    const { provider, sent } = setUp(
      token("a", { refresh_token: "r" }),
      answer(SELLER)
    )
    const grant = await provider.completeAuthorization({
      code: "c",
      callback_url: CALLBACK,
    })
    expect(grant).toEqual({
      account: { external_id: "60042", name: "Nhà Gốm" },
      credentials: {
        values: { access_token: "a", refresh_token: "r" },
        expires_at: new Date(NOW + 3_599_000),
        refresh_expires_at: null,
      },
      scopes: ["offline", "product", "order"],
      shops: [SHOP],
    })
    expect(sent[0].body).toContain(
      `grant_type=authorization_code&code=c&redirect_uri=${encodeURIComponent(CALLBACK)}`
    )
  })

  it("needs an app, and an address to come back to", async () => {
    const { provider } = setUpWith({ clientId: "", clientSecret: "" })
    expect(await errorOf(provider.beginAuthorization(begin))).toMatchObject({
      kind: "credentials_invalid",
    })
    const there = setUp().provider
    const nowhere = { ...begin, callback_url: null }
    expect(await errorOf(there.beginAuthorization(nowhere))).toMatchObject({
      kind: "invalid_request",
      message: expect.stringContaining("publicUrl"),
    })
  })
})

describe("connecting by fields", () => {
  const connect = (
    credentials: Record<string, string>,
    ...replies: Parameters<typeof setUp>
  ) => {
    const { provider, sent } = setUp(...replies)
    return {
      sent,
      start: provider.beginAuthorization({ ...begin, credentials }),
    }
  }

  it("takes the seller's own app", async () => {
    const fields = { client_id: " 123 ", client_secret: "s3cret " }
    const { start } = connect(fields, token("a"), answer(SELLER))
    expect(await start).toMatchObject({
      kind: "granted",
      grant: {
        credentials: {
          values: {
            client_id: "123",
            client_secret: "s3cret",
            access_token: "a",
          },
        },
        shops: [SHOP],
      },
    })
  })

  it("takes a Client key, which never ends", async () => {
    const { start, sent } = connect({ client_key: "key-1" }, answer(SELLER))
    expect(await start).toMatchObject({
      grant: {
        credentials: { values: { client_key: "key-1" }, expires_at: null },
        shops: [SHOP],
      },
    })
    expect(sent).toHaveLength(1)
  })

  it("asks for what is missing", async () => {
    const incomplete: Record<string, string>[] = [
      { client_id: "1" },
      { client_key: " " },
    ]
    for (const fields of incomplete) {
      const error = await errorOf(connect(fields).start)
      expect(error.kind).toBe("credentials_invalid")
      expect(error.message).toContain("client secret")
    }
  })

  it("takes no Client key where the options forbid it", async () => {
    const { provider, sent } = setUpWith({ allowClientKey: false })
    const credentials = { client_key: "key-1" }
    expect(
      await errorOf(provider.beginAuthorization({ ...begin, credentials }))
    ).toMatchObject({ kind: "credentials_invalid" })
    expect(sent).toHaveLength(0)
  })
})

describe("renewing", () => {
  it("replaces both tokens of a consent", async () => {
    const { provider, sent } = setUp(token("a2", { refresh_token: "r2" }))
    const renewed = await provider.renewCredentials(consent("a1"))
    expect(renewed.values).toEqual({ access_token: "a2", refresh_token: "r2" })
    expect(sent[0].body).toContain("refresh_token=refresh-1")
  })

  it("keeps the refresh token when Tiki gives no new one", async () => {
    const { provider } = setUp(token("a2"))
    const renewed = await provider.renewCredentials(consent("a1"))
    expect(renewed.values.refresh_token).toBe("refresh-1")
  })

  it("asks anew for a seller's own app", async () => {
    const { provider, sent } = setUp(token("a2"))
    const renewed = await provider.renewCredentials(inHouse("a1"))
    expect(renewed.values).toEqual({
      ...inHouse("a2").values,
    })
    expect(sent[0].body).toBe(
      "grant_type=client_credentials&client_id=7590000000000002"
    )
  })

  it("is a matter for a person otherwise", async () => {
    const lonely = { ...consent("a"), values: { access_token: "a" } }
    const { provider, sent } = setUp()
    for (const credentials of [clientKey(), lonely]) {
      expect(
        await errorOf(provider.renewCredentials(credentials))
      ).toMatchObject({ kind: "authorization_refused" })
    }
    expect(sent).toHaveLength(0)
  })

  it("refuses an answer without an end", async () => {
    const { provider } = setUp(token("a", { expires_in: 0 }))
    expect(
      await errorOf(provider.renewCredentials(consent("a")))
    ).toMatchObject({ kind: "invalid_response" })
  })
})

describe("testing the connection", () => {
  const test = (seller: object) => {
    const { provider, access } = setUp(answer({ ...SELLER, ...seller }))
    return provider.readShop(access)
  }

  it("gives the shop", async () => {
    expect(await test({})).toEqual(SHOP)
    expect(await test({ active: "1", registration_status: null })).toEqual(SHOP)
    expect(await test({ sid: null })).toMatchObject({ provider_data: {} })
    expect(await test({ registration_status: "new_word" })).toEqual(SHOP)
    expect(await test({ registration_status: "toString" })).toEqual(SHOP)
  })

  it.each([
    [{ active: 0 }, "it is inactive"],
    [{ registration_status: "draft" }, "its registration is only a draft"],
    [{ registration_status: "waiting" }, "waits for Tiki's approval"],
    [{ registration_status: "seller_supplementing" }, "more documents"],
    [{ registration_status: "kam_rejected" }, "Tiki has rejected"],
  ])("says what hinders: %p", async (seller, words) => {
    const error = await errorOf(test(seller))
    expect(error.kind).toBe("rejected")
    expect(error.message).toContain(words)
    expect(error.message).toContain("Seller Center")
  })

  it("notices another seller", async () => {
    expect(await errorOf(test({ id: 7 }))).toMatchObject({
      kind: "authorization_refused",
      message: expect.stringContaining("seller 7, not 60042"),
    })
  })

  it("cannot be done with an answer that is none", async () => {
    expect(await errorOf(test({ id: null }))).toMatchObject({
      kind: "invalid_response",
      message: expect.stringContaining("id: is missing"),
    })
  })
})

describe("warehouses", () => {
  it("are those that goods leave from", async () => {
    const { provider, access, sent } = setUp(
      page(
        [
          {
            id: 50123,
            name: "Kho chính",
            is_primary: true,
            type: "requisition",
            status: 1,
          },
          { id: 50124, name: "Kho trả", is_primary: false, type: "withdrawal" },
        ],
        { last_page: 2 }
      ),
      page([
        { id: 50125, name: null, is_primary: 0, type: null, status: 1 },
        { id: 50126, name: "Kho cũ", status: 0 },
      ])
    )
    expect(await provider.readWarehouses(access)).toEqual([
      { external_id: "50123", name: "Kho chính", is_default: true },
      { external_id: "50125", name: "50125", is_default: false },
    ])
    expect(sent[1].url.searchParams.get("page")).toBe("2")
  })

  it("may come as a bare list", async () => {
    const { provider, access } = setUp(answer([{ id: 50123 }]))
    expect(await provider.readWarehouses(access)).toHaveLength(1)
  })

  it("come to an end where a list does not turn its pages", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({ id: index + 1 }))
    const { provider, access, sent } = setUp(answer(rows))
    expect(await provider.readWarehouses(access)).toHaveLength(50)
    expect(sent).toHaveLength(2)
  })

  it("are not known from a refusal or a page of HTML", async () => {
    const refused = setUp(failure(403))
    expect(
      await errorOf(refused.provider.readWarehouses(refused.access))
    ).toMatchObject({ kind: "rejected" })
    const odd = setUpWith({ maxRetries: 0 }, html(200))
    expect(
      await errorOf(odd.provider.readWarehouses(accessToShop()))
    ).toMatchObject({ kind: "invalid_response" })
  })
})
