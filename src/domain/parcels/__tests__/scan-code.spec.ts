import fc from "fast-check"
import { itemKey, itemKeys, scanCandidates } from "../scan-code"

describe("what a scanned text may mean", () => {
  it("leaves out what scanners add", () => {
    expect(scanCandidates("  SPXVN 0123\t\r\n")[0]).toBe("SPXVN0123")
    expect(scanCandidates("]C1SPXVN0123")[0]).toBe("SPXVN0123")
    expect(scanCandidates("\u001dSPXVN0123\u200b")[0]).toBe("SPXVN0123")
  })

  it("tries either case, as it came first", () => {
    expect(scanCandidates("Spxvn01")).toEqual(["Spxvn01", "SPXVN01", "spxvn01"])
  })

  it.each([
    ["TTÂ01", "TTAA01"],
    ["TĐ01", "TDD01"],
    ["ÁPX01", "ASPX01"],
    ["TOÁN01", "TOANS01"],
    ["ƯB01", "UWB01"],
    ["ƯB01", "WB01"],
    ["VNÁ23", "VNA123"],
  ])("tries the keys behind %s: %s", (garbled, typed) => {
    expect(scanCandidates(garbled)).toContain(typed)
  })

  it("finds the number behind a GS1 prefix", () => {
    expect(itemKeys("]d20108934567890123")).toContain(itemKey("8934567890123"))
    expect(itemKeys("(01)08934567890123")).toContain(itemKey("8934567890123"))
    expect(scanCandidates("00089345678901234567")).toContain(
      "089345678901234567"
    )
  })

  it("takes a UPC and the EAN made of it for the same", () => {
    expect(itemKey("0012345678905")).toBe(itemKey("012345678905"))
    expect(itemKey("0012")).not.toBe(itemKey("12"))
  })

  it("finds nothing in nothing", () => {
    expect(scanCandidates(" \t\n")).toEqual([])
  })

  it("always tries the text itself, and never an empty one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const candidates = scanCandidates(text)
        expect(candidates).not.toContain("")
        expect(new Set(candidates).size).toBe(candidates.length)
      })
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9-]{1,40}$/), (code) => {
        expect(scanCandidates(`${code}\r\n`)[0]).toBe(code)
      })
    )
  })
})
