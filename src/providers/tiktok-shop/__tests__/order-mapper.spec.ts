import { JsonObject } from "../../../domain/shared/json"
import { buildOrder, buildUnit } from "../__fixtures__/order"
import { mapOrder } from "../mappers"

const unix = (seconds: number) => new Date(seconds * 1000)

describe("mapOrder", () => {
  it("translates a whole order", () => {
    expect(mapOrder(buildOrder())).toEqual({
      external_id: "578000000000000001",
      raw_status: "AWAITING_SHIPMENT",
      meaning: { kind: "status", status: "awaiting_confirmation" },
      placed_at: unix(1760000000),
      external_updated_at: unix(1760003700),
      paid_at: unix(1760000095),
      currency_code: "vnd",
      payment: "prepaid",
      kind: "sale",
      original_external_id: null,
      warehouse_external_id: "7400000000000000021",
      buyer: {
        external_id: "7490000000000000555",
        email: "relay@scs.example",
        message: "Gói kỹ giúp mình",
      },
      recipient: {
        name: "N*** A***",
        phone: "(+84)09******12",
        address_1: "*** đường ***",
        address_2: null,
        city: null,
        province: "Hồ Chí Minh",
        postal_code: null,
        country_code: "vn",
        full_address: "Việt Nam, Hồ Chí Minh, *** đường ***",
      },
      money: {
        subtotal: 487000,
        seller_discount: 40000,
        platform_discount: 22000,
        shipping_fee: 32000,
        shipping_seller_discount: 0,
        shipping_platform_discount: 20000,
        tax: 0,
        total: 437000,
      },
      lines: [
        {
          external_line_ids: ["578000000000010001", "578000000000010002"],
          external_product_id: "1731000000000000001",
          external_sku_id: "1731000000000000011",
          seller_sku: "LY-LAM-S",
          title: "Ly gốm men lam",
          sku_title: "Nhỏ",
          image_url: null,
          quantity: 2,
          cancelled_quantity: 0,
          unit_price: 199000,
          seller_discount: 40000,
          platform_discount: 18000,
          is_gift: false,
          fulfilled_by: "seller",
        },
        expect.objectContaining({
          external_line_ids: ["578000000000010003"],
          quantity: 1,
          unit_price: 89000,
          platform_discount: 4000,
        }),
      ],
      parcels: [
        {
          external_id: "1153000000000000777",
          state: "to_arrange",
          raw_status: "TO_FULFILL",
          tracking_number: null,
          carrier: "Demo Express VN",
          external_line_ids: [
            "578000000000010001",
            "578000000000010002",
            "578000000000010003",
          ],
        },
      ],
      arranged_at: null,
      collected_at: null,
      delivered_at: null,
      cancelled_at: null,
      cancellation: null,
      seller_confirmation: null,
      deadlines: {
        ship_by: unix(1760086495),
        collect_by: unix(1760172895),
        deliver_by: unix(1760950495),
        cancel_at: unix(1760345695),
      },
      flags: [],
    })
  })

  it("does not touch what it reads", () => {
    const order = buildOrder()
    const before = JSON.stringify(order)
    expect(mapOrder(order)).toEqual(mapOrder(order))
    expect(JSON.stringify(order)).toBe(before)
  })

  it("passes an unknown status on as unknown", () => {
    expect(mapOrder(buildOrder({ status: "TELEPORTED" }))).toMatchObject({
      raw_status: "TELEPORTED",
      meaning: { kind: "unknown" },
    })
  })

  it("reads ids that came as bare numbers", () => {
    expect(mapOrder(buildOrder({ user_id: 42 })).buyer.external_id).toBe("42")
  })

  it("reads the proof of what has happened", () => {
    expect(
      mapOrder(
        buildOrder({
          rts_time: 1760010000,
          collection_time: 1760020000,
          delivery_time: 1760030000,
        })
      )
    ).toMatchObject({
      arranged_at: unix(1760010000),
      collected_at: unix(1760020000),
      delivered_at: unix(1760030000),
    })
  })

  it("counts an order as arranged when every live unit is", () => {
    const units = (second: JsonObject) => [
      buildUnit({ rts_time: 1760010000 }),
      buildUnit({ id: "578000000000010002", ...second }),
    ]
    const arranged = (second: JsonObject) =>
      mapOrder(buildOrder({ line_items: units(second) })).arranged_at
    expect(arranged({ rts_time: 0 })).toBeNull()
    expect(arranged({ rts_time: 1760011000 })).toEqual(unix(1760011000))
    expect(arranged({ display_status: "CANCELLED" })).toEqual(unix(1760010000))
  })

  it("tells cash on delivery, samples, replacements and exchanges apart", () => {
    expect(mapOrder(buildOrder({ is_cod: true })).payment).toBe("cod")
    expect(mapOrder(buildOrder({ is_sample_order: true })).kind).toBe("sample")
    expect(
      mapOrder(
        buildOrder({ is_replacement_order: true, replaced_order_id: "576" })
      )
    ).toMatchObject({ kind: "replacement", original_external_id: "576" })
    expect(
      mapOrder(
        buildOrder({ is_exchange_order: true, exchange_source_order_id: "577" })
      )
    ).toMatchObject({ kind: "replacement", original_external_id: "577" })
  })

  it.each([
    ["FULFILLMENT_BY_SELLER", "seller"],
    ["", "seller"],
    ["FULFILLMENT_BY_TIKTOK", "marketplace"],
    ["FULFILLMENT_BY_DILAYANI_TOKOPEDIA", "marketplace"],
  ])("%p goods are the %s's", (fulfillment_type, fulfilled_by) => {
    const { lines } = mapOrder(buildOrder({ fulfillment_type }))
    expect(lines.map((line) => line.fulfilled_by)).toEqual([
      fulfilled_by,
      fulfilled_by,
    ])
  })

  it("sets the flags", () => {
    expect(mapOrder(buildOrder({ status: "ON_HOLD" })).flags).toEqual([
      "on_hold",
    ])
    expect(
      mapOrder(
        buildOrder({
          is_buyer_request_cancel: true,
          has_updated_recipient_address: true,
          split_or_combine_tag: "COMBINED",
        })
      ).flags
    ).toEqual(["buyer_cancel_requested", "address_changed", "combined"])
  })
})

describe("a cancellation", () => {
  const cancelled = (order: JsonObject, unit: JsonObject = {}) =>
    mapOrder(
      buildOrder({
        status: "CANCELLED",
        cancel_time: 1760009000,
        line_items: [buildUnit({ display_status: "CANCELLED", ...unit })],
        ...order,
      })
    ).cancellation

  it.each([
    ["SELLER", "seller"],
    ["BUYER", "buyer"],
    ["SYSTEM", "system"],
    ["NOBODY_KNOWS", "system"],
    ["", "system"],
  ])("by %p is the %s's", (cancellation_initiator, initiator) => {
    expect(cancelled({ cancellation_initiator })?.initiator).toBe(initiator)
  })

  it.each([
    ["OPERATOR", "system"],
    ["BUYER", "buyer"],
    ["SELLER", "seller"],
  ])("falls back on the units' %s", (cancel_user, initiator) => {
    expect(
      cancelled(
        { cancellation_initiator: "" },
        { cancel_user, cancel_reason: "Không cần nữa" }
      )
    ).toEqual({ initiator, reason: "Không cần nữa" })
  })

  it("of some units leaves the order open", () => {
    const order = mapOrder(
      buildOrder({
        line_items: [
          buildUnit({ display_status: "CANCELLED", cancel_user: "BUYER" }),
          buildUnit({ id: "578000000000010002" }),
        ],
      })
    )
    expect(order.cancellation).toBeNull()
    expect(order.lines).toMatchObject([{ quantity: 2, cancelled_quantity: 1 }])
  })
})
