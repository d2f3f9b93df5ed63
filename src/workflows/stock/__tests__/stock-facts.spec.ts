import { defaultSettings } from "../../../domain/channels/settings-rules"
import { lookAtListings } from "../../../domain/stock/look-at-listings"
import {
  LastStockPush,
  StockListingRow,
} from "../../../modules/marketplace-channel/stock-rows"
import { aStockListing } from "../__fixtures__/stock-listing"
import { toStockFacts } from "../stock-facts"

const NOW = new Date("2026-11-22T01:00:00Z")
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)

const PUSH: LastStockPush = {
  id: "mppush_1",
  sent_at: before(25),
  known_at: before(5),
  outcome: "unknown",
  confirmed: false,
  cells: [{ warehouse_external_id: "w", seen: 10, committed: 0, quantity: 8 }],
}

function factsOf(row: StockListingRow) {
  const { listings } = toStockFacts(
    { listings: [row], levels: [], claims: [], holds: [] },
    [row],
    {
      channel: {
        id: "mpch_1",
        settings: defaultSettings(
          { deduct_stock_on: "succeeded", order_lookback_days: null },
          NOW
        ),
      },
      causes: new Map(),
      obstacle: null,
      written_stock: "for_sale",
      now: NOW,
    }
  )
  return listings[0]
}

describe("a write whose answer is lost", () => {
  it("keeps the number from being raised from when that was known, however long the call took", () => {
    expect(factsOf(aStockListing({ last_push: PUSH })).obstacle).toBe(
      "unresolved_push"
    )
  })

  it("does so for ten seconds", () => {
    const row = aStockListing({ last_push: { ...PUSH, known_at: before(10) } })
    expect(factsOf(row).obstacle).toBeNull()
  })
})

describe("a number that was refused", () => {
  const refused = (outcome: "refused" | "locked", quantity: number) =>
    aStockListing({
      failures: 1,
      last_push: {
        ...PUSH,
        outcome,
        cells: [
          { warehouse_external_id: "w", seen: 5, committed: 0, quantity },
        ],
      },
    })
  /** Five are shown. */
  const decide = (row: StockListingRow, stocked: number) => {
    const [look] = lookAtListings(
      {
        listings: [factsOf(row)],
        levels: [
          {
            inventory_item_id: "iitem_1",
            location_id: "sloc_1",
            stocked,
            reserved: 0,
          },
        ],
        claims: [],
      },
      new Map([
        [
          row.id,
          [{ warehouse_external_id: "w", available: 5, committed: null }],
        ],
      ]),
      {
        locations: new Map([["w", "sloc_1"]]),
        now: NOW,
        feed_read_at: NOW,
        window_ms: 1,
      }
    )
    return look.decision
  }

  it("is not repeated while it rests, nor is another raise tried", () => {
    expect(decide(refused("refused", 10), 10)).toEqual({ kind: "nothing" })
    expect(decide(refused("refused", 10), 12)).toEqual({ kind: "nothing" })
    expect(decide(refused("refused", 3), 3)).toEqual({ kind: "nothing" })
  })

  it("keeps nothing on sale that is gone: fewer units are written at once", () => {
    expect(decide(refused("refused", 10), 0)).toMatchObject({
      kind: "push",
      targets: [{ quantity: 0 }],
    })
    expect(decide(refused("refused", 3), 2)).toMatchObject({
      kind: "push",
      targets: [{ quantity: 2 }],
    })
  })

  it("is left alone while a campaign holds it", () => {
    expect(decide(refused("locked", 10), 0)).toEqual({ kind: "nothing" })
  })
})
