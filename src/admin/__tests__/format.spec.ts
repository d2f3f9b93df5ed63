import {
  formatDateTime,
  formatDuration,
  formatMoney,
  formatRelative,
} from "../lib/format"

describe("Vietnamese formatting", () => {
  it("writes đồng with points and without decimals", () => {
    expect(formatMoney(1234567, "vnd", "vi").replace(/\s/g, " ")).toBe(
      "1.234.567 ₫"
    )
  })

  it("keeps the decimals of currencies that have them", () => {
    expect(formatMoney(12.5, "usd", "en")).toContain("12.50")
  })

  it("writes times as the shop reads them", () => {
    expect(formatDateTime("2025-02-28T23:30:00Z")).toBe("01/03/2025 06:30")
    expect(formatDateTime(null)).toBe("")
    expect(formatDateTime("not a time")).toBe("")
  })

  it("tells how long ago, in both directions", () => {
    const now = new Date("2025-03-01T12:00:00Z")
    expect(formatRelative("2025-03-01T09:00:00Z", now, "vi")).toBe(
      "3 giờ trước"
    )
    expect(formatRelative("2025-03-03T12:00:00Z", now, "en")).toBe("in 2 days")
  })
})

describe("formatDuration", () => {
  const now = new Date("2026-11-22T10:00:00Z")

  it("counts in the largest unit that fits, past or to come", () => {
    expect(formatDuration("2026-11-22T13:59:00Z", now, "vi")).toBe("3 giờ")
    expect(formatDuration("2026-11-20T09:00:00Z", now, "en")).toBe("2 days")
    expect(formatDuration("2026-11-22T10:00:30Z", now, "en")).toBe("0 minutes")
  })
})
