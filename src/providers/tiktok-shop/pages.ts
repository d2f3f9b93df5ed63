import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { JsonObject } from "../../domain/shared/json"
import { understand } from "./answer"
import { fieldsOf } from "./mappers/fields"

/** A page as it came: its items unread, each with its id. */
export type WirePage = {
  items: { id: string; json: JsonObject }[]
  total: number | null
  /** The answer that it stands in. */
  data: JsonObject
}

/** The lists that searches give, and what each calls the id of its items. */
const ID_FIELDS = {
  orders: "id",
  products: "id",
  cancellations: "cancel_id",
  return_orders: "return_id",
  statements: "id",
  transactions: "id",
  withdrawals: "id",
} as const
type ListName = keyof typeof ID_FIELDS

/**
 * Walks the pages of one search. An empty token ends it. A token that comes again would
 * go round for ever: it ends the walk too, but only when everything promised has come.
 *
 * @param list name of the list in the answer.
 * @param fetchPage asks for the page of a token; undefined is the first one.
 * @throws {MarketplaceError} `invalid_response` when pages repeat before the end.
 */
export async function* walkPages(
  list: ListName,
  fetchPage: (page_token: string | undefined) => Promise<JsonObject>
): AsyncGenerator<WirePage> {
  const tokens = new Set<string>()
  const ids = new Set<string>()
  let token: string | undefined
  do {
    const { next, ...page } = readPage(list, await fetchPage(token))
    page.items.forEach(({ id }) => ids.add(id))
    yield page
    if (next && tokens.has(next)) {
      if (page.total !== null && ids.size < page.total) {
        throw new MarketplaceError({
          kind: "invalid_response",
          message: `TikTok Shop: the pages of ${list} repeat after ${ids.size} of ${page.total}`,
        })
      }
      return
    }
    token = next
    if (token) {
      tokens.add(token)
    }
  } while (token)
}

type PageFields = { next_page_token?: string; total_count?: number } & {
  [Name in ListName]?: JsonObject[]
}
type IdFields = { [Name in (typeof ID_FIELDS)[ListName]]?: string }

function readPage(list: ListName, data: JsonObject) {
  return understand(`page of ${list}`, () => {
    const page = fieldsOf<PageFields>(data)
    return {
      items: page.list<IdFields>(list).map((one) => ({
        id: one.required(ID_FIELDS[list]),
        json: one.json,
      })),
      total: page.count("total_count"),
      data,
      next: page.text("next_page_token") ?? undefined,
    }
  })
}
