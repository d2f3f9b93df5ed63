import { ChannelAccess } from "../../domain/provider/channel-access"
import { MappingError } from "../../domain/provider/mapping-error"
import { Page } from "../../domain/provider/marketplace-provider"
import {
  NeutralStatement,
  PayoutPage,
  StatementPage,
  StatementQuery,
} from "../../domain/provider/reads-statements"
import { StatementLine } from "../../domain/statements/statement-line"
import { JsonObject } from "../../domain/shared/json"
import { understand } from "./answer"
import { TikTokShopClient } from "./client"
import {
  dayBefore,
  dayOfStatement,
  fieldsOf,
  mapPayout,
  mapStatement,
  mapTransaction,
  momentOfPayout,
  StatementHead,
} from "./mappers"
import { walkPages, WirePage } from "./pages"
import { WireTransactionPage } from "./types"
import { windowsOf } from "./windows"

/** The most that the finance calls give at once. */
const PAGE_SIZE = "100"
/** TikTok takes no search for withdrawals that does not name what it is for. */
const PAYOUT_TYPES = "WITHDRAW,SETTLE,TRANSFER,REVERSE"

type ListCall = {
  list: "statements" | "transactions" | "withdrawals"
  path: string
  query: Record<string, string>
}

/**
 * The statements of the days of settlement within `query`: days of UTC, which in Vietnam begin
 * at 7:00. A day's statement is generated at the midnight that ends the day.
 * @throws {MarketplaceError}
 */
export async function* readStatements(
  client: TikTokShopClient,
  access: ChannelAccess,
  query: StatementQuery
): AsyncGenerator<StatementPage> {
  for (const { from, to } of windowsOf(query)) {
    const pages = walk(client, access, {
      list: "statements",
      path: "/finance/202309/statements",
      query: {
        sort_field: "statement_time",
        sort_order: "ASC",
        // The midnight that begins the window ends the day before it.
        statement_time_ge: String(from + 1),
        statement_time_lt: String(to + 1),
      },
    })
    for await (const page of pages) {
      yield readPage(page, mapStatement, (json) => ({
        period_from: dayOfStatement(json),
      }))
    }
  }
}

/** What can be understood of a page; the rest by name, with what is `known` of it all the same. */
function readPage<T, Known>(
  page: WirePage,
  map: (json: JsonObject) => T,
  known: (json: JsonObject) => Known
) {
  const items: T[] = []
  const unreadable: (Known & { external_id: string; problem: string })[] = []
  for (const { id, json } of page.items) {
    try {
      items.push(map(json))
    } catch (error) {
      if (!(error instanceof MappingError)) {
        throw error
      }
      unreadable.push({
        ...known(json),
        external_id: id,
        problem: error.message,
      })
    }
  }
  return { items, unreadable, total: page.total }
}

/**
 * All transactions of a statement, settled orders and adjustments alike.
 * @throws {MarketplaceError} `invalid_response` also for a transaction that does not add up.
 */
export async function* readStatementLines(
  client: TikTokShopClient,
  access: ChannelAccess,
  statement: Pick<NeutralStatement, "external_id" | "currency_code">
): AsyncGenerator<Page<StatementLine>> {
  const id = encodeURIComponent(statement.external_id)
  const pages = walk(client, access, {
    list: "transactions",
    path: `/finance/202501/statements/${id}/statement_transactions`,
    query: { sort_field: "order_create_time", sort_order: "ASC" },
  })
  let row = 0
  for await (const { items, total, data } of pages) {
    yield {
      items: understand("statement", () => {
        const head = headOf(data, statement.currency_code)
        return items.map(({ json }) => mapTransaction(json, head, ++row))
      }),
      total,
    }
  }
}

function headOf(data: JsonObject, currency_code: string): StatementHead {
  const page = fieldsOf<WireTransactionPage>(data)
  const generated_at = page.time("create_time")
  return {
    currency_code: page.text("currency")?.toLowerCase() ?? currency_code,
    settled_at: generated_at && dayBefore(generated_at).from,
  }
}

/** @throws {MarketplaceError} */
export async function* readPayouts(
  client: TikTokShopClient,
  access: ChannelAccess,
  query: StatementQuery
): AsyncGenerator<PayoutPage> {
  for (const { from, to } of windowsOf(query)) {
    const pages = walk(client, access, {
      list: "withdrawals",
      path: "/finance/202309/withdrawals",
      query: {
        types: PAYOUT_TYPES,
        create_time_ge: String(from),
        create_time_lt: String(to),
      },
    })
    for await (const page of pages) {
      yield readPage(page, mapPayout, (json) => ({ at: momentOfPayout(json) }))
    }
  }
}

function walk(
  client: TikTokShopClient,
  access: ChannelAccess,
  { list, path, query }: ListCall
): AsyncGenerator<WirePage> {
  return walkPages(list, (page_token) =>
    client.call(access, {
      method: "GET",
      path,
      query: {
        shop_cipher: access.channel.provider_data.shop_cipher,
        page_size: PAGE_SIZE,
        page_token,
        ...query,
      },
      effect: "read",
      lane: "history",
    })
  )
}
