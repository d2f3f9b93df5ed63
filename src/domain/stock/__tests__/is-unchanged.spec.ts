import { isUnchanged } from "../is-unchanged"
import { lookAtListings, StockListing } from "../look-at-listings"
import { StockRules } from "../stock-rules"
import { StockState } from "../stock-state"

const NOW = new Date("2026-11-22T02:00:00Z")
const RULES: StockRules = {
  buffer: 0,
  share: 1,
  cap: null,
  minimum: 0,
  paused: false,
}
const LISTING: StockListing = {
  listing_id: "mplist_1",
  rules: RULES,
  parts: [{ inventory_item_id: "iitem_1", required_quantity: 1 }],
  cells: new Map([
    [
      "w",
      {
        expected: 7,
        committed: 2,
        counted: 4,
        unseen: [{ at: new Date("2026-11-22T01:55:00Z"), units: 1 }],
      },
    ],
  ]),
  counted: new Map([["w", { net: 4, committed: 2 }]]),
  obstacle: null,
  resting: false,
}

/** Ten are stocked, two reserved, and one is sold without an order. */
function compare({
  stocked = 10,
  available = 7,
  committed = 2,
  state = "even",
  warehouse = "w",
  ...changes
}: Partial<StockListing> & {
  stocked?: number
  available?: number
  committed?: number
  state?: StockState | null
  warehouse?: string
} = {}): boolean {
  const listing = { ...LISTING, ...changes }
  const [look] = lookAtListings(
    {
      listings: [listing],
      levels: [
        {
          inventory_item_id: "iitem_1",
          location_id: "sloc_1",
          stocked,
          reserved: 2,
        },
      ],
      claims: [],
    },
    new Map([
      [
        "mplist_1",
        [{ warehouse_external_id: warehouse, available, committed }],
      ],
    ]),
    {
      locations: new Map([[warehouse, "sloc_1"]]),
      now: NOW,
      feed_read_at: null,
      window_ms: 0,
    }
  )
  return isUnchanged(look, listing, state)
}

describe("a listing is as the last look left it", () => {
  it("when all its numbers are, and it is in step", () => {
    expect(compare()).toBe(true)
  })

  it.each([
    ["more are for sale", { available: 8 }],
    ["fewer are for sale", { available: 6 }],
    ["more are committed", { committed: 3 }],
    ["fewer are committed", { committed: 1 }],
    ["an order came", { counted: new Map([["w", { net: 5, committed: 2 }]]) }],
    ["the shelf holds another number", { stocked: 11 }],
    ["the warehouse is another", { warehouse: "new" }],
    ["its rules are others", { rules: { ...RULES, buffer: 1 } }],
    ["it was paused since", { rules: { ...RULES, paused: true } }],
    ["it is not paused any more", { state: "paused" as const }],
    ["it was never looked at", { state: null }],
    ["its last write is to be seen", { state: "pushed" as const }],
    ["its last write's answer was lost", { state: "unresolved" as const }],
    ["it waits to be raised", { state: "held" as const }],
    ["it was not found before", { state: "not_found" as const }],
    ["a refusal is to be tried again", { state: "refused" as const }],
  ])("but not when %s", (_what, changes) => {
    expect(compare(changes)).toBe(false)
  })

  it.each(["refused", "locked"] as const)(
    "while it rests because the number was %s, whatever it should be",
    (state) => {
      expect(compare({ state, resting: true, stocked: 20 })).toBe(true)
    }
  )

  it("while it is paused, whatever it should be", () => {
    const rules = { ...RULES, paused: true }
    expect(compare({ state: "paused", rules, stocked: 20 })).toBe(true)
  })
})
