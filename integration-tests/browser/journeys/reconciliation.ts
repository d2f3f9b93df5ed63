import type { Stage } from "../support/stage"
import { Bookkeeping } from "./reconciliation/bookkeeping"
import { claimsToReports } from "./reconciliation/claims-to-reports"
import { fileToDifferences } from "./reconciliation/file-to-differences"

/** A bookkeeper's work: a file with unknown columns, its differences, claims and reports. */
export function reconciliation(given: () => Stage) {
  describe("reconciliation, in Tiếng Việt", () => {
    let books: Bookkeeping
    const at = () => books

    beforeAll(async () => {
      books = await Bookkeeping.begin(given())
    }, 300_000)

    afterAll(async () => {
      await books?.place.close()
    })

    fileToDifferences(at)
    claimsToReports(at)

    it("has met no error on the way", () => {
      expect(books.place.problems).toEqual([])
    })
  })
}
