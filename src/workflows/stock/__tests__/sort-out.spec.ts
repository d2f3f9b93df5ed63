import { StockListingRow } from "../../../modules/marketplace-channel/stock-rows"
import { sortOut } from "../stock-facts"

const row = (more: Partial<StockListingRow>): StockListingRow => ({
  id: "mplist_1",
  external_product_id: "1",
  external_sku_id: "11",
  variant_id: "variant_1",
  manage_inventory: true,
  fulfilled_by: "seller",
  is_set: false,
  gone: false,
  stock_rules: null,
  parts: [],
  cells: [],
  counted: [],
  state: null,
  reason: null,
  failures: 0,
  behind_since: null,
  last_push: null,
  ...more,
})

describe("sortOut", () => {
  it("looks at a linked listing of the shop's own", () => {
    const own = row({})
    expect(sortOut([own])).toEqual({ looking: [own], resting: [] })
  })

  it.each([
    ["not_found", { gone: true, is_set: true }],
    ["not_linked", { variant_id: null, is_set: true }],
    ["not_linked", { manage_inventory: null }],
    ["not_linked", { fulfilled_by: "marketplace" }],
    ["follows_parts", { is_set: true }],
  ] as const)("%s: never read, and never written", (state, more) => {
    const listing = row(more)
    expect(sortOut([listing])).toEqual({
      looking: [],
      resting: [{ row: listing, state }],
    })
  })
})
