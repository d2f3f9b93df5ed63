import { signCall, signWebhook } from "../index"

describe("signatures", () => {
  it("signs TikTok's published example", () => {
    const query = { app_key: "29a39d", timestamp: "1623812664" }

    expect(
      signCall("e59af819cc", "/authorization/202309/shops", query, null)
    ).toBe("b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8")
  })

  it("signs the example of the public PHP client", () => {
    expect(signCall("app_secret", "/test-api", { foo: "bar" }, null)).toBe(
      "d3cb7fe11ecae942802ceeca67e7cf10120cc12f1517d45fbc1c8cfe5413c80f"
    )
  })

  it("signs a body and a page token full of special characters", () => {
    const query = {
      shop_cipher: "ROW_demoCipherVN01",
      app_key: "6demo1key",
      page_size: "50",
      page_token: "aGk/bGw+Zm9v==",
      sort_field: "update_time",
      sort_order: "ASC",
      timestamp: "1760000000",
    }
    const body = '{"update_time_ge":1759990000,"update_time_lt":1760000000}'

    expect(
      signCall(
        "demo_secret_9f2c",
        "/order/202309/orders/search",
        query,
        Buffer.from(body)
      )
    ).toBe("0384f588dc5c1b217a1bdb8dad1c692292de2a66eec1e43390edff92b7087fd9")
  })

  it("signs a comma-joined list as one value", () => {
    const query = {
      app_key: "6demo1key",
      ids: "578000000000000001,578000000000000002",
      shop_cipher: "ROW_demoCipherVN01",
      timestamp: "1760000000",
    }

    expect(
      signCall("demo_secret_9f2c", "/order/202309/orders", query, null)
    ).toBe("bfc8ebdf57d85031479a7f8ca8700760e4e134ca006c06e882a9b46f9cbad315")
  })

  it("leaves sign and access_token out", () => {
    const query = { foo: "bar", sign: "x", access_token: "y" }

    expect(signCall("app_secret", "/test-api", query, null)).toBe(
      "d3cb7fe11ecae942802ceeca67e7cf10120cc12f1517d45fbc1c8cfe5413c80f"
    )
  })

  it("signs TikTok's published webhook", () => {
    const body =
      '{"type":1,"tts_notification_id":"7380066284010030890","shop_id":"7495540735365777507","timestamp":1718305585,"data":{"is_on_hold_order":true,"order_id":"576653688135258178","order_status":"UNPAID","update_time":1718305585}}'

    expect(signWebhook("abcdef", "123", body)).toBe(
      "5dec0f11ec2f6783b8deee53c9ffbf8d024302f7c7e7fa55a35d17629031ac05"
    )
  })
})
