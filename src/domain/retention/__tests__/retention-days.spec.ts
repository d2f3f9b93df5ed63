import fc from "fast-check"
import {
  DEFAULT_RETENTION_DAYS,
  keptSince,
  readRetentionDays,
  RETENTION_TERMS,
} from "../retention-days"

const NOW = new Date("2026-03-01T00:00:00Z")

describe("for how long things are kept", () => {
  it("is the default where nothing is said", () => {
    expect(readRetentionDays({})).toEqual(DEFAULT_RETENTION_DAYS)
    expect(readRetentionDays({ runDays: undefined })).toEqual(
      DEFAULT_RETENTION_DAYS
    )
  })

  it("is what the shop said, each by itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RETENTION_TERMS),
        fc.integer({ min: 30, max: 36_500 }),
        (term, days) => {
          expect(readRetentionDays({ [term]: days })).toEqual({
            ...DEFAULT_RETENTION_DAYS,
            [term]: days,
          })
        }
      )
    )
  })

  it.each([0, -1, NaN, Infinity, 40_000])("refuses %s by name", (days) => {
    for (const term of RETENTION_TERMS) {
      expect(() => readRetentionDays({ [term]: days })).toThrow(`"${term}"`)
    }
  })

  it("keeps messages for as long as they are repeated, copies for a month of returns", () => {
    expect(() => readRetentionDays({ webhookDays: 2 })).toThrow("webhookDays")
    expect(() => readRetentionDays({ orderCopyDays: 29 })).toThrow(
      "orderCopyDays"
    )
  })

  it("reaches back from now", () => {
    expect(keptSince(1.5, NOW)).toEqual(new Date("2026-02-27T12:00:00Z"))
  })
})
