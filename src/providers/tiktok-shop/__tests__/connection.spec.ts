import { NOW, setUp } from "../__fixtures__/scripted-provider"
import { answer, failure } from "../__fixtures__/answers"

const day = 86_400

describe("connecting", () => {
  const token = {
    access_token: "access-1",
    access_token_expire_in: NOW + 7 * day,
    refresh_token: "refresh-1",
    refresh_token_expire_in: NOW + 365 * day,
    open_id: "open-1",
    seller_name: "Nhà Gốm",
    seller_base_region: "VN",
    user_type: 0,
    granted_scopes: ["seller.order.info"],
  }
  const shops = (region: string) => ({
    shops: [{ id: "7495", name: "Nhà Gốm", region, cipher: "c", code: "VN1" }],
  })

  it("gives the account, its credentials and its shops", async () => {
    const { provider, sent } = setUp(answer(token), answer(shops("VN")))
    expect(await provider.completeAuthorization({ code: "code-1" })).toEqual({
      account: { external_id: "open-1", name: "Nhà Gốm" },
      credentials: {
        values: { access_token: "access-1", refresh_token: "refresh-1" },
        expires_at: new Date((NOW + 7 * day) * 1000),
        refresh_expires_at: new Date((NOW + 365 * day) * 1000),
      },
      scopes: ["seller.order.info"],
      shops: [
        {
          external_id: "7495",
          name: "Nhà Gốm",
          region: "VN",
          currency_code: "vnd",
          provider_data: { shop_cipher: "c" },
        },
      ],
    })
    expect(sent[1].url.searchParams.has("shop_cipher")).toBe(false)
  })

  it.each([1, 3])("refuses user_type %i", async (user_type) => {
    const { provider } = setUp(answer({ ...token, user_type }))
    await expect(
      provider.completeAuthorization({ code: "code-1" })
    ).rejects.toMatchObject({
      kind: "rejected",
      message: expect.stringContaining("no seller"),
    })
  })

  it("names a market it does not know", async () => {
    const { provider } = setUp(answer(token), answer(shops("XX")))
    await expect(
      provider.completeAuthorization({ code: "code-1" })
    ).rejects.toMatchObject({
      kind: "invalid_response",
      message: expect.stringContaining('"XX"'),
    })
  })

  it.each([
    [36004004, "", "code_invalid", "start connecting again"],
    [36004003, "app_secret is bad", "credentials_invalid", "option appSecret"],
    [36004002, "invalid app_key", "credentials_invalid", "option appKey"],
  ])("code %i says what to do", async (code, message, kind, remedy) => {
    const { provider } = setUp(failure(code, message))
    await expect(
      provider.completeAuthorization({ code: "code-1" })
    ).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(remedy),
    })
  })

  it("does not take half an answer for a token", async () => {
    const { provider } = setUp(answer({ ...token, refresh_token: "" }))
    await expect(
      provider.completeAuthorization({ code: "code-1" })
    ).rejects.toMatchObject({ kind: "invalid_response" })
  })

  const old = {
    values: { access_token: "access-0", refresh_token: "refresh-0" },
    expires_at: null,
    refresh_expires_at: null,
  }

  it("renews with the refresh token and gives the new pair", async () => {
    const { provider, sent } = setUp(answer(token))
    const renewed = await provider.renewCredentials(old)
    expect(renewed.values.refresh_token).toBe("refresh-1")
    const query = sent[0].url.searchParams
    expect(query.get("refresh_token")).toBe("refresh-0")
    expect(query.get("grant_type")).toBe("refresh_token")
  })

  it.each([
    [36004004, "", "authorization_refused"],
    [36004009, "refresh_token expired", "authorization_refused"],
    [36004003, "app_secret is invalid", "credentials_invalid"],
    [36009033, "ip", "authorization_refused"],
  ])("renewing, code %i %p is %s", async (code, message, kind) => {
    const { provider } = setUp(failure(code, message))
    await expect(provider.renewCredentials(old)).rejects.toMatchObject({ kind })
  })

  it("finds its own shop among several", async () => {
    const two = [
      { id: "1", region: "VN", cipher: "a" },
      { id: "7495000000000000123", region: "VN", cipher: "b" },
    ]
    const { provider, access } = setUp(answer({ shops: two }))
    expect(await provider.readShop(access)).toMatchObject({
      external_id: "7495000000000000123",
      provider_data: { shop_cipher: "b" },
    })
  })

  it("needs a person when its shop is not among them", async () => {
    const { provider, access } = setUp(answer(shops("VN")))
    await expect(provider.readShop(access)).rejects.toMatchObject({
      kind: "authorization_refused",
    })
  })

  it("takes warehouses that goods are sent from only", async () => {
    const warehouses = [
      { id: "1", name: "Kho bán", type: "SALES_WAREHOUSE", is_default: true },
      { id: "2", name: "Kho trả", type: "RETURN_WAREHOUSE", is_default: false },
    ]
    const { provider, access } = setUp(answer({ warehouses }))
    expect(await provider.readWarehouses(access)).toEqual([
      { external_id: "1", name: "Kho bán", is_default: true },
    ])
  })
})
