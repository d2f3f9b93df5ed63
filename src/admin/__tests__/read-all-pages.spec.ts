import fc from "fast-check"
import { LARGEST_PAGE, PageOf, readAllPages } from "../lib/read-all-pages"

/** A list as a route gives it, and the pages that were asked for. */
function listOf(count: number) {
  const asked: PageOf[] = []
  const rows = Array.from({ length: count }, (_, index) => index)
  const readPage = async (page: PageOf) => {
    asked.push(page)
    return { rows: rows.slice(page.offset, page.offset + page.limit), count }
  }
  return { rows, asked, readPage }
}

describe("readAllPages", () => {
  it("reads every row once, with no page too many", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 5 * LARGEST_PAGE }), async (count) => {
        const list = listOf(count)
        expect(await readAllPages(list.readPage)).toEqual(list.rows)
        expect(list.asked).toHaveLength(
          Math.max(Math.ceil(count / LARGEST_PAGE), 1)
        )
      })
    )
  })

  it("asks for no further page once there are enough", async () => {
    const list = listOf(5 * LARGEST_PAGE)
    await readAllPages(list.readPage, 2 * LARGEST_PAGE)
    expect(list.asked).toHaveLength(2)
  })

  it("ends when rows went away while it read", async () => {
    const { rows, readPage } = listOf(LARGEST_PAGE)
    const all = await readAllPages(async (page) => ({
      ...(await readPage(page)),
      count: LARGEST_PAGE + 1,
    }))
    expect(all).toEqual(rows)
  })
})
