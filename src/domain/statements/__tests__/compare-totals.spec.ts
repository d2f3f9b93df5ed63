import { sameTotals, totalsNotices } from "../compare-totals"

const SUMS = { revenue: 100, fees: -20, adjustment: 5, net: 85 }

describe("totalsNotices", () => {
  it("is silent where the lines make what is stated", () => {
    expect(totalsNotices(SUMS, SUMS)).toEqual([])
  })

  it("says nothing of what nobody states", () => {
    expect(totalsNotices(SUMS, { net: 85 })).toEqual([])
    expect(totalsNotices(SUMS, {})).toEqual([])
  })

  it("names each part that differs, and by how much", () => {
    expect(totalsNotices(SUMS, { ...SUMS, fees: -25, net: 80 })).toEqual([
      {
        code: "totals_differ",
        params: { part: "fees", stated: -25, lines: -20, difference: 5 },
      },
      {
        code: "totals_differ",
        params: { part: "net", stated: 80, lines: 85, difference: 5 },
      },
    ])
  })
})

describe("sameTotals", () => {
  it("compares every part", () => {
    expect(sameTotals(SUMS, { ...SUMS })).toBe(true)
    expect(sameTotals(SUMS, { ...SUMS, adjustment: 6 })).toBe(false)
    expect(sameTotals(null, SUMS)).toBe(false)
  })
})
