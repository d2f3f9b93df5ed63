import { observeCell } from "../observe-cell"
import { afterPush } from "../push-outcome"
import { CountedUnits, NEW_CELL, StockCell, unseenUnits } from "../stock-cell"

const WINDOW_MS = 30 * 60_000
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 1, minute))
const options = (minute: number) => ({
  now: at(minute),
  feed_read_at: at(minute),
  window_ms: WINDOW_MS,
})
const none: CountedUnits = { net: 0, committed: 0 }

/** A cell that was looked at once, with ten units for sale. */
const ten: StockCell = { expected: 10, committed: 0, counted: 0, unseen: [] }

describe("a look at a marketplace's counters", () => {
  it("remembers what was sold and not imported yet, through later restocks", () => {
    const sold = observeCell(
      ten,
      { available: 6, committed: 4 },
      none,
      options(0)
    )
    expect(sold).toMatchObject({ sold: 4, difference: -4 })
    expect(unseenUnits(sold.cell, none)).toBe(4)
    const written = afterPush(sold.cell, 7, "accepted")
    const later = observeCell(
      written,
      { available: 7, committed: 4 },
      none,
      options(1)
    )
    expect(unseenUnits(later.cell, none)).toBe(4)
  })

  it("forgets units as soon as the feed has explained them, the oldest first", () => {
    const cell: StockCell = {
      expected: 6,
      committed: 4,
      counted: 0,
      unseen: [
        { at: at(0), units: 3 },
        { at: at(5), units: 1 },
      ],
    }
    const { cell: after, explained } = observeCell(
      cell,
      { available: 6, committed: 4 },
      { net: 2, committed: 2 },
      options(6)
    )
    expect(explained).toBe(2)
    expect(after.unseen).toEqual([
      { at: at(0), units: 1 },
      { at: at(5), units: 1 },
    ])
  })

  it("gives up what the feed never told within the window, unless it is still committed", () => {
    const cell: StockCell = { ...ten, unseen: [{ at: at(0), units: 2 }] }
    const late = { available: 10, committed: 0 }
    expect(observeCell(cell, late, none, options(30)).expired).toBe(0)
    const after = observeCell(cell, late, none, options(31))
    expect(after.expired).toBe(2)
    expect(unseenUnits(after.cell, none)).toBe(0)
    const held = { ...after.cell, committed: 2 }
    expect(unseenUnits(held, none)).toBe(2)
  })

  it("gives up nothing while the feed cannot be read", () => {
    const cell: StockCell = { ...ten, unseen: [{ at: at(0), units: 2 }] }
    const same = { available: 10, committed: 0 }
    for (const feed_read_at of [null, at(20)]) {
      expect(
        observeCell(cell, same, none, { ...options(59), feed_read_at }).expired
      ).toBe(0)
    }
  })

  it("lets a new sale take a new place when an old one is explained beside it", () => {
    const cell: StockCell = { ...ten, unseen: [{ at: at(0), units: 1 }] }
    const { cell: after } = observeCell(
      cell,
      { available: 9, committed: 1 },
      { net: 1, committed: 1 },
      options(40)
    )
    expect(after.unseen).toEqual([{ at: at(40), units: 1 }])
  })

  it("takes what is committed and not imported as unseen at the first look", () => {
    const { cell, sold } = observeCell(
      NEW_CELL,
      { available: 5, committed: 3 },
      { net: 40, committed: 1 },
      options(0)
    )
    expect(sold).toBe(0)
    expect(unseenUnits(cell, { committed: 1 })).toBe(2)
  })

  it("keeps what the first look found committed when its parcels leave before its orders are read", () => {
    const { cell } = observeCell(
      NEW_CELL,
      { available: 5, committed: 3 },
      none,
      options(0)
    )
    const later = observeCell(
      cell,
      { available: 5, committed: 1 },
      none,
      options(1)
    )
    expect(unseenUnits(later.cell, none)).toBe(3)
  })

  it("takes no sale for as old as the cancelled one in whose place it came", () => {
    const cell: StockCell = {
      expected: 9,
      committed: 1,
      counted: 0,
      unseen: [{ at: at(0), units: 1 }],
    }
    const place_taken = observeCell(
      cell,
      { available: 9, committed: 1 },
      none,
      options(40)
    )
    expect(place_taken.expired).toBe(0)
    const collected = observeCell(
      place_taken.cell,
      { available: 9, committed: 0 },
      none,
      options(41)
    )
    expect(unseenUnits(collected.cell, none)).toBe(1)
    expect(
      observeCell(
        collected.cell,
        { available: 9, committed: 0 },
        none,
        options(71)
      ).expired
    ).toBe(1)
  })

  it("sees a sale behind a write by the committed units", () => {
    const written = afterPush(ten, 8, "accepted")
    const { sold } = observeCell(
      written,
      { available: 8, committed: 1 },
      none,
      options(1)
    )
    expect(sold).toBe(1)
  })

  it("tells a raise that somebody else made by its difference, and counts it as no sale", () => {
    expect(
      observeCell(ten, { available: 15, committed: 0 }, none, options(1))
    ).toMatchObject({ difference: 5, sold: 0 })
  })

  it.each([
    ["was cancelled, as far as is on sale again", 3, 0],
    ["may have been collected, where more is on sale than that", 165, 3],
  ])("of what is committed no longer, %s", (_, available, unseen) => {
    const sold: StockCell = {
      expected: 0,
      committed: 3,
      counted: 0,
      unseen: [{ at: at(0), units: 3 }],
    }
    const { cell, difference } = observeCell(
      sold,
      { available, committed: 0 },
      none,
      options(1)
    )
    expect(difference).toBe(available)
    expect(unseenUnits(cell, none)).toBe(unseen)
  })
})

describe("a write", () => {
  it("is expected on the shelf when it was accepted", () => {
    expect(afterPush(ten, 4, "accepted").expected).toBe(4)
  })

  it.each([
    [4, 10],
    [12, 12],
  ])("of %p whose answer was lost may show %p", (quantity, expected) => {
    expect(afterPush(ten, quantity, "unknown").expected).toBe(expected)
  })

  it.each(["refused", "locked", "postponed"] as const)(
    "that was %s changed nothing",
    (outcome) => {
      expect(afterPush(ten, 4, outcome)).toEqual(ten)
    }
  )

  it("takes no unit for given back that a write of what lies there has put on sale", () => {
    const cell: StockCell = {
      expected: 8,
      committed: 2,
      counted: 1,
      unseen: [{ at: at(0), units: 1 }],
    }
    // A parcel was collected before the write: its unit shows as one for sale.
    const shown = { available: 9, committed: 1 }
    const counted = { net: 1, committed: 1 }
    const look = observeCell(cell, shown, counted, {
      ...options(1),
      parcels_may_show: true,
    })
    expect(look).toMatchObject({ sold: 0, explained: 0, difference: 1 })
    expect(unseenUnits(look.cell, counted)).toBe(1)
    // A unit that comes back later is one.
    const later = observeCell(
      look.cell,
      { available: 10, committed: 0 },
      counted,
      options(2)
    )
    expect(later.explained).toBe(1)
  })
})

describe("a raise that was accepted and is not shown", () => {
  /** Four were shown and two committed when ten were written; one is sold unseen. */
  const raised: StockCell = {
    expected: 10,
    committed: 2,
    counted: 1,
    unseen: [{ at: at(0), units: 1 }],
  }
  const counted: CountedUnits = { net: 1, committed: 1 }
  const look = (
    reading: { available: number; committed: number | null },
    awaited: boolean,
    orders = counted
  ) =>
    observeCell(raised, reading, orders, {
      ...options(1),
      unshown_raise: { from: 4, awaited },
    })

  it("is no sale while it may still come, and is expected to", () => {
    const { cell, sold, difference } = look(
      { available: 4, committed: 2 },
      true
    )
    expect([sold, difference, cell.expected]).toEqual([0, 0, 10])
    expect(cell.unseen).toEqual(raised.unseen)
  })

  it("is no sale afterwards either, and is not expected any more", () => {
    const { cell, sold } = look({ available: 4, committed: 2 }, false)
    expect([sold, cell.expected]).toEqual([0, 4])
  })

  it("is taken for shown as soon as anything tells of a sale", () => {
    expect(look({ available: 4, committed: 8 }, true).sold).toBe(6)
    expect(look({ available: 3, committed: 3 }, true).sold).toBe(7)
    const told = look({ available: 4, committed: 2 }, true, {
      net: 7,
      committed: 7,
    })
    expect([told.sold, told.explained]).toEqual([1, 1])
    expect(look({ available: 4, committed: null }, true).sold).toBe(6)
  })
})
