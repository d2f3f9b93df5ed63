import {
  fromLocalInput,
  isDayRange,
  presetOf,
  presetRange,
  rangeMoments,
  settlementMoments,
  toLocalInput,
} from "../lib/date-range"

/** 06:30 on the 1st of March in Vietnam, still February elsewhere. */
const NOW = new Date("2025-02-28T23:30:00Z")

describe("days of the shop", () => {
  it("begin at midnight in Vietnam", () => {
    expect(presetRange("today", NOW)).toEqual({
      from: "2025-03-01",
      to: "2025-03-01",
    })
    expect(presetRange("yesterday", NOW)).toEqual({
      from: "2025-02-28",
      to: "2025-02-28",
    })
  })

  it("count today among the seven and thirty days", () => {
    expect(presetRange("last_7_days", NOW).from).toBe("2025-02-23")
    expect(presetRange("last_30_days", NOW).from).toBe("2025-01-31")
  })

  it("are recognised as the preset they came from", () => {
    expect(presetOf(presetRange("yesterday", NOW), NOW)).toBe("yesterday")
    expect(presetOf({ from: "2025-01-01", to: "2025-03-01" }, NOW)).toBeNull()
  })

  it("become moments with offset, the end excluded", () => {
    expect(rangeMoments({ from: "2025-02-27", to: "2025-02-28" })).toEqual({
      from: "2025-02-27T00:00:00+07:00",
      to: "2025-03-01T00:00:00+07:00",
    })
    expect(rangeMoments({ from: "", to: "" })).toEqual({})
  })

  it("are whole days of UTC where marketplaces settle", () => {
    expect(settlementMoments({ from: "2025-02-27", to: "2025-02-28" })).toEqual(
      { from: "2025-02-27T00:00:00.000Z", to: "2025-03-01T00:00:00.000Z" }
    )
    expect(settlementMoments({ from: "", to: "" })).toEqual({})
  })

  it("are refused in the wrong order only", () => {
    expect(isDayRange({ from: "2025-03-02", to: "2025-03-01" })).toBe(false)
    expect(isDayRange({ from: "2025-03-01", to: "2025-03-01" })).toBe(true)
    expect(isDayRange({ from: "2025-03-01", to: "" })).toBe(true)
  })
})

describe("a moment in a form field", () => {
  it("is shown in the shop's time and comes back unchanged", () => {
    const shown = toLocalInput("2025-02-28T23:30:00.000Z")
    expect(shown).toBe("2025-03-01T06:30")
    expect(fromLocalInput(shown)).toBe("2025-02-28T23:30:00.000Z")
    expect(fromLocalInput("")).toBeNull()
  })
})
