import fc from "fast-check"
import { AliasTable, isOneOf, normalizeHeading } from "../normalize-heading"

const exact = (text: string) => normalizeHeading(text).exact

describe("a heading", () => {
  it.each([
    ["Order/adjustment ID  ", "order/adjustment id"],
    ["Order\\adjustment ID", "order/adjustment id"],
    ["Order / adjustment\nID", "order/adjustment id"],
    ["Total Revenue", "total revenue"],
    ["\ufeffTotal\u00a0 revenue\u200b:", "total revenue"],
    ["Doanh thu (VND)", "doanh thu"],
    ["Doanh thu (₫) *", "doanh thu"],
    ["Tổng phí".normalize("NFD"), "tổng phí".normalize("NFC")],
  ])("%j is compared as %j", (text, expected) => {
    expect(exact(text)).toBe(expected)
  })

  it("keeps what it says about its times", () => {
    const heading = normalizeHeading("Order settled time (UTC)")
    expect(heading).toMatchObject({ exact: "order settled time", is_utc: true })
    expect(normalizeHeading("Time (UTC+7)").is_utc).toBe(false)
    expect(normalizeHeading("Time (UTC+0)").is_utc).toBe(true)
    expect(normalizeHeading("Time").is_utc).toBe(false)
  })

  it("has a form without marks", () => {
    expect(normalizeHeading("Số tiền điều chỉnh").plain).toBe(
      "so tien dieu chinh"
    )
  })

  it("is the same decomposed, in capitals and with blanks around", () => {
    const words = fc.stringMatching(
      /^[a-zăâđêôơưáàảãạốềỹ]{1,8}( [a-zđấ]{1,5})?$/
    )
    fc.assert(
      fc.property(words, (text) => {
        const other = `  ${text.normalize("NFD").toUpperCase()}\u200b `
        expect(exact(other)).toBe(exact(text))
        expect(exact(exact(text))).toBe(exact(text))
      })
    )
  })
})

describe("a table of aliases", () => {
  it("goes by marks first, and without them while that is unambiguous", () => {
    const table = new AliasTable<string>()
    table.add("Phí", "fee")
    table.add("Phi", "not a fee")
    table.add("Tổng", "total")
    const find = (text: string) => table.find(normalizeHeading(text))
    expect([find("PHÍ"), find("phi"), find("Phì")]).toEqual([
      "fee",
      "not a fee",
      null,
    ])
    expect([find("tong"), find("Tông"), find("x")]).toEqual([
      "total",
      "total",
      null,
    ])
  })

  it("knows the names of a sheet", () => {
    expect(isOneOf("gd ban hang ", ["GD bán hàng"])).toBe(true)
    expect(isOneOf("GD bán", ["GD bán hàng"])).toBe(false)
  })
})
