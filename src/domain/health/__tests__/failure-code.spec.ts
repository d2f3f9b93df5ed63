import { MarketplaceError } from "../../provider/marketplace-error"
import { failureCode, storageTrouble } from "../failure-code"

describe("why work failed", () => {
  it("is what the marketplace said, as closely as it said it", () => {
    const kind = "authorization_refused"
    const message = "no"
    expect(failureCode(new MarketplaceError({ kind, message }))).toBe(kind)
    expect(
      failureCode(
        new MarketplaceError({ kind, message, trouble: "scope_missing" })
      )
    ).toBe("scope_missing")
  })

  it.each([
    ["53100", "disk_full"],
    ["ENOSPC", "disk_full"],
    ["53300", "database_refuses"],
    ["25006", "database_refuses"],
    ["57P01", "database_refuses"],
    ["08006", "database_refuses"],
    ["ECONNREFUSED", null],
    ["ECONNRESET", null],
    ["23505", null],
    ["22P02", null],
  ])("is told by the database's code %s, however deep: %s", (code, trouble) => {
    const error = Object.assign(new Error("refused"), { code })
    expect(storageTrouble(error)).toBe(trouble)
    const wrapped = new Error("wrapped", { cause: { previous: error } })
    expect(storageTrouble(wrapped)).toBe(trouble)
    expect(failureCode(wrapped)).toBe(trouble ?? "failed")
  })

  it("is not looked for in a marketplace's own code", () => {
    const error = new MarketplaceError({
      kind: "rejected",
      message: "no",
      code: "53100",
    })
    expect(storageTrouble(error)).toBeNull()
  })
})
