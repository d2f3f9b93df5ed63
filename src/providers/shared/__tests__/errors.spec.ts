import { MarketplaceErrorKind } from "../../../domain/provider/marketplace-error"
import { CallEffect, errorOfSilence, mayRepeat } from "../errors"

describe("errorOfSilence", () => {
  it.each<[CallEffect, string, MarketplaceErrorKind]>([
    ["read", "timeout", "unavailable"],
    ["read", "ECONNRESET", "unavailable"],
    ["write", "timeout", "outcome_unknown"],
    ["write", "ECONNRESET", "outcome_unknown"],
    ["write", "ECONNREFUSED", "unavailable"],
    ["write", "ENOTFOUND", "unavailable"],
  ])("a %s with %s is %s", (effect, cause, kind) => {
    expect(errorOfSilence("Sàn", effect, cause).kind).toBe(kind)
  })
})

describe("mayRepeat", () => {
  it("leaves errors of others alone", () => {
    expect(mayRepeat(new TypeError("a defect"))).toBe(false)
  })
})
