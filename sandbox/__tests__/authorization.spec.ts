import { Sandbox, startSandbox } from "../index"
import { App } from "../__fixtures__/app"

const DAY = 86_400

describe("authorization", () => {
  let sandbox: Sandbox
  const app = { redirect_url: "http://localhost:1/callback" }

  beforeAll(async () => {
    sandbox = await startSandbox({ tiktok_shop: { app, shops: 2 } })
  })
  beforeEach(() => sandbox.tiktok.reset())
  afterAll(() => sandbox.close())

  const open = async (query: string) => {
    const response = await fetch(`${sandbox.urls.consent}${query}`, {
      redirect: "manual",
    })
    const location = response.headers.get("location")
    return { response, to: location ? new URL(location) : null }
  }

  const token = async (path: string, query: Record<string, string>) => {
    const params = new URLSearchParams({
      app_key: "demo_app_key",
      app_secret: "demo_app_secret",
      ...query,
    })
    const url = `${sandbox.urls.auth}/api/v2/token/${path}?${params}`
    return (await fetch(url)).json() as Promise<{
      code: number
      message: string
      data: Record<string, string> & { refresh_token_expire_in: number }
    }>
  }
  const exchange = (auth_code: string, more = {}) =>
    token("get", { auth_code, grant_type: "authorized_code", ...more })
  const refresh = (refresh_token: string) =>
    token("refresh", { refresh_token, grant_type: "refresh_token" })

  it("asks the seller, then brings code and state back", async () => {
    const page = await open("?service_id=demo_service_id&state=s%26t")
    expect(page.response.status).toBe(200)
    expect(await page.response.text()).toContain("Nhà Gốm Sài Gòn")

    const { to } = await open("/answer?state=s%26t&answer=approve")
    expect(to?.pathname).toBe("/callback")
    expect(to?.searchParams.get("state")).toBe("s&t")
    const { code } = await exchange(to?.searchParams.get("code") ?? "")
    expect(code).toBe(0)
  })

  it("says so when the seller refuses", async () => {
    const { to } = await open("/answer?state=s&answer=refuse")

    expect(Object.fromEntries(to?.searchParams ?? [])).toEqual({
      code: "null",
      error: "auth_denied",
      state: "s",
    })
  })

  it("brings no state back for an install that had none", async () => {
    const { to } = await open("?service_id=demo_service_id&auto=1")

    expect(to?.searchParams.has("state")).toBe(false)
    expect(to?.searchParams.get("code")).toMatch(/^ROW_/)
  })

  it("knows its app by the service id", async () => {
    const { response } = await open("?service_id=demo_app_key&auto=1")

    expect(response.status).toBe(400)
  })

  it("takes a code once and within half an hour", async () => {
    const code = sandbox.tiktok.consent()
    expect((await exchange(code)).code).toBe(0)
    expect((await exchange(code)).code).toBe(36004004)

    const late = sandbox.tiktok.consent()
    sandbox.clock.advance(30 * 60)
    expect((await exchange(late)).code).toBe(36004004)
    expect((await exchange("ROW_never")).code).toBe(36004004)
  })

  it("names the wrong app secret without spending the code", async () => {
    const code = sandbox.tiktok.consent()

    const refused = await exchange(code, { app_secret: "wrong" })
    expect(refused.code).toBe(36009004)
    expect(refused.message).toContain("app_secret")
    expect((await exchange(code)).code).toBe(0)
  })

  it("insists on grant type authorized_code", async () => {
    const code = sandbox.tiktok.consent()

    const refused = await exchange(code, { grant_type: "authorization_code" })
    expect(refused.code).toBe(36009004)
  })

  it("gives expiry as a date in seconds", async () => {
    const { data } = await exchange(sandbox.tiktok.consent())

    const now = sandbox.clock.seconds()
    const life = Number(data.access_token_expire_in) - now
    expect(Math.abs(life - 7 * DAY)).toBeLessThan(5)
    expect(data.refresh_token_expire_in - now).toBeGreaterThan(364 * DAY)
  })

  it("rotates the refresh token; the used one is refused", async () => {
    const first = await exchange(sandbox.tiktok.consent())
    const second = await refresh(first.data.refresh_token)

    expect(second.data.refresh_token).not.toBe(first.data.refresh_token)
    expect(second.data.refresh_token_expire_in).toBe(
      first.data.refresh_token_expire_in
    )
    expect((await refresh(first.data.refresh_token)).code).toBe(36004005)
    expect((await refresh(second.data.refresh_token)).code).toBe(0)
  })

  it("keeps used refresh tokens alive when told to", async () => {
    sandbox.tiktok.options.used_refresh_token = "accepted"
    const { data } = await exchange(sandbox.tiktok.consent())

    await refresh(data.refresh_token)
    expect((await refresh(data.refresh_token)).code).toBe(0)
  })

  it("ends the authorization with the period the seller granted", async () => {
    const { data } = await exchange(sandbox.tiktok.consent())
    sandbox.clock.advance(365 * DAY)

    expect((await refresh(data.refresh_token)).code).toBe(36004001)
  })

  it("lists every shop of the seller, without a cipher", async () => {
    const client = new App(sandbox)

    const { data } = await client.get("/authorization/202309/shops")
    expect(data.shops).toHaveLength(2)
    expect(data.shops[0]).toMatchObject({
      name: "Nhà Gốm Sài Gòn",
      region: "VN",
      seller_type: "CROSS_BORDER",
    })

    const refused = await client.get("/authorization/202309/shops", {
      query: { shop_cipher: data.shops[0].cipher },
    })
    expect(refused.code).toBe(36009004)
    expect(refused.message).toContain("shop_cipher")
  })

  it("tells an expired token from a revoked one and a wrong one", async () => {
    const client = new App(sandbox)
    const code = async () =>
      (await client.get("/authorization/202309/shops")).code

    sandbox.tiktok.authorizations.expireAccess()
    expect(await code()).toBe(105002)
    sandbox.tiktok.revoke()
    expect(await code()).toBe(105001)
    client.token = "ROW_unknown"
    expect(await code()).toBe(36009004)
  })

  it("refuses a missing scope and the cipher of another seller", async () => {
    const client = new App(sandbox)
    const warehouses = async () =>
      (await client.get("/logistics/202309/warehouses")).code

    client.cipher = sandbox.tiktok.seller("demoOpenIdVN02").shops[0].cipher
    expect(await warehouses()).toBe(101000)
    sandbox.tiktok.authorizations.setScopes("demoOpenIdVN01", [
      "seller.order.info",
    ])
    expect(await warehouses()).toBe(105005)
  })
})
