import { downloadRange, isOutOfWindow } from "../download-range"

const NOW = new Date("2025-10-31T12:00:00Z")
const DAY = 24 * 3_600_000
const ago = (days: number) => new Date(NOW.getTime() - days * DAY)

const range = (from: Date | null, to: Date | null, days: number | null) =>
  downloadRange({ from, to, now: NOW, lookback_days: days })

describe("downloadRange", () => {
  it("takes the last 24 hours by default", () => {
    const expected = {
      kind: "range",
      from: ago(1),
      to: NOW,
      out_of_window: null,
    }
    expect(range(null, null, null)).toEqual(expected)
    expect(downloadRange({ now: NOW, lookback_days: 30 })).toEqual(expected)
  })

  it("counts the 24 hours back from a given end", () => {
    expect(range(null, ago(3), null)).toMatchObject({
      from: ago(4),
      to: ago(3),
    })
  })

  it("ends now when asked for the rest of the day", () => {
    expect(range(ago(1), ago(-1), null)).toMatchObject({ to: NOW })
  })

  it.each([
    ["from after to", ago(1), ago(2), "from", "after_to"],
    ["from in the future", ago(-1), ago(-2), "from", "in_future"],
    ["no date", new Date("x"), null, "from", "not_a_date"],
    ["no end date", null, new Date("x"), "to", "not_a_date"],
  ])("refuses %s", (_, from, to, field, reason) => {
    expect(range(from, to, null)).toEqual({ kind: "invalid", field, reason })
  })

  it("is cut to the look-back, and says so", () => {
    expect(range(ago(45), NOW, 30)).toEqual({
      kind: "range",
      from: ago(30),
      to: NOW,
      out_of_window: { requested_from: ago(45), days: 30 },
    })
    expect(range(ago(30), NOW, 30)).toMatchObject({ out_of_window: null })
    expect(range(ago(45), NOW, null)).toMatchObject({ from: ago(45) })
  })

  it("has nothing left when all of it lies too far back", () => {
    expect(range(ago(60), ago(45), 30)).toEqual({
      kind: "out_of_window",
      days: 30,
    })
  })
})

describe("isOutOfWindow", () => {
  it.each([
    [31, 30, true],
    [30, 30, false],
    [400, null, false],
  ])("changed %d days ago, looking back %p: %p", (days, lookback, out) => {
    expect(isOutOfWindow(ago(days), NOW, lookback)).toBe(out)
  })
})
