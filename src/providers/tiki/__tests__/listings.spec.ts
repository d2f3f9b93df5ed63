import { JsonObject } from "../../../domain/shared/json"
import { errorOf } from "../../__fixtures__/error-of"
import { all } from "../../__fixtures__/pages"
import { page } from "../__fixtures__/answers"
import { setUp } from "../__fixtures__/scripted-provider"

function product(overrides: JsonObject = {}): JsonObject {
  return {
    product_id: 70010001,
    sku: "4400112233445",
    original_sku: "MUG-RED-M",
    master_id: 70010000,
    super_id: 70009990,
    name: "Ly sứ đỏ cỡ vừa",
    type: "simple",
    entity_type: "seller_simple",
    price: 89000,
    market_price: 120000,
    active: 1,
    is_hidden: false,
    created_at: "2025-03-01 09:15:00",
    updated_at: "2025-06-11 21:40:07",
    thumbnail: "https://img.example/1.jpg",
    option_attributes: ["color", "size"],
    attributes: { color: "Đỏ", size: { value: "M" }, brand: "Gốm" },
    inventory: {
      inventory_type: "dropship",
      quantity: 0,
      quantity_available: 40,
      quantity_sellable: 37,
      warehouse_stocks: [
        {
          warehouse_id: 50123,
          quantity: 0,
          quantity_available: 40,
          quantity_reserved: 3,
          quantity_sellable: 37,
        },
      ],
    },
    ...overrides,
  }
}

const read = async (...products: JsonObject[]) => {
  const { provider, access } = setUp(page(products))
  return all(provider.readListings(access))
}
const readOne = async (overrides: JsonObject) =>
  (await read(product(overrides)))[0]

describe("a listing", () => {
  it("is one offer of the seller", async () => {
    expect(await readOne({})).toEqual({
      external_product_id: "70009990",
      external_sku_id: "70010001",
      seller_sku: "MUG-RED-M",
      barcode: null,
      title: "Ly sứ đỏ cỡ vừa",
      sku_title: "Đỏ, M",
      attributes: [
        { name: "color", value: "Đỏ" },
        { name: "size", value: "M" },
      ],
      description: null,
      price: 89000,
      currency_code: "vnd",
      image_urls: ["https://img.example/1.jpg"],
      image_url: "https://img.example/1.jpg",
      quantities: [{ warehouse_external_id: "50123", quantity: 37 }],
      fulfilled_by: "seller",
      active: true,
      external_updated_at: new Date("2025-06-11T14:40:07Z"),
    })
  })

  it.each([0, "0", "", null])(
    "without a parent (%p) is its own product",
    async (super_id) => {
      expect(await readOne({ super_id })).toMatchObject({
        external_product_id: "70010001",
      })
    }
  )

  it.each<[JsonObject, boolean]>([
    [{ active: 1 }, true],
    [{ active: "1" }, true],
    [{ active: true }, true],
    [{ active: 0 }, false],
    [{ active: "0" }, false],
    [{ active: null }, false],
    [{ active: 1, is_hidden: true }, false],
  ])("with %p: on sale %p", async (overrides, active) => {
    expect((await readOne(overrides)).active).toBe(active)
  })

  it.each<[JsonObject, unknown[]]>([
    [{ option_attributes: { color: "Đỏ" } }, [{ name: "color", value: "Đỏ" }]],
    [
      { option_attributes: [{ code: "color", label: "Màu", value: "Đỏ" }] },
      [{ name: "Màu", value: "Đỏ" }],
    ],
    [{ option_attributes: [{ code: "size" }] }, [{ name: "size", value: "M" }]],
    [{ option_attributes: ["missing", 7, null] }, []],
    [{ option_attributes: null, attributes: [] }, []],
  ])("reads attributes in the form %p", async (overrides, attributes) => {
    const listing = await readOne(overrides)
    expect(listing.attributes).toEqual(attributes)
  })

  it("of Tiki's own warehouse has no stock of the seller's", async () => {
    const { inventory } = product()
    expect(
      await readOne({
        inventory: { ...(inventory as JsonObject), inventory_type: "instock" },
      })
    ).toMatchObject({ fulfilled_by: "marketplace", quantities: [] })
  })

  it.each<[JsonObject, number]>([
    [{ quantity_saleable: 5, quantity: 0 }, 5],
    [{ quantity_available: 9, quantity_reserved: 2 }, 7],
    [{ quantity_available: 1, quantity_reserved: 2 }, 0],
    [{ quantity: 8 }, 0],
    [{ quantity_sellable: -3 }, 0],
    [{ quantity_saleable: "-1" }, 0],
    [{ quantity_available: 4, quantity_reserved: -2 }, 4],
  ])("with stock %p can sell %i", async (stock, quantity) => {
    const { quantities } = await readOne({
      inventory: {
        inventory_type: "dropship",
        warehouse_stocks: [{ warehouse_id: 1, ...stock }],
      },
    })
    expect(quantities).toEqual([{ warehouse_external_id: "1", quantity }])
  })

  it("without inventory or pictures is a listing still", async () => {
    expect(
      await readOne({ inventory: null, thumbnail: null, images: null })
    ).toMatchObject({ quantities: [], image_urls: [], image_url: null })
  })

  it("is understood whatever its date, and rounds its price", async () => {
    expect(await readOne({ updated_at: "soon", price: 89000.5 })).toMatchObject(
      { external_updated_at: null, price: 89001 }
    )
    expect(
      (await readOne({ updated_at: "2025-06-11" })).external_updated_at
    ).toEqual(new Date("2025-06-10T17:00:00Z"))
  })

  it("has the name `id` where Tiki calls it so", async () => {
    expect(await readOne({ product_id: null, id: 5 })).toMatchObject({
      external_sku_id: "5",
    })
    expect(await readOne({ product_id: 5, id: 5 })).toMatchObject({
      external_sku_id: "5",
    })
  })
})

describe("readListings", () => {
  it("asks for stock, page by page, in the lane of the catalogue", async () => {
    const { provider, access, sent } = setUp(
      page([product()], { last_page: 2, total: 2 }),
      page([product({ product_id: 2 })], { last_page: 2, total: 2 })
    )
    expect(await all(provider.readListings(access))).toHaveLength(2)
    expect(sent.map(({ url }) => [url.pathname, url.search])).toEqual([
      ["/integration/v2.1/products", "?include=inventory&page=1&limit=50"],
      ["/integration/v2.1/products", "?include=inventory&page=2&limit=50"],
    ])
    expect(access.lanes).toEqual(["catalogue", "catalogue"])
  })

  it("leaves out parents and Tiki's own catalogue, and takes each offer once", async () => {
    const listings = await read(
      product(),
      product(),
      product({ product_id: 2, type: "configurable" }),
      product({ product_id: 3, entity_type: "seller_configurable" }),
      product({ product_id: 4, entity_type: "master_simple" }),
      product({ product_id: 5, entity_type: null })
    )
    expect(listings.map((one) => one.external_sku_id)).toEqual([
      "70010001",
      "5",
    ])
  })

  it("looks again when fewer came than there should be", async () => {
    const { provider, access, sent } = setUp(
      page([product()], { total: 2 }),
      page([product(), product({ product_id: 2 })], { total: 2 })
    )
    expect(await all(provider.readListings(access))).toHaveLength(2)
    expect(sent).toHaveLength(2)
  })

  it("ends where the page is empty, whatever else is said", async () => {
    const { provider, access, sent } = setUp(page([], { last_page: 9 }))
    expect(await all(provider.readListings(access))).toEqual([])
    expect(sent).toHaveLength(1)
  })

  it.each<[string, JsonObject, string]>([
    [
      "ids that differ",
      { product_id: 5, id: 6 },
      "product_id: is 5 while id is 6",
    ],
    ["no id", { product_id: null }, "product_id: is missing"],
    ["a price that is none", { price: "free" }, "price: "],
  ])(
    "refuses a product with %s by name, after all others",
    async (_what, overrides, reason) => {
      const odd = product({ name: "Bình hoa", ...overrides })
      const { provider, access } = setUp(
        page([odd, product({ product_id: 9 })])
      )
      const seen: string[] = []
      const work = async () => {
        for await (const { items } of provider.readListings(access)) {
          seen.push(...items.map((one) => one.external_sku_id))
        }
      }
      const error = await errorOf(work())
      expect(error.kind).toBe("invalid_response")
      expect(error.message).toContain(`"Bình hoa": ${reason}`)
      expect(seen).toEqual(["9"])
    }
  )
})
