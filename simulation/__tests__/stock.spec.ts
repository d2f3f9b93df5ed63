import { compare, Row } from "../stock/report"
import {
  ALL_FAULTS,
  HALF_EACH_ANSWERED,
  LATE_FEED,
  Scenario,
  WITH_BUFFER,
} from "../stock/scenario"
import { simulate } from "../stock/simulate"

const SEEDS = [1, 2, 3]

function rowsOf(scenario: Scenario): { ours: Row; absolute: Row } {
  const rows = compare([scenario], SEEDS)
  const find = (policy: Row["policy"]) => {
    const row = rows.find((one) => one.policy === policy)
    if (!row) {
      throw new RangeError(`no row of ${policy}`)
    }
    return row
  }
  return { ours: find("ours"), absolute: find("absolute") }
}

describe("a flash sale on two marketplaces and a storefront", () => {
  it("with a late feed sells nearly all, and never offers what a number showed as sold", () => {
    const { ours, absolute } = rowsOf(LATE_FEED)
    expect(ours.broken).toBe(0)
    expect(absolute.broken).toBeGreaterThan(0)
    expect(ours.sold_percent).toBeGreaterThanOrEqual(95)
  })

  it("with all faults oversells at most a hundredth of an absolute push and sells most", () => {
    const { ours, absolute } = rowsOf(ALL_FAULTS)
    expect(ours.broken).toBe(0)
    expect(absolute.oversold).toBeGreaterThan(100)
    expect(ours.oversold).toBeLessThanOrEqual(absolute.oversold / 100)
    expect(ours.sold_percent).toBeGreaterThanOrEqual(90)
  })

  it("with a buffer that covers the peak oversells nothing", () => {
    const { ours } = rowsOf(WITH_BUFFER)
    expect(ours).toMatchObject({ broken: 0, oversold: 0 })
  })

  it("with shares that sum to one oversells nothing while marketplaces answer", () => {
    const { ours } = rowsOf(HALF_EACH_ANSWERED)
    expect(ours).toMatchObject({ broken: 0, oversold: 0 })
  })

  it.each([
    [
      "a cancellation that is told long after the marketplace gave its unit back",
      { ...WITH_BUFFER, minutes: 720, orders: 1_071, restocks: 12 },
      1.008,
    ],
  ])("never offers what was sold after %s", (_, scenario, seed) => {
    expect(simulate(scenario, "ours", seed).broken).toBe(0)
  })

  it("is the same history for the same seed", () => {
    expect(simulate(ALL_FAULTS, "ours", 7)).toEqual(
      simulate(ALL_FAULTS, "ours", 7)
    )
  })
})
