import {
  StockFactRows,
  StockLookRow,
} from "../../../modules/marketplace-channel/stock-rows"
import { aStockListing } from "../__fixtures__/stock-listing"
import { itemsLockedOtherwise, itemsSoldOtherwise } from "../news-for-others"

const NOW = new Date("2026-11-22T01:00:00Z")
const PLACE = { warehouse_external_id: "w", stock_location_id: "sloc_1" }

/** Of a listing that sold `unseen`, with `committed` on the marketplace and `counted` of orders. */
type Sales = { unseen: number; committed: number; counted: number }

const entries = (units: number) => (units ? [{ at: NOW, units }] : [])

const rowsOf = (before: Sales | null, is_locked = false): StockFactRows => ({
  listings: [
    aStockListing({
      is_locked,
      cells: before
        ? [
            {
              warehouse_external_id: "w",
              expected: 5,
              committed: before.committed,
              counted: 0,
              counted_committed: before.counted,
              unseen: entries(before.unseen),
            },
          ]
        : [],
    }),
  ],
  levels: [],
  claims: [],
  holds: [],
})

const look = (after: Sales): StockLookRow => ({
  listing_id: "mplist_1",
  external_sku_id: "11",
  state: "even",
  reason: null,
  failures: 0,
  behind: false,
  since: NOW,
  cells: [
    {
      ...PLACE,
      available: 5,
      committed: after.committed,
      cell: {
        expected: 5,
        committed: after.committed,
        counted: 0,
        unseen: entries(after.unseen),
      },
      counted_committed: after.counted,
      wanted: null,
    },
  ],
  events: [],
  push: null,
})

describe("what others are told of a look", () => {
  const told = (before: Sales | null, after: Sales) =>
    itemsSoldOtherwise(rowsOf(before), [look(after)])

  it("is that units are sold unseen, or are not any more", () => {
    const none = { unseen: 0, committed: 0, counted: 0 }
    expect(told(none, { ...none, unseen: 2 })).toEqual(["iitem_1"])
    expect(told({ ...none, unseen: 2 }, none)).toEqual(["iitem_1"])
    expect(told(null, { ...none, committed: 2 })).toEqual(["iitem_1"])
  })

  it("is that orders were read which only committed units had told of", () => {
    const sold = { unseen: 0, committed: 3, counted: 0 }
    expect(told(sold, { ...sold, counted: 3 })).toEqual(["iitem_1"])
  })

  it("is nothing when as many are as before, whatever was collected", () => {
    const sold = { unseen: 0, committed: 3, counted: 3 }
    expect(told(sold, { ...sold, committed: 0, counted: 0 })).toEqual([])
    expect(told(null, { unseen: 0, committed: 0, counted: 0 })).toEqual([])
  })
})

describe("what others are told of a campaign", () => {
  const told = (is_locked: boolean, state: "locked" | "held" | "pushed") =>
    itemsLockedOtherwise(
      rowsOf(null, is_locked),
      new Map([["mplist_1", { state, failures: 0 }]])
    )

  it("is that it holds the number, or let it go", () => {
    expect(told(false, "locked")).toEqual(["iitem_1"])
    expect(told(true, "pushed")).toEqual(["iitem_1"])
  })

  it("is nothing while that stays, or is not known", () => {
    expect(told(true, "locked")).toEqual([])
    expect(told(true, "held")).toEqual([])
    expect(told(false, "pushed")).toEqual([])
  })
})
