import { aStockListing } from "../__fixtures__/stock-listing"
import { sortOut } from "../stock-facts"

describe("sortOut", () => {
  it("looks at a linked listing of the shop's own", () => {
    const own = aStockListing()
    expect(sortOut([own])).toEqual({ looking: [own], resting: [] })
  })

  it.each([
    ["not_found", { gone: true, is_set: true }],
    ["not_linked", { variant_id: null, is_set: true }],
    ["not_linked", { manage_inventory: null }],
    ["not_linked", { fulfilled_by: "marketplace" }],
    ["follows_parts", { is_set: true }],
  ] as const)("%s: never read, and never written", (state, more) => {
    const listing = aStockListing(more)
    expect(sortOut([listing])).toEqual({
      looking: [],
      resting: [{ row: listing, state }],
    })
  })
})
