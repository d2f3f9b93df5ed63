import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { JsonObject, JsonValue } from "../../domain/shared/json"
import { understand } from "./answer"
import { fieldsOf } from "./mappers"
import { WirePaging } from "./types"

/** Most entries that a page may hold; more do not work, whatever Tiki's messages say. */
export const PAGE_SIZE = 50
/** No reading takes more calls than this; Tiki's own figures are no end to rely on. */
export const MOST_PAGES = 20_000

/** A page as it came. */
export type WirePage = {
  items: JsonObject[]
  /** May be off. */
  total: number | null
  /** 0 when nothing matches. */
  last_page: number
}

/**
 * Reads a page; a bare list is one as well.
 * @throws {MarketplaceError} `invalid_response` when the answer is no page.
 */
export function readPage(what: string, json: JsonValue): WirePage {
  return understand(`page of ${what}`, () => {
    const page = fieldsOf<{ data?: JsonObject[]; paging?: WirePaging }>(
      Array.isArray(json) ? { data: json } : json
    )
    const paging = page.object<WirePaging>("paging")
    return {
      items: page.list<JsonObject>("data").map((one) => one.json),
      total: paging?.count("total") ?? null,
      last_page: paging?.count("last_page") ?? 0,
    }
  })
}

/**
 * Walks the pages of a list whose entries stand still. A page may be short while there
 * are more, and a full one the last by Tiki's count only; an empty one is the end, and
 * so is one that came before, where a list does not turn its pages.
 */
export async function* walkPages(
  what: string,
  fetchPage: (page: number) => Promise<JsonValue>
): AsyncGenerator<WirePage> {
  let before = ""
  for (let number = 1; number <= MOST_PAGES; number++) {
    const page = readPage(what, await fetchPage(number))
    const rows = JSON.stringify(page.items)
    if (page.items.length === 0 || rows === before) {
      return
    }
    before = rows
    yield page
    if (number >= page.last_page && page.items.length < PAGE_SIZE) {
      return
    }
  }
  throw endless(what)
}

export function endless(what: string): MarketplaceError {
  return new MarketplaceError({
    kind: "invalid_response",
    message: `Tiki: the pages of ${what} do not come to an end`,
  })
}
