import { badRequest, refused } from "./api-error"
import { PagingQuirks } from "./options"

const DEFAULT_LIMIT = 20
export const MOST_ROWS = 50

export type Page<T> = {
  data: T[]
  paging: {
    total: number
    current_page: number
    from: number
    to: number
    per_page: number
    last_page: number
  }
}

function whole(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(value) || value < 1) {
    throw badRequest("page and limit have to be whole numbers from 1")
  }
  return value
}

/** How the rows lie on the pages: the first, fourth, … may be short, no row is lost. */
function layout(count: number, limit: number, short: boolean) {
  const missing = (page: number) =>
    short && limit > 1 ? Math.floor((page + 1) / 3) : 0
  const start = (page: number) => (page - 1) * limit - missing(page)
  let last_page = Math.floor(count / limit)
  while (start(last_page + 1) < count) {
    last_page++
  }
  return { start, last_page }
}

/**
 * Cuts a page out of the rows, with Tiki's oddities: short pages, a total that is off,
 * `last_page` 0 when there is nothing.
 * @throws {ApiError} 400 for a page or limit that is no number, 422 for too many rows.
 */
export function cutPage<T>(
  rows: readonly T[],
  query: Readonly<Record<string, string>>,
  quirks: PagingQuirks
): Page<T> {
  const page = whole(query.page, 1)
  const asked = whole(query.limit, DEFAULT_LIMIT)
  if (asked > MOST_ROWS && quirks.over_limit === "refused") {
    throw refused(`The limit may not be greater than ${MOST_ROWS}.`)
  }
  const limit = Math.min(asked, MOST_ROWS)
  const { start, last_page } = layout(rows.length, limit, quirks.short_pages)
  const from = start(page)
  const data = rows.slice(from, start(page + 1))
  const off = quirks.wrong_total && rows.length > 0 ? 1 + (page % 2) : 0
  return {
    data,
    paging: {
      total: rows.length + off,
      current_page: page,
      from: data.length ? from + 1 : 0,
      to: from + data.length,
      per_page: limit,
      last_page,
    },
  }
}
