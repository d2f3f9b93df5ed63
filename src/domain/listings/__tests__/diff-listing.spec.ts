import {
  LISTING_FIELDS,
  ListingContent,
  diffListing,
  linkState,
  needsReview,
} from "../diff-listing"

const STORED: ListingContent = {
  title: "Ly gốm men lam",
  sku_title: "Đỏ, M",
  seller_sku: "LY-DO-M",
  barcode: null,
  attributes: [
    { name: "Màu", value: "Đỏ" },
    { name: "Cỡ", value: "M" },
  ],
  description: "<p>Ly</p>",
  price: 199_000,
  currency_code: "vnd",
  image_urls: ["1.png", "2.png"],
  image_url: "1.png",
  quantities: [
    { warehouse_external_id: "w1", quantity: 3 },
    { warehouse_external_id: "w2", quantity: 4 },
  ],
  fulfilled_by: "seller",
  active: true,
}

const CHANGES: { [Field in keyof ListingContent]: ListingContent[Field] } = {
  title: "Cốc gốm men lam",
  sku_title: "Đỏ, L",
  seller_sku: null,
  barcode: "893",
  attributes: [{ name: "Màu", value: "Đỏ" }],
  description: null,
  price: null,
  currency_code: "usd",
  image_urls: ["2.png", "1.png"],
  image_url: null,
  quantities: [],
  components: [{ external_sku_id: "11", quantity: 2 }],
  fulfilled_by: "marketplace",
  active: false,
}

describe("diffListing", () => {
  it("finds nothing in the same listing, whatever the order of its parts", () => {
    const again: ListingContent = {
      ...STORED,
      attributes: [
        { value: "M", name: "Cỡ" },
        { value: "Đỏ", name: "Màu" },
      ],
      quantities: [...STORED.quantities].reverse(),
    }
    expect(diffListing(STORED, again)).toEqual({ changed: [] })
  })

  it("takes a listing without components for one that says it has none", () => {
    expect(diffListing(STORED, { ...STORED, components: null })).toEqual({
      changed: [],
    })
  })

  it.each(LISTING_FIELDS)("finds a changed %s", (field) => {
    const incoming = { ...STORED, [field]: CHANGES[field] }
    expect(diffListing(STORED, incoming)).toEqual({ changed: [field] })
  })
})

describe("needsReview", () => {
  it.each([
    ["title", true],
    ["sku_title", true],
    ["seller_sku", true],
    ["attributes", true],
    ["price", false],
    ["quantities", false],
    ["image_urls", false],
  ] as const)("a changed %s: %s", (field, review) => {
    expect(needsReview([field])).toBe(review)
  })
})

describe("linkState", () => {
  const plain = {
    gone: false,
    variant_id: null,
    needs_review: false,
    has_suggestion: false,
  }

  it.each([
    ["unlinked", {}],
    ["unlinked", { needs_review: true }],
    ["suggested", { has_suggestion: true }],
    ["linked", { variant_id: "v1", has_suggestion: true }],
    ["changed", { variant_id: "v1", needs_review: true }],
    ["gone", { gone: true, variant_id: "v1", needs_review: true }],
  ])("%s: %j", (state, changes) => {
    expect(linkState({ ...plain, ...changes })).toBe(state)
  })
})
