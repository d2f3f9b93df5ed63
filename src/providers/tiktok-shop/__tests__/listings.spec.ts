import { MarketplaceError } from "../../../domain/provider/marketplace-error"
import { JsonObject } from "../../../domain/shared/json"
import { errorOf } from "../../__fixtures__/error-of"
import { all } from "../../__fixtures__/pages"
import { bodyOf, NOW, setUp } from "../__fixtures__/scripted-provider"
import { Reply } from "../../__fixtures__/scripted-fetch"
import { answer, failure } from "../__fixtures__/answers"

const day = 86_400

describe("readListings", () => {
  const product = (id: number, more: JsonObject = {}): JsonObject => ({
    id: String(id),
    title: `Ly ${id}`,
    status: "ACTIVATE",
    create_time: NOW - id,
    update_time: NOW,
    skus: [
      {
        id: String(id * 10),
        seller_sku: "",
        status_info: { status: "NORMAL" },
        price: { currency: "VND", tax_exclusive_price: "199000" },
        inventory: [{ warehouse_id: "7", quantity: 40 }],
      },
    ],
    ...more,
  })
  const detail = (id: string): JsonObject => ({
    id,
    description: "<p>Men lam</p>",
    main_images: [{ urls: ["https://img.example/1.jpg", "x"] }, { urls: [] }],
    skus: [
      {
        id: `${id}0`,
        identifier_code: { code: "8930000000000", type: "EAN" },
        sales_attributes: [
          {
            name: "Màu",
            value_name: "Lam",
            sku_img: { urls: ["https://img.example/lam.jpg"] },
          },
          { name: "Cỡ", value_name: "S" },
        ],
      },
    ],
  })
  /** Answers searches by what the filter lets through and details by id. */
  const shop =
    (products: JsonObject[], most = 10_000): Reply =>
    (request) => {
      const id = /products\/(\d+)$/.exec(request.url.pathname)?.[1]
      if (id) {
        return answer(detail(id))
      }
      const { create_time_ge = 0, create_time_le = NOW } = bodyOf(request)
      const hits = products.filter(
        ({ create_time }) =>
          Number(create_time) >= Number(create_time_ge) &&
          Number(create_time) <= Number(create_time_le)
      )
      return hits.length > most
        ? failure(12052180, "too many")
        : answer({ products: hits, total_count: hits.length })
    }

  it("joins the search with the detail", async () => {
    const { provider, access } = setUp(shop([product(1)]))
    expect(await all(provider.readListings(access))).toEqual([
      {
        external_product_id: "1",
        external_sku_id: "10",
        seller_sku: null,
        barcode: "8930000000000",
        title: "Ly 1",
        sku_title: "Lam, S",
        attributes: [
          { name: "Màu", value: "Lam" },
          { name: "Cỡ", value: "S" },
        ],
        description: "<p>Men lam</p>",
        price: 199000,
        currency_code: "vnd",
        image_urls: ["https://img.example/1.jpg"],
        image_url: "https://img.example/lam.jpg",
        quantities: [{ warehouse_external_id: "7", quantity: 40 }],
        components: null,
        fulfilled_by: "seller",
        active: true,
        external_updated_at: new Date(NOW * 1000),
      },
    ])
    expect(access.lanes).toEqual(["catalogue", "catalogue"])
  })

  it("prefers the price that is shown", async () => {
    const price = {
      currency: "VND",
      sale_price: "250000",
      tax_exclusive_price: "199000",
    }
    const skus = [{ id: "10", price }]
    const { provider, access } = setUp(shop([product(1, { skus })]))
    expect(await all(provider.readListings(access))).toMatchObject([
      { price: 250000 },
    ])
  })

  it("leaves deleted products out and asks for no detail of frozen ones", async () => {
    const { provider, sent, access } = setUp(
      shop([
        product(1, { status: "FREEZE" }),
        product(2, { status: "DELETED" }),
      ])
    )
    expect(await all(provider.readListings(access))).toMatchObject([
      { external_product_id: "1", active: false, image_urls: [] },
    ])
    expect(sent).toHaveLength(1)
  })

  it.each<[string, JsonObject]>([
    ["a product taken off", { status: "SELLER_DEACTIVATED" }],
    ["a gift", { is_not_for_sale: true }],
    [
      "a SKU taken off",
      { skus: [{ id: "10", status_info: { status: "DEACTIVATED" } }] },
    ],
  ])("%s is not on sale", async (_what, more) => {
    const { provider, access } = setUp(shop([product(1, more)]))
    expect(await all(provider.readListings(access))).toMatchObject([
      { active: false },
    ])
  })

  it("keeps a SKU whose price cannot be understood", async () => {
    const skus = [{ id: "10", price: { currency: "VND", sale_price: "1.5" } }]
    const { provider, access } = setUp(shop([product(1, { skus })]))
    expect(await all(provider.readListings(access))).toMatchObject([
      { external_sku_id: "10", price: null, currency_code: "vnd" },
    ])
  })

  it.each<[string, JsonObject, string]>([
    [
      "stock in no warehouse",
      { skus: [{ id: "20", inventory: [{ warehouse_id: "", quantity: 1 }] }] },
      "skus[0].inventory[0].warehouse_id: is missing",
    ],
    ["a SKU without an id", { skus: [{ id: "" }] }, "skus[0].id: is missing"],
    [
      "half a unit",
      {
        skus: [{ id: "20", inventory: [{ warehouse_id: "7", quantity: 0.5 }] }],
      },
      'skus[0].inventory[0].quantity: "0.5" is no number of units',
    ],
  ])(
    "refuses a product with %s by name, after all others",
    async (_what, more, reason) => {
      const odd = product(2, { title: "Bình hoa", status: "DRAFT", ...more })
      const { provider, access } = setUp(
        answer({ products: [product(1), odd], next_page_token: "n" }),
        answer(detail("1")),
        answer(detail("2")),
        answer({ products: [product(3)], next_page_token: "" }),
        answer(detail("3"))
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
      expect(seen).toEqual(["10", "30"])
    }
  )

  it("counts less than none in stock as none", async () => {
    const inventory = [{ warehouse_id: "7", quantity: -2 }]
    const { provider, access } = setUp(
      shop([product(1, { skus: [{ id: "10", inventory }] })])
    )
    expect(await all(provider.readListings(access))).toMatchObject([
      { quantities: [{ warehouse_external_id: "7", quantity: 0 }] },
    ])
  })

  it("slices by creation time when there are too many, each product once", async () => {
    const products = Array.from({ length: 40 }, (_, index) =>
      product(index + 1, { create_time: NOW - index * 3 * day })
    )
    const { provider, access } = setUp(shop(products, 7))
    const ids = (await all(provider.readListings(access))).map(
      (one) => one.external_product_id
    )
    expect(ids).toHaveLength(40)
    expect(new Set(ids).size).toBe(40)
  })

  it("gives up when one second alone holds too many", async () => {
    const products = [product(1), product(1), product(1)]
    const { provider, access } = setUp(shop(products, 2))
    const error = await all(provider.readListings(access)).catch(
      (reason: unknown) => reason
    )
    expect(error).toBeInstanceOf(MarketplaceError)
    expect(error).toMatchObject({ kind: "rejected", code: "12052180" })
  })
})
