import type { Browser } from "playwright-core"
import type { Shop } from "../support/shop"
import { Bookkeeping } from "./reconciliation/bookkeeping"
import { claimsToReports } from "./reconciliation/claims-to-reports"
import { fileToDifferences } from "./reconciliation/file-to-differences"

/** A bookkeeper's work: a file with unknown columns, its differences, claims and reports. */
export function reconciliation(given: () => { shop: Shop; browser: Browser }) {
  describe("reconciliation, in Tiếng Việt", () => {
    let books: Bookkeeping
    const at = () => books

    beforeAll(async () => {
      const { shop, browser } = given()
      books = await Bookkeeping.begin(shop, browser)
    }, 300_000)

    afterAll(async () => {
      await books?.end()
    })

    fileToDifferences(at)
    claimsToReports(at)

    it("has met no error on the way", () => {
      expect(books.visit.problems).toEqual([])
    })
  })
}
