import { JsonObject } from "../../../domain/shared/json"
import { exampleData } from "../__fixtures__/description"
import {
  fieldsOf,
  mapListings,
  mapOrder,
  mapRawOrder,
  mapShops,
  mapWarehouses,
} from "../mappers"
import { WireProduct, WireProductDetail } from "../types"

const unix = (seconds: number) => new Date(seconds * 1000)

/** TikTok's examples mix rupiah with hundredths, which rupiah does not have. */
function inDollars(order: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(order).replaceAll('"IDR"', '"USD"'))
}

function ordersOf(path: string, method: "get" | "post"): JsonObject[] {
  const { orders } = exampleData(path, method)
  return orders as JsonObject[]
}

describe("TikTok's own example order", () => {
  const searched = ordersOf("/order/202309/orders/search", "post")[0]
  const detailed = ordersOf("/order/202507/orders", "get")[0]

  it("has the same fields from both calls, once stored", () => {
    const fields = (order: JsonObject) =>
      Object.keys(mapRawOrder(order).payload).sort()
    expect(fields(searched)).toEqual(fields(detailed))
  })

  it("is stored under its own id and times", () => {
    expect(mapRawOrder(searched)).toMatchObject({
      external_id: "576461413038785752",
      raw_status: "UNPAID",
      placed_at: unix(1619611561),
      external_updated_at: unix(1619621355),
    })
  })

  it("loses nothing that the plugin uses", () => {
    expect(mapOrder(inDollars(mapRawOrder(searched).payload))).toEqual({
      external_id: "576461413038785752",
      raw_status: "UNPAID",
      meaning: { kind: "status", status: "new" },
      placed_at: unix(1619611561),
      external_updated_at: unix(1619621355),
      paid_at: unix(1619611563),
      currency_code: "usd",
      payment: "prepaid",
      kind: "sale",
      original_external_id: "576461416728782174",
      warehouse_external_id: "6955005333819123123",
      buyer: {
        external_id: "7021436810468230477",
        email: "v2b2V5@chat.seller.tiktok.com",
        message: "Please ship asap!",
      },
      recipient: {
        name: "David Kong",
        phone: "(+1)213-***-1234",
        address_1: "TikTok 5800 bristol Pkwy",
        address_2: "Suite 100",
        city: "Ribbleton",
        province: null,
        postal_code: "95110",
        country_code: "us",
        full_address: "1199 Coleman Ave San Jose, CA 95110",
      },
      money: {
        subtotal: 500000,
        seller_discount: 500000,
        platform_discount: 500000,
        shipping_fee: 500000,
        shipping_seller_discount: 500000,
        shipping_platform_discount: 1000000,
        tax: 500000,
        total: 500000,
      },
      lines: [
        {
          external_line_ids: ["577086512123755123"],
          external_product_id: "1729582718312380123",
          external_sku_id: "2729382476852921560",
          seller_sku: "red_iphone_256",
          title: "Women's Winter Crochet Clothes",
          sku_title: "Iphone",
          image_url: expect.stringMatching(/^https:/),
          quantity: 1,
          cancelled_quantity: 0,
          unit_price: 1,
          seller_discount: 0,
          platform_discount: 0,
          is_gift: false,
          fulfilled_by: "seller",
          components: [
            {
              external_product_id: "1729582718312380456",
              external_sku_id: "2729382476852921123",
              seller_sku: "yellow-24-XL",
              quantity: 1,
            },
          ],
        },
      ],
      parcels: [
        {
          external_id: "1152321127278713123",
          state: "to_arrange",
          raw_status: null,
          tracking_number: null,
          carrier: null,
          external_line_ids: [],
        },
        {
          external_id: "1153132168123859123",
          state: "to_arrange",
          raw_status: "TO_FULFILL",
          tracking_number: "JX12345",
          carrier: "TT Virtual express",
          external_line_ids: ["577086512123755123"],
        },
      ],
      arranged_at: unix(1619611563),
      collected_at: unix(1678389618),
      delivered_at: unix(1678389618),
      cancelled_at: unix(1678389618),
      cancellation: { initiator: "seller", reason: "Pricing error" },
      seller_confirmation: null,
      deadlines: {
        ship_by: unix(1619611688),
        collect_by: unix(1619611761),
        deliver_by: unix(1678389618),
        cancel_at: unix(1619621355),
      },
      flags: ["combined"],
    })
  })
})

describe("TikTok's other example answers", () => {
  it("shops", () => {
    expect(mapShops(exampleData("/authorization/202309/shops", "get"))).toEqual(
      [
        {
          external_id: "7000714532876273420",
          name: "Maomao beauty shop",
          region: "GB",
          currency_code: "gbp",
          provider_data: {
            shop_cipher: "GCP_XF90igAAAABh00qsWgtvOiGFNqyubMt3",
          },
        },
      ]
    )
  })

  it("warehouses", () => {
    expect(
      mapWarehouses(exampleData("/logistics/202309/warehouses", "get"))
    ).toEqual([
      {
        external_id: "7000714532876273410",
        name: "Guangzhou",
        is_default: true,
      },
    ])
  })

  it("products, with the detail of the same SKU", () => {
    const search = exampleData("/product/202502/products/search", "post")
    const [product] = search.products as JsonObject[]
    const detail = exampleData("/product/202309/products/{product_id}", "get")
    const [sku] = product.skus as JsonObject[]
    const [sku_detail] = detail.skus as JsonObject[]
    sku_detail.id = sku.id

    expect(
      mapListings(
        fieldsOf<WireProduct>(product),
        fieldsOf<WireProductDetail>(detail),
        "usd"
      )
    ).toEqual([
      {
        external_product_id: "1729592969712207008",
        external_sku_id: "1729592969712207012",
        seller_sku: "Color-Red-XM01",
        barcode: "10000000000010",
        title: "Short Boat Invisible Socks",
        sku_title: "Red",
        attributes: [{ name: "Color", value: "Red" }],
        description: expect.stringContaining("<li>M-Size</li>"),
        price: 12111,
        currency_code: "usd",
        image_urls: [expect.stringMatching(/^https:/)],
        image_url: expect.stringMatching(/^https:/),
        quantities: [
          { warehouse_external_id: "7068517275539719942", quantity: 999 },
        ],
        components: [{ external_sku_id: "1729582718312380123", quantity: 1 }],
        fulfilled_by: "seller",
        active: false,
        external_updated_at: unix(1234567800),
      },
    ])
  })
})
