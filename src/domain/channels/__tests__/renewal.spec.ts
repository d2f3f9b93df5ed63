import fc from "fast-check"
import { isExpiring, renewalDue } from "../renewal"

const NOW = new Date("2026-01-05T03:00:00Z")
const HOUR = 3_600_000
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

describe("renewalDue", () => {
  it("is a day before a long-lived token ends", () => {
    expect(renewalDue(after(7 * 24), NOW)).toEqual(after(6 * 24))
  })

  it("is half of a short life before it ends", () => {
    expect(renewalDue(after(2), NOW)).toEqual(after(1))
  })

  it("is never for a token without an end", () => {
    expect(renewalDue(null, NOW)).toBeNull()
  })

  it("lies between now and the end; a token that has ended is due at its end", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (hours) => {
        const end = after(hours)
        const due = renewalDue(end, NOW)
        expect(due?.getTime()).toBeLessThanOrEqual(end.getTime())
        expect(due?.getTime()).toBeGreaterThanOrEqual(
          Math.min(NOW.getTime(), end.getTime())
        )
      })
    )
  })
})

describe("isExpiring", () => {
  it("begins a week before a person has to sign in", () => {
    expect(isExpiring(after(7 * 24), NOW)).toBe(false)
    expect(isExpiring(after(7 * 24 - 1), NOW)).toBe(true)
    expect(isExpiring(after(-1), NOW)).toBe(true)
  })

  it("never holds where nobody has to", () => {
    expect(isExpiring(null, NOW)).toBe(false)
  })
})
