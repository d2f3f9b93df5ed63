import fc from "fast-check"
import { draftProduct, plainText, ProductSource } from "../draft-product"

const source = (overrides: Partial<ProductSource> = {}): ProductSource => ({
  external_product_id: "1731000000000000001",
  external_sku_id: "1",
  seller_sku: null,
  barcode: null,
  title: "Áo thun Sài Gòn",
  sku_title: null,
  attributes: [],
  description: null,
  image_urls: [],
  ...overrides,
})

const sized = (external_sku_id: string, value: string) =>
  source({
    external_sku_id,
    sku_title: value,
    attributes: [{ name: "Cỡ", value }],
  })

describe("draftProduct", () => {
  it("makes options of the SKUs' attributes", () => {
    const draft = draftProduct([sized("1", "M"), sized("2", "L")])
    expect(draft.options).toEqual([{ title: "Cỡ", values: ["M", "L"] }])
    expect(draft.variants).toMatchObject([
      { external_sku_id: "1", title: "M", options: { Cỡ: "M" } },
      { external_sku_id: "2", title: "L", options: { Cỡ: "L" } },
    ])
  })

  it("gives a single SKU without attributes the host's empty option", () => {
    const draft = draftProduct([source()])
    expect(draft.options).toEqual([
      { title: "Default option", values: ["Default option value"] },
    ])
    expect(draft.variants[0].title).toBe("Áo thun Sài Gòn")
  })

  it.each([
    ["the same attributes", [sized("1", "M"), sized("2", "M")]],
    ["attributes of which one is missing", [sized("1", "M"), source()]],
    [
      "different attributes",
      [sized("1", "M"), source({ attributes: [{ name: "Màu", value: "Đỏ" }] })],
    ],
  ])("tells SKUs with %s apart by something else", (_, listings) => {
    const [one, two] = listings
    const draft = draftProduct([
      { ...one, external_sku_id: "1", seller_sku: "A", sku_title: null },
      { ...two, external_sku_id: "2", seller_sku: "B", sku_title: null },
    ])
    expect(draft.options).toEqual([{ title: "SKU", values: ["A", "B"] }])
  })

  it("leaves codes of nothing but spaces out", () => {
    const [variant] = draftProduct([
      source({ seller_sku: " ", barcode: " 200 " }),
    ]).variants
    expect(variant).toMatchObject({ sku: null, barcode: "200" })
  })

  it("makes a readable handle that no other product has", () => {
    expect(draftProduct([source()]).handle).toBe(
      "ao-thun-sai-gon-1731000000000000001"
    )
    expect(draftProduct([source({ title: "★" })]).handle).toBe(
      "1731000000000000001"
    )
  })

  it("takes every picture once", () => {
    const draft = draftProduct([
      source({ image_urls: ["a", "b"] }),
      source({ external_sku_id: "2", image_urls: ["b", "c"] }),
    ])
    expect(draft.image_urls).toEqual(["a", "b", "c"])
  })

  it("never gives two variants the same options, nor a value its option does not list", () => {
    const word = fc.constantFrom("", "M", "L", "Đỏ")
    const any = fc.record({
      seller_sku: fc.option(word),
      sku_title: fc.option(word),
      attributes: fc.array(
        fc.record({ name: fc.constantFrom("", "Cỡ", "Màu"), value: word }),
        { maxLength: 3 }
      ),
    })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), (parts) => {
        const { options, variants } = draftProduct(
          parts.map((part, place) =>
            source({ ...part, external_sku_id: String(place) })
          )
        )
        const chosen = variants.map((one) => JSON.stringify(one.options))
        expect(new Set(chosen).size).toBe(parts.length)
        for (const variant of variants) {
          expect(Object.keys(variant.options)).toEqual(
            options.map(({ title }) => title)
          )
          for (const { title, values } of options) {
            expect(title).not.toBe("")
            expect(values).toContain(variant.options[title])
          }
        }
      })
    )
  })
})

describe("plainText", () => {
  it("keeps paragraphs and drops marks and scripts", () => {
    expect(
      plainText(
        "<p>Cotton&nbsp;100%</p><ul><li>Cổ tròn</li></ul><script>alert(1)</script>"
      )
    ).toBe("Cotton 100%\nCổ tròn")
  })

  it("reads a mark once only", () => {
    expect(plainText("a &amp;lt;b&amp;gt; &lt;3")).toBe("a &lt;b&gt; <3")
  })

  it("leaves plain text alone", () => {
    expect(plainText("Hai lớp,\nsoi thấy thơ")).toBe("Hai lớp,\nsoi thấy thơ")
  })
})
