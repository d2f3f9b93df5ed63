import { consentPage, credentialsOf, isSignedBy, sign } from "../auth"
import { options } from "../__fixtures__/options"
import { readOptions } from "../options"

describe("sign", () => {
  it("gives TikTok's published signature", () => {
    expect(
      sign("e59af819cc", {
        path: "/authorization/202309/shops",
        query: { app_key: "29a39d", timestamp: "1623812664" },
      })
    ).toBe("b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8")
  })

  it("gives the signature of the PHP SDK's test", () => {
    expect(
      sign("app_secret", { path: "/test-api", query: { foo: "bar" } })
    ).toBe("d3cb7fe11ecae942802ceeca67e7cf10120cc12f1517d45fbc1c8cfe5413c80f")
  })

  it("signs decoded values, in code-unit order, with the body", () => {
    expect(
      sign("demo_secret_9f2c", {
        path: "/order/202309/orders/search",
        query: {
          timestamp: "1760000000",
          sort_order: "ASC",
          sort_field: "update_time",
          shop_cipher: "ROW_demoCipherVN01",
          page_token: "aGk/bGw+Zm9v==",
          page_size: "50",
          app_key: "6demo1key",
          sign: "left out",
          access_token: "left out",
        },
        body: '{"update_time_ge":1759990000,"update_time_lt":1760000000}',
      })
    ).toBe("0384f588dc5c1b217a1bdb8dad1c692292de2a66eec1e43390edff92b7087fd9")
  })

  it("signs a list as one joined value", () => {
    expect(
      sign("demo_secret_9f2c", {
        path: "/order/202309/orders",
        query: {
          app_key: "6demo1key",
          ids: "578000000000000001,578000000000000002",
          shop_cipher: "ROW_demoCipherVN01",
          timestamp: "1760000000",
        },
      })
    ).toBe("bfc8ebdf57d85031479a7f8ca8700760e4e134ca006c06e882a9b46f9cbad315")
  })

  it("leaves an upload's body out", () => {
    expect(
      sign("demo_secret_9f2c", {
        path: "/product/202309/images/upload",
        query: { app_key: "6demo1key", timestamp: "1760000000" },
      })
    ).toBe("172f40a5a75b58eb30168eb1e3b10c63cdfd072f4b374941e37a9e2d7ba58a4f")
  })
})

describe("isSignedBy", () => {
  const published = Buffer.from(
    '{"type":1,"tts_notification_id":"7380066284010030890","shop_id":"7495540735365777507","timestamp":1718305585,"data":{"is_on_hold_order":true,"order_id":"576653688135258178","order_status":"UNPAID","update_time":1718305585}}'
  )
  const app = { appKey: "abcdef", appSecret: "123" }
  const signature =
    "5dec0f11ec2f6783b8deee53c9ffbf8d024302f7c7e7fa55a35d17629031ac05"

  it("accepts TikTok's published webhook", () => {
    expect(isSignedBy(app, signature, published)).toBe(true)
  })

  it("accepts the second vector", () => {
    const body = Buffer.from(
      '{"type":1,"tts_notification_id":"7500000000000000101","shop_id":"7495000000000000123","timestamp":1760000123,"data":{"order_id":"578000000000000001","order_status":"AWAITING_SHIPMENT","is_on_hold_order":true,"update_time":1760000120}}'
    )
    expect(
      isSignedBy(
        options,
        "3ce10c2c733428611ef13f0a34a31bbbb1bfe213a70c1fa2d2140b16a3b95957",
        body
      )
    ).toBe(true)
  })

  it.each([
    ["no signature", undefined],
    ["an empty one", ""],
    ["a short one", signature.slice(1)],
    ["a long one", signature + "0"],
    ["upper case", signature.toUpperCase()],
    ["no hex", "z".repeat(64)],
    ["one digit changed", signature.replace(/^5/, "6")],
  ])("refuses %s", (_what, given) => {
    expect(isSignedBy(app, given, published)).toBe(false)
  })

  it("refuses a body with one byte changed", () => {
    const tampered = Buffer.from(published)
    tampered[tampered.length - 2] ^= 1
    expect(isSignedBy(app, signature, tampered)).toBe(false)
  })
})

describe("consentPage", () => {
  it("is found on a host that is given without a path", () => {
    const page = consentPage(
      readOptions({ ...options, consentUrl: "http://localhost:4010" }),
      "s"
    )
    expect(page).toMatch(/^http:\/\/localhost:4010\/open\/authorize\?/)
  })

  it("carries the service id and the state, nothing else", () => {
    const page = new URL(consentPage(readOptions(options), "a state/+"))
    expect(page.origin + page.pathname).toBe(
      "https://services.tiktokshop.com/open/authorize"
    )
    expect(Object.fromEntries(page.searchParams)).toEqual({
      service_id: options.serviceId,
      state: "a state/+",
    })
  })
})

describe("credentialsOf", () => {
  const token = {
    access_token: "ROW_sampleAccess01",
    access_token_expire_in: 1760604800,
    refresh_token: "ROW_sampleRefresh01",
    refresh_token_expire_in: 1791536000,
  }

  it("reads both ends as moments", () => {
    expect(credentialsOf(token)).toEqual({
      values: {
        access_token: "ROW_sampleAccess01",
        refresh_token: "ROW_sampleRefresh01",
      },
      expires_at: new Date("2025-10-16T08:53:20Z"),
      refresh_expires_at: new Date("2026-10-09T08:53:20Z"),
    })
  })

  it("gives nothing when a token or its end is missing", () => {
    expect(credentialsOf({ ...token, access_token: "" })).toBeUndefined()
    expect(
      credentialsOf({ ...token, refresh_token: undefined })
    ).toBeUndefined()
    expect(
      credentialsOf({ ...token, access_token_expire_in: undefined })
    ).toBeUndefined()
  })
})
