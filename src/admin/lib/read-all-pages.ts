export type PageOf = { limit: number; offset: number }

/** The most rows that our routes put into one answer. */
export const LARGEST_PAGE = 200

/**
 * Every row of a list, page after page, until as many are there as the list counts.
 * @param readPage gives the rows of one page and how many the list has in all.
 * @param most asks for no further page once there are so many.
 */
export async function readAllPages<TRow>(
  readPage: (page: PageOf) => Promise<{ rows: TRow[]; count: number }>,
  most = Infinity
): Promise<TRow[]> {
  const all: TRow[] = []
  while (all.length < most) {
    const { rows, count } = await readPage({
      limit: LARGEST_PAGE,
      offset: all.length,
    })
    all.push(...rows)
    if (rows.length === 0 || all.length >= count) {
      break
    }
  }
  return all
}
