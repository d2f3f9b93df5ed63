import { defaultSettings } from "../../../domain/channels/settings-rules"
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
  cells: [{ warehouse_external_id: "w", seen: 10, quantity: 8 }],
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
