import fc from "fast-check"
import { isExpiring, nextCare, renewalDue } from "../renewal"

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

describe("nextCare", () => {
  const care = (expires_at: Date | null, refresh_expires_at: Date | null) =>
    nextCare({ expires_at, refresh_expires_at }, NOW)

  it("is the renewal, whether or not renewing ends", () => {
    expect(care(after(2), null)).toEqual(after(1))
    expect(care(after(2), after(100))).toEqual(after(1))
  })

  it("is never for a key that does not end", () => {
    expect(care(null, null)).toBeNull()
  })

  it("is tomorrow where only the sign-in ends", () => {
    expect(care(null, after(1000))).toEqual(after(24))
  })

  it("is a minute away for a token that has ended already", () => {
    expect(care(after(-1), null)).toEqual(after(1 / 60))
    expect(care(NOW, null)).toEqual(after(1 / 60))
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
