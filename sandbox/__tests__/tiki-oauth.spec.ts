import { askToken, bearer, TikiClient } from "../__fixtures__/tiki-app"
import { Sandbox, startSandbox } from "../index"

const CALLBACK = "http://localhost:9000/hooks/marketplaces/tiki/callback"

describe("OAuth of Tiki", () => {
  let sandbox: Sandbox
  const apps = () => sandbox.tiki.options.apps

  beforeAll(async () => {
    sandbox = await startSandbox({
      tiki: { apps: { public: { redirect_uri: CALLBACK } } },
    })
  })
  beforeEach(() => sandbox.tiki.reset())
  afterAll(() => sandbox.close())

  const me = async (token: string) =>
    new TikiClient(sandbox, bearer(token)).get("/v2/sellers/me")

  describe("client credentials", () => {
    const grant = { grant_type: "client_credentials", scope: "" }

    it("give an in-house app a token of its seller and no refresh token", async () => {
      const { status, body } = await askToken(sandbox, apps().in_house, grant)
      expect(status).toBe(200)
      expect(body).toEqual({
        access_token: expect.any(String),
        token_type: "bearer",
        expires_in: 3599,
        scope: "product order inventory",
      })
      expect((await me(body.access_token)).body).toMatchObject({
        id: 210042,
        sid: expect.stringMatching(/^[0-9A-F]{40}$/),
      })
      const second = await askToken(sandbox, apps().second_in_house, grant)
      expect((await me(second.body.access_token)).body.id).toBe(210077)
    })

    it("give a public app a token of no seller", async () => {
      const { body } = await askToken(sandbox, apps().public, grant)
      const answer = await me(body.access_token)
      expect(answer.status).toBe(401)
      expect(answer.body.errors).toEqual([
        "The token does not belong to a seller",
      ])
    })

    it("end when they say, and are asked for anew", async () => {
      const { body } = await askToken(sandbox, apps().in_house, grant)
      sandbox.clock.advance(body.expires_in)
      expect((await me(body.access_token)).status).toBe(401)
      const again = await askToken(sandbox, apps().in_house, grant)
      expect((await me(again.body.access_token)).status).toBe(200)
    })

    it.each([
      ["JSON", { "content-type": "application/json" }, 400, "invalid_request"],
      [
        "a wrong secret",
        { authorization: "Basic eDp5" },
        401,
        "invalid_client",
      ],
    ])("refuse %s in the OAuth form", async (_, headers, status, error) => {
      const answer = await askToken(sandbox, apps().in_house, grant, headers)
      expect(answer.status).toBe(status)
      expect(answer.body).toEqual({
        error,
        error_description: expect.any(String),
        error_hint: expect.any(String),
        error_debug: "",
        status_code: status,
      })
    })

    it("keep the way of proving that the app is registered for", async () => {
      const { in_house } = apps()
      in_house.client_auth = "client_secret_post"
      expect((await askToken(sandbox, in_house, grant)).status).toBe(401)

      const { client_id, client_secret } = in_house
      const form = new URLSearchParams({ ...grant, client_id, client_secret })
      const answer = await fetch(`${sandbox.urls.tiki}/sc/oauth2/token`, {
        method: "POST",
        headers: { "user-agent": "shop/1" },
        body: form,
      })
      expect(answer.status).toBe(200)
    })

    it("know no other grants and no other scopes", async () => {
      const password = { grant_type: "password" }
      expect(
        (await askToken(sandbox, apps().in_house, password)).body.error
      ).toBe("unsupported_grant_type")
      const greedy = { ...grant, scope: "order fulfillment" }
      expect(
        (await askToken(sandbox, apps().in_house, greedy)).body.error
      ).toBe("invalid_scope")
    })
  })

  describe("consent", () => {
    const ask = (change: Record<string, string> = {}) => {
      const query = new URLSearchParams({
        response_type: "code",
        client_id: apps().public.client_id,
        redirect_uri: CALLBACK,
        scope: "offline product order",
        state: "12345678",
        auto: "1",
        ...change,
      })
      return fetch(`${sandbox.urls.tiki}/sc/oauth2/auth?${query}`, {
        redirect: "manual",
      })
    }
    const sentBack = async (change?: Record<string, string>) => {
      const location = (await ask(change)).headers.get("location")
      return Object.fromEntries(new URL(location ?? "").searchParams)
    }
    const exchange = (code: string, redirect_uri = CALLBACK) =>
      askToken(sandbox, apps().public, {
        grant_type: "authorization_code",
        code,
        redirect_uri,
      })
    const refresh = (refresh_token: string) =>
      askToken(sandbox, apps().public, {
        grant_type: "refresh_token",
        refresh_token,
      })

    it("leads back with a code that works once", async () => {
      const { code, ...rest } = await sentBack({ seller: "210077" })
      expect(rest).toEqual({
        scope: "product order offline",
        state: "12345678",
      })

      const { body } = await exchange(code)
      expect(body).toMatchObject({
        refresh_token: expect.any(String),
        scope: "product order offline",
      })
      expect((await me(body.access_token)).body.id).toBe(210077)
      expect((await exchange(code)).body.error).toBe("invalid_grant")
    })

    it("asks a person unless told otherwise, and takes no for an answer", async () => {
      const page = await ask({ auto: "" })
      expect(page.status).toBe(200)
      expect(await page.text()).toContain("Đồng ý / Approve")

      const query = new URLSearchParams({
        response_type: "code",
        client_id: apps().public.client_id,
        redirect_uri: CALLBACK,
        scope: "order",
        state: "12345678",
        answer: "refuse",
      })
      const refused = await fetch(
        `${sandbox.urls.tiki}/sc/oauth2/auth/answer?${query}`,
        { redirect: "manual" }
      )
      const back = new URL(refused.headers.get("location") ?? "").searchParams
      expect(Object.fromEntries(back)).toMatchObject({
        error: "access_denied",
        error_hint: expect.any(String),
        state: "12345678",
      })
    })

    it("sends nobody to an address that is not registered", async () => {
      expect((await ask({ redirect_uri: `${CALLBACK}/` })).status).toBe(400)
      expect((await ask({ client_id: apps().in_house.client_id })).status).toBe(
        401
      )
    })

    it.each([
      [{ state: "1234567" }, "invalid_state"],
      [{ scope: "order multichannel" }, "invalid_scope"],
      [{ response_type: "token" }, "unsupported_response_type"],
    ])("tells the app what is wrong with %j", async (change, error) => {
      expect(await sentBack(change)).toMatchObject({ error })
    })

    it("gives no refresh token without offline", async () => {
      const { code } = await sentBack({ scope: "order" })
      expect((await exchange(code)).body.refresh_token).toBeUndefined()
    })

    it("binds the code to its address and its ten minutes", async () => {
      const other = await sentBack()
      expect((await exchange(other.code, `${CALLBACK}?x`)).body.error).toBe(
        "invalid_grant"
      )
      const late = await sentBack()
      sandbox.clock.advance(601)
      expect((await exchange(late.code)).body.error).toBe("invalid_grant")
    })

    it("rotates refresh tokens and refuses used ones", async () => {
      const first = sandbox.tiki.connect()
      const { body } = await refresh(first.refresh_token ?? "")
      expect(body.refresh_token).not.toBe(first.refresh_token)
      expect((await me(first.access_token)).status).toBe(200)
      const again = await refresh(first.refresh_token ?? "")
      expect([again.status, again.body.error]).toEqual([400, "invalid_grant"])

      sandbox.tiki.options.refresh_ends_access = true
      await refresh(body.refresh_token)
      expect((await me(body.access_token)).status).toBe(401)
    })

    it("ends with the seller's withdrawal", async () => {
      const tokens = sandbox.tiki.connect()
      sandbox.tiki.authorizations.revoke(210042)
      expect((await me(tokens.access_token)).status).toBe(401)
      expect((await refresh(tokens.refresh_token ?? "")).body.error).toBe(
        "invalid_grant"
      )
    })
  })
})
