import { claimedUnits, unseenUnits } from "../stock-cell"

const at = new Date("2026-03-02T03:00:00Z")

describe("units that a marketplace sold and no order stands for", () => {
  it("are those remembered, or those it holds beyond the orders', whichever is more", () => {
    const unseen = [
      { at, units: 2 },
      { at, units: 1 },
    ]
    expect(unseenUnits({ unseen, committed: 7 }, { committed: 5 })).toBe(3)
    expect(unseenUnits({ unseen, committed: 9 }, { committed: 5 })).toBe(4)
    expect(unseenUnits({ unseen, committed: null }, { committed: 5 })).toBe(3)
    expect(unseenUnits({ unseen: [], committed: 4 }, { committed: 5 })).toBe(0)
  })

  it("are for others one more for each cancellation that was told since the look", () => {
    const cell = { unseen: [{ at, units: 6 }], committed: 17, counted: 17 }
    expect(claimedUnits(cell, { net: 16, committed: 11 })).toBe(7)
    expect(claimedUnits(cell, { net: 17, committed: 11 })).toBe(6)
    // A sale that was told since is not free any more: it may be counted twice until the next look.
    expect(claimedUnits(cell, { net: 18, committed: 12 })).toBe(6)
  })
})
