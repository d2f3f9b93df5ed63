import { MappingError } from "../../../domain/provider/mapping-error"
import { JsonObject } from "../../../domain/shared/json"
import {
  buildAddress,
  buildOrder,
  buildPayment,
  buildUnit,
} from "../__fixtures__/order"
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

describe("money", () => {
  const money = (overrides: JsonObject) =>
    mapOrder(buildOrder({ payment: buildPayment(overrides) })).money

  it("counts a co-funded shipping discount as the platform's", () => {
    expect(
      money({
        shipping_fee_platform_discount: "5000",
        shipping_fee_cofunded_discount: "7000",
        shipping_fee_seller_discount: "8000",
      })
    ).toMatchObject({
      shipping_seller_discount: 8000,
      shipping_platform_discount: 12000,
    })
  })

  it("takes the tax as given, else its parts", () => {
    expect(money({ tax: "900", product_tax: "1" }).tax).toBe(900)
    expect(
      money({ tax: "", product_tax: "700", shipping_fee_tax: "50" }).tax
    ).toBe(750)
  })

  it("keeps cents exact where the currency has them", () => {
    const order = mapOrder(
      buildOrder({
        payment: buildPayment({ currency: "USD", total_amount: "19.99" }),
        line_items: [buildUnit({ currency: "USD", original_price: "0.1" })],
      })
    )
    expect(order.money.total).toBe(1999)
    expect(order.lines[0].unit_price).toBe(10)
  })
})

describe("a recipient", () => {
  const recipient = (recipient_address: JsonObject | null) =>
    mapOrder(buildOrder({ recipient_address })).recipient

  it("is null while TikTok keeps the address back", () => {
    expect(recipient(null)).toBeNull()
    expect(
      recipient({ name: "", region_code: "VN", district_info: [] })
    ).toBeNull()
  })

  it("takes province and city from the administrative levels", () => {
    expect(
      recipient(
        buildAddress({
          address_line2: "Tầng 2",
          address_line3: "Phòng 5",
          district_info: [
            { address_level: "L0", address_name: "Việt Nam" },
            { address_level: "L1", address_name: "Hà Nội" },
            { address_level: "L2", address_name: "Ba Đình" },
          ],
        })
      )
    ).toMatchObject({
      province: "Hà Nội",
      city: "Ba Đình",
      address_2: "Tầng 2, Phòng 5",
    })
  })

  it("invents nothing", () => {
    expect(recipient({ name: "A" })).toEqual({
      name: "A",
      phone: null,
      address_1: null,
      address_2: null,
      city: null,
      province: null,
      postal_code: null,
      country_code: null,
      full_address: null,
    })
  })
})

describe("parcels", () => {
  it("follow the units of a split order", () => {
    const { parcels } = mapOrder(
      buildOrder({
        packages: [{ id: "20" }, { id: "3" }],
        line_items: [
          buildUnit({
            package_id: "20",
            package_status: "PROCESSING",
            tracking_number: "VN1",
            shipping_provider_name: "Carrier",
          }),
          buildUnit({ id: "578000000000010002", package_id: "3" }),
        ],
      })
    )
    expect(parcels).toEqual([
      {
        external_id: "3",
        raw_status: "TO_FULFILL",
        tracking_number: null,
        carrier: null,
        external_line_ids: ["578000000000010002"],
      },
      {
        external_id: "20",
        raw_status: "PROCESSING",
        tracking_number: "VN1",
        carrier: "Carrier",
        external_line_ids: ["578000000000010001"],
      },
    ])
  })

  it("are none before TikTok makes them", () => {
    const { parcels } = mapOrder(
      buildOrder({
        packages: [],
        line_items: [buildUnit({ package_id: "0" })],
      })
    )
    expect(parcels).toEqual([])
  })
})

describe("what cannot be understood", () => {
  const withUnit = (overrides: JsonObject) =>
    buildOrder({ line_items: [buildUnit(), buildUnit(overrides)] })
  const second = { id: "578000000000010002" }

  it.each<[string, JsonObject]>([
    ["id", buildOrder({ id: "" })],
    ["status", buildOrder({ status: null })],
    ["create_time", buildOrder({ create_time: 0 })],
    ["update_time", buildOrder({ update_time: "yesterday" })],
    ["paid_time", buildOrder({ paid_time: -5 })],
    ["paid_time", buildOrder({ paid_time: 1760000095.5 })],
    ["is_cod", buildOrder({ is_cod: "yes" })],
    ["line_items", buildOrder({ line_items: [] })],
    ["line_items", buildOrder({ line_items: "none" })],
    ["line_items[0]", buildOrder({ line_items: [7] })],
    ["line_items[1].sku_id", withUnit({ ...second, sku_id: "" })],
    ["line_items[1].product_id", withUnit({ ...second, product_id: null })],
    ["line_items[1].id", withUnit({ id: null })],
    ["line_items", withUnit({})],
    ["line_items[1].currency", withUnit({ ...second, currency: "USD" })],
    [
      "line_items[1].original_price",
      withUnit({ ...second, original_price: "-1" }),
    ],
    [
      "line_items[1].original_price",
      withUnit({ ...second, original_price: "0.5" }),
    ],
    [
      "line_items[1].seller_discount",
      withUnit({ ...second, seller_discount: "1.0001" }),
    ],
    ["payment", buildOrder({ payment: null })],
    [
      "payment.currency",
      buildOrder({ payment: buildPayment({ currency: "" }) }),
    ],
    [
      "payment.total_amount",
      buildOrder({ payment: buildPayment({ total_amount: "" }) }),
    ],
    [
      "payment.total_amount",
      buildOrder({ payment: buildPayment({ total_amount: "437k" }) }),
    ],
    [
      "payment.platform_discount",
      buildOrder({ payment: buildPayment({ platform_discount: "-22000" }) }),
    ],
  ])("names %s", (path, payload) => {
    let caught: unknown
    try {
      mapOrder(payload)
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(MappingError)
    expect(caught).toMatchObject({ path })
  })
})
