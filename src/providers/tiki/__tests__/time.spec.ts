import fc from "fast-check"
import { formatLocalTime, parseLocalTime } from "../mappers/time"

describe("Tiki's times", () => {
  it.each([
    ["2025-06-11 08:30:12", "2025-06-11T01:30:12Z"],
    ["2025-06-11 00:00:00", "2025-06-10T17:00:00Z"],
    ["2025-06-11 06:59:59", "2025-06-10T23:59:59Z"],
    ["2025-06-11 07:00:00", "2025-06-11T00:00:00Z"],
    ["2025-01-01 00:00:00", "2024-12-31T17:00:00Z"],
    ["2024-02-29 23:59:59", "2024-02-29T16:59:59Z"],
    // The hours that clocks elsewhere skip or repeat.
    ["2025-03-30 02:30:00", "2025-03-29T19:30:00Z"],
    ["2025-10-26 02:30:00", "2025-10-25T19:30:00Z"],
    ["2025-06-11T08:30:12+07:00", "2025-06-11T01:30:12Z"],
    ["2025-06-11T01:30:12Z", "2025-06-11T01:30:12Z"],
  ])("%s is %s", (text, utc) => {
    expect(parseLocalTime(text)).toEqual(new Date(utc))
  })

  it("are written as they are read, whatever the second", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800 }).map((s) => s * 1000),
        (moment) => {
          const text = formatLocalTime(new Date(moment))
          expect(text).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
          expect(Number(parseLocalTime(text))).toBe(moment)
        }
      )
    )
  })

  it("are never rounded up", () => {
    expect(formatLocalTime(new Date("2025-06-10T16:59:59.999Z"))).toBe(
      "2025-06-10 23:59:59"
    )
  })

  it("say none with zeros", () => {
    expect(parseLocalTime("0000-00-00 00:00:00")).toBeNull()
  })

  it.each([
    "",
    "yesterday",
    "2025-06-11",
    "2025-13-01 00:00:00",
    "2025-02-30 00:00:00",
    "2025-06-11 25:00:00",
    "2025-06-11 08:30",
    "11-06-2025 08:30:12",
    "1749605800123",
    " 2025-06-11 08:30:12",
  ])("refuse %p", (text) => {
    expect(() => parseLocalTime(text)).toThrow(RangeError)
  })
})
