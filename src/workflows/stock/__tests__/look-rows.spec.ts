import { defaultSettings } from "../../../domain/channels/settings-rules"
import { lookAtListings } from "../../../domain/stock/look-at-listings"
import { StockFactRows } from "../../../modules/marketplace-channel/stock-rows"
import { aStockListing } from "../__fixtures__/stock-listing"
import { toLookRow } from "../look-rows"
import { toStockFacts } from "../stock-facts"

const WRITTEN_AT = new Date("2026-11-22T01:00:00Z")
const NOW = new Date("2026-11-22T01:00:02Z")

/** Ten were shown and two committed when eight were written; one of the two is not imported. */
const ROWS: StockFactRows = {
  listings: [
    aStockListing({
      cells: [
        {
          warehouse_external_id: "w",
          expected: 8,
          committed: 2,
          counted: 1,
          counted_committed: 1,
          unseen: [{ at: WRITTEN_AT, units: 1 }],
        },
      ],
      counted: [{ warehouse_external_id: "w", net: 1, committed: 1 }],
      last_push: {
        id: "mppush_1",
        sent_at: WRITTEN_AT,
        known_at: WRITTEN_AT,
        outcome: "accepted",
        confirmed: false,
        cells: [
          {
            warehouse_external_id: "w",
            seen: 10,
            committed: 2,
            quantity: 8,
          },
        ],
      },
    }),
  ],
  levels: [
    {
      inventory_item_id: "iitem_1",
      location_id: "sloc_1",
      stocked: 10,
      reserved: 1,
    },
  ],
  claims: [],
  holds: [],
}

/** Goods came in, and the number was raised from six to eight. */
const RAISED: StockFactRows = {
  ...ROWS,
  listings: ROWS.listings.map((listing) => ({
    ...listing,
    last_push: listing.last_push && {
      ...listing.last_push,
      cells: listing.last_push.cells.map((cell) => ({ ...cell, seen: 6 })),
    },
  })),
  levels: ROWS.levels.map((level) => ({ ...level, stocked: 12 })),
}

function look(
  written_stock: "for_sale" | "on_hand",
  reading: { available: number; committed: number },
  rows = ROWS
) {
  const facts = toStockFacts(rows, rows.listings, {
    channel: {
      id: "mpch_1",
      settings: defaultSettings(
        { deduct_stock_on: "succeeded", order_lookback_days: null },
        WRITTEN_AT
      ),
    },
    causes: new Map(),
    obstacle: null,
    written_stock,
    now: NOW,
  })
  const [found] = lookAtListings(
    facts,
    new Map([["mplist_1", [{ warehouse_external_id: "w", ...reading }]]]),
    {
      locations: new Map([["w", "sloc_1"]]),
      now: NOW,
      feed_read_at: NOW,
      window_ms: 30 * 60_000,
    }
  )
  return toLookRow(found, {
    facts,
    rows,
    causes: new Map(),
    batch_id: "mpbat_1",
    now: NOW,
  })
}

describe("the look after a write", () => {
  it("lowers at once what a collected parcel put on sale, and calls it nobody's edit", () => {
    const row = look("on_hand", { available: 9, committed: 1 })
    expect(row.push?.cells).toMatchObject([{ seen: 9, quantity: 8 }])
    expect(row.cells[0].cell?.unseen).toMatchObject([{ units: 1 }])
    expect(row.events).toEqual([])
  })

  it("takes such a unit for given back where only units for sale are written", () => {
    const row = look("for_sale", { available: 9, committed: 1 })
    expect(row.push).toBeNull()
    expect(row.events).toMatchObject([{ kind: "explained", units: 1 }])
  })

  it("waits while the number from before is shown", () => {
    const row = look("on_hand", { available: 10, committed: 2 })
    expect(row).toMatchObject({ state: "pushed", push: null })
  })

  it("raises again at once when all that it had added was sold", () => {
    const row = look("for_sale", { available: 6, committed: 4 }, RAISED)
    expect(row.push?.cells).toMatchObject([{ seen: 6, quantity: 8 }])
  })

  it("finds it in step", () => {
    const row = look("on_hand", { available: 8, committed: 2 })
    expect(row).toMatchObject({ state: "even", push: null, events: [] })
  })
})
