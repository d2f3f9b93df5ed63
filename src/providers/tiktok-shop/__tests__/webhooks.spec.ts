import { MappingError } from "../../../domain/provider/mapping-error"
import { parseWebhook } from "../webhooks"

const parse = (body: string | object) =>
  parseWebhook(
    Buffer.from(typeof body === "string" ? body : JSON.stringify(body))
  )

const message = (type: number, data: object) => ({
  type,
  tts_notification_id: "7500000000000000101",
  shop_id: "7495000000000000123",
  timestamp: 1760000123,
  data,
})

describe("parseWebhook", () => {
  it("reads the envelope", () => {
    expect(parse(message(1, { order_id: "578000000000000001" }))).toEqual({
      notification_id: "7500000000000000101",
      type: "1",
      shop_external_id: "7495000000000000123",
      account_external_id: null,
      effect: {
        kind: "orders_changed",
        order_external_ids: ["578000000000000001"],
      },
    })
  })

  it("reads messages about a seller, and those without an id", () => {
    expect(parse({ type: 52, seller_open_id: "open", data: {} })).toEqual({
      notification_id: null,
      type: "52",
      shop_external_id: null,
      account_external_id: "open",
      effect: { kind: "none" },
    })
  })

  it.each([11, 12])("type %i changes what a buyer asks for", (type) => {
    expect(parse(message(type, { order_id: "5" })).effect).toEqual({
      kind: "requests_changed",
      order_external_ids: ["5"],
    })
  })

  it.each([1, 3])("type %i changes an order", (type) => {
    expect(parse(message(type, { order_id: "5" })).effect).toEqual({
      kind: "orders_changed",
      order_external_ids: ["5"],
    })
  })

  it("names every order of every package once", () => {
    const package_list = [
      { package_id: "1", order_id_list: ["5", "6"] },
      { package_id: "2", order_id_list: ["6", "7"] },
    ]
    expect(parse(message(4, { package_list })).effect).toEqual({
      kind: "orders_changed",
      order_external_ids: ["5", "6", "7"],
    })
  })

  it.each([5, 15, 16, 37])("type %i changes a product", (type) => {
    const body = `{"type":${type},"shop_id":7495000000000000123,"data":{"product_id":1731000000000000011}}`
    expect(parse(body)).toMatchObject({
      shop_external_id: "7495000000000000123",
      effect: {
        kind: "listings_changed",
        product_external_ids: ["1731000000000000011"],
      },
    })
  })

  it("looks at a SKU whose stock somebody else has changed", () => {
    const changed = (...sources: string[]) =>
      parse(
        message(68, {
          product_id: "1731000000000000001",
          sku_id: "1731000000000000011",
          change_detail: sources.map((trigger_source) => ({ trigger_source })),
        })
      ).effect
    const effect = {
      kind: "stock_changed",
      sku_external_ids: ["1731000000000000011"],
    }
    expect(changed("order_created")).toEqual(effect)
    expect(changed()).toEqual(effect)
    expect(changed("api_sync", "manual_adjustment")).toEqual(effect)
    expect(changed("campaign_lock")).toEqual(effect)
    expect(changed("api_sync")).toEqual({ kind: "none" })
    const product = {
      kind: "listings_changed",
      product_external_ids: ["1731000000000000001"],
    }
    expect(changed("campaign_unlock")).toEqual(product)
    expect(changed("order_created", "creator_unlock")).toEqual(product)
    expect(
      parse(message(68, { product_id: "1731000000000000001" })).effect
    ).toEqual(product)
  })

  it("knows the end of an authorization, and its announcement", () => {
    expect(parse(message(6, { message: "bye" })).effect).toEqual({
      kind: "deauthorized",
    })
    expect(parse(message(7, { expiration_time: "1" })).effect).toEqual({
      kind: "authorization_expiring",
    })
  })

  it.each([2, 13, 27, 68, 9999])("type %i has no effect", (type) => {
    expect(parse(message(type, { order_id: "5" })).effect).toEqual({
      kind: "none",
    })
  })

  it.each([
    ["", "(root)"],
    ["{", "(root)"],
    ["[]", "(root)"],
    ["{}", "type"],
    ['{"type":"order"}', "type"],
    ['{"type":1}', "data.order_id"],
    ['{"type":1,"data":"x"}', "data"],
    ['{"type":5,"data":{}}', "data.product_id"],
    [
      '{"type":4,"data":{"package_list":[{"order_id_list":[{}]}]}}',
      "data.package_list[0].order_id_list[0]",
    ],
  ])("refuses %p", (body, path) => {
    let caught: unknown
    try {
      parse(body)
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(MappingError)
    expect(caught).toMatchObject({ path })
  })
})
