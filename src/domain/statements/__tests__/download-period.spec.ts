import fc from "fast-check"
import {
  dailyPeriod,
  downloadPeriod,
  lookedUntil,
  nextDailyLook,
  payoutPeriod,
} from "../download-period"

const NOW = new Date("2026-03-20T03:00:00Z")
const at = (text: string) => new Date(text)
const moments = fc.date({
  min: at("2024-01-01T00:00:00Z"),
  max: at("2027-01-01T00:00:00Z"),
  noInvalidDate: true,
})

describe("downloadPeriod", () => {
  it("reads the thirty days before now where nobody says otherwise", () => {
    expect(downloadPeriod({ from: null, to: null, now: NOW })).toEqual({
      ok: true,
      from: at("2026-02-18T03:00:00Z"),
      to: NOW,
    })
  })

  it("ends now where the period goes on", () => {
    const from = at("2026-03-01T00:00:00Z")
    expect(
      downloadPeriod({ from, to: at("2026-05-01T00:00:00Z"), now: NOW })
    ).toEqual({ ok: true, from, to: NOW })
  })

  it.each([
    ["in_future", "2026-03-21", "2026-03-22"],
    ["empty", "2026-03-10", "2026-03-10"],
    ["empty", "2026-03-10", "2026-03-09"],
    ["too_long", "2025-03-01", "2026-03-10"],
  ])("says %s of %s to %s", (problem, from, to) => {
    expect(downloadPeriod({ from: at(from), to: at(to), now: NOW })).toEqual({
      ok: false,
      problem,
    })
  })

  it("takes 366 days and not a moment more", () => {
    const to = at("2026-03-10T00:00:00Z")
    const from = at("2025-03-09T00:00:00Z")
    expect(downloadPeriod({ from, to, now: NOW }).ok).toBe(true)
    const earlier = new Date(from.getTime() - 1)
    expect(downloadPeriod({ from: earlier, to, now: NOW }).ok).toBe(false)
  })
})

describe("dailyPeriod", () => {
  it("reads a month at first, and two weeks behind the last look after that", () => {
    expect(dailyPeriod(null, NOW).from).toEqual(at("2026-02-18T03:00:00Z"))
    expect(dailyPeriod(at("2026-03-19T01:00:00Z"), NOW)).toEqual({
      from: at("2026-03-05T01:00:00Z"),
      to: NOW,
    })
  })

  it("leaves no moment out between two looks", () => {
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        const [before, now] = one < other ? [one, other] : [other, one]
        expect(dailyPeriod(before, now).from.getTime()).toBeLessThanOrEqual(
          before.getTime()
        )
      })
    )
  })
})

describe("lookedUntil", () => {
  it("is now where everything was understood", () => {
    expect(lookedUntil(NOW, [])).toEqual(NOW)
    expect(lookedUntil(NOW, [at("2026-03-19T00:00:00Z")])).toEqual(NOW)
  })

  it("keeps every statement that was not understood inside the next look", () => {
    fc.assert(
      fc.property(
        moments,
        moments,
        fc.array(moments, { maxLength: 4 }),
        (one, other, unreadable) => {
          const [now, next] = one < other ? [one, other] : [other, one]
          const cursor = lookedUntil(now, unreadable)
          const { from } = dailyPeriod(cursor, next)
          for (const day of unreadable) {
            expect(from.getTime()).toBeLessThanOrEqual(day.getTime())
          }
        }
      )
    )
  })
})

describe("nextDailyLook", () => {
  it.each([
    ["2026-03-20T00:59:59Z", "2026-03-20T01:00:00Z"],
    ["2026-03-20T01:00:00Z", "2026-03-21T01:00:00Z"],
    ["2026-03-20T23:30:00Z", "2026-03-21T01:00:00Z"],
  ])("after %s is %s", (now, next) => {
    expect(nextDailyLook(at(now))).toEqual(at(next))
  })

  it("comes within a day, once", () => {
    fc.assert(
      fc.property(moments, (now) => {
        const wait = nextDailyLook(now).getTime() - now.getTime()
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(86_400_000)
      })
    )
  })
})

describe("payoutPeriod", () => {
  it("goes on for two weeks, and not beyond now", () => {
    const from = at("2026-02-01T00:00:00Z")
    expect(payoutPeriod({ from, to: at("2026-02-08T00:00:00Z") }, NOW)).toEqual(
      { from, to: at("2026-02-22T00:00:00Z") }
    )
    expect(
      payoutPeriod({ from, to: at("2026-03-15T00:00:00Z") }, NOW).to
    ).toEqual(NOW)
  })
})
