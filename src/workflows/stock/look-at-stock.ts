import { generateEntityId } from "@medusajs/framework/utils"
import {
  MarketplaceError,
  needsAuthorization,
} from "../../domain/provider/marketplace-error"
import { PushesStock } from "../../domain/provider/pushes-stock"
import { lookAtListings } from "../../domain/stock/look-at-listings"
import { nextLook } from "../../domain/stock/next-look"
import { StockNudgeRow } from "../../modules/marketplace-channel/services/stock-nudge-queue"
import { StockLookRow } from "../../modules/marketplace-channel/stock-rows"
import { FlowContext } from "../flows/flow-context"
import { followStockNow } from "./follow-stock-now"
import { holdAfterLook } from "./hold-after-look"
import { itemsLockedOtherwise, itemsSoldOtherwise } from "./news-for-others"
import { pushTargets } from "./push-targets"
import { raiseObstacle } from "./raise-obstacle"
import { readStocks } from "./read-stocks"
import { sortOut, toStockFacts, withNewer } from "./stock-facts"
import { toLookRow, withoutLook } from "./look-rows"
import { ReadAgain } from "./write-group"

const DEFAULT_INTERVAL_SECONDS = 1
/** A listing that alone cannot be read is left alone for so long (milliseconds). */
const UNAVAILABLE_MS = 5 * 60_000
/** How long to wait with writes where the marketplace does not say (milliseconds). */
const WAIT_MS = 5_000

/**
 * Looks at the named listings once: database, marketplace, decision, record, writes. A number
 * that was written is looked at again until the marketplace shows it. Listings whose writes
 * were not made stay due.
 * @returns until when the marketplace asks to be left alone; null when it does not.
 * @throws {MarketplaceError} when it cannot be read, or a person has to sign in.
 */
export async function lookAtStock(
  context: FlowContext,
  provider: PushesStock,
  nudges: StockNudgeRow[]
): Promise<Date | null> {
  const { container, marketplaces, channel, flow } = context
  const { stockBook, stockNudges } = marketplaces
  const locations = new Map(
    channel.settings.warehouses.map(({ external_id, stock_location_id }) => [
      external_id,
      stock_location_id,
    ])
  )
  const rows = await stockBook.readFacts(
    channel.id,
    nudges.map(({ listing_id }) => listing_id),
    [...locations.values()]
  )
  const obstacle = await raiseObstacle(context)
  const { looking, resting } = sortOut(rows.listings)
  const { readings, refused, unavailable } = await readStocks(
    provider,
    marketplaces.access.open(channel),
    looking,
    { careful: flow.failures > 0 }
  )
  const now = new Date()
  const window_ms = channel.settings.unseen_window_minutes * 60_000
  const causes = new Map(nudges.map((nudge) => [nudge.listing_id, nudge]))
  const newer = await stockBook.readUnseen(
    rows.claims.map(({ listing_id }) => listing_id)
  )
  const facts = toStockFacts(withNewer(rows, newer), looking, {
    channel,
    causes,
    obstacle: obstacle.raising,
    written_stock: provider.written_stock,
    now,
  })
  const batch_id = generateEntityId(undefined, "mpbat")
  const looks = lookAtListings(facts, readings, {
    locations,
    largest_quantity: provider.largest_stock_quantity,
    now,
    feed_read_at: obstacle.feed_read_at,
    window_ms,
  })
  const records: StockLookRow[] = [
    ...looks.map((look) =>
      toLookRow(look, { facts, rows, causes, batch_id, now })
    ),
    ...withoutLook(
      resting,
      looking.filter(({ id }) => !unavailable.has(id)),
      readings,
      refused,
      causes
    ),
  ]
  const looked = records.map(({ listing_id }) => listing_id)
  const others: string[] = []
  const shown = await stockBook.record(
    channel.id,
    records,
    now,
    flow,
    async (sql) => {
      const items = itemsSoldOtherwise(rows, records)
      others.push(...(await stockNudges.addItems(items, "shared", looked, sql)))
    }
  )
  await followStockNow(container, others)
  const all_held = await holdAfterLook(
    context,
    facts,
    looks,
    rows.holds,
    nudges.map(({ listing_id }) => listing_id)
  )
  const { states, postponed, stopped } = await pushTargets(
    context,
    provider,
    records,
    new Map(looking.map((row) => [row.id, row])),
    now
  )
  await followStockNow(
    container,
    await stockNudges.addItems(
      itemsLockedOtherwise(rows, states),
      "shared",
      looked
    )
  )
  const read_back_ms =
    (marketplaces.options.stockIntervalSeconds ?? DEFAULT_INTERVAL_SECONDS) *
    1000
  const answered_at = new Date()
  const since = new Map(
    rows.listings.map(({ id, behind_since }) => [
      id,
      shown.has(id) ? null : behind_since,
    ])
  )
  const unshown_ms = new Map(
    rows.listings.map(({ id, last_push }) => [
      id,
      last_push?.outcome === "accepted" && !last_push.confirmed
        ? now.getTime() - last_push.sent_at.getTime()
        : 0,
    ])
  )
  const done = new Map(records.map((record) => [record.listing_id, record]))
  await stockNudges.finish(
    nudges.flatMap(({ id, counter, listing_id }) => {
      if (postponed.has(listing_id) || unavailable.has(listing_id)) {
        return []
      }
      const record = done.get(listing_id)
      const state = states.get(listing_id)
      return {
        id,
        counter,
        again:
          record && state
            ? nextLook(
                {
                  ...state,
                  all_held,
                  behind_ms:
                    now.getTime() - (since.get(listing_id) ?? now).getTime(),
                  unshown_ms: record.push ? 0 : unshown_ms.get(listing_id),
                  unseen: record.cells.flatMap(
                    ({ cell }) => cell?.unseen ?? []
                  ),
                },
                {
                  // A lost answer protects from when it was known to be lost.
                  now: state.state === "unresolved" ? answered_at : now,
                  window_ms,
                  read_back_ms,
                }
              )
            : null,
      }
    })
  )
  const nudgesOf = (listing_ids: ReadonlySet<string>) =>
    nudges.filter(({ listing_id }) => listing_ids.has(listing_id))
  await stockNudges.putOff(
    nudgesOf(unavailable),
    new Date(answered_at.getTime() + UNAVAILABLE_MS)
  )
  if (stopped === null || stopped instanceof ReadAgain) {
    return null
  }
  if (needsAuthorization(stopped)) {
    throw stopped
  }
  const until = new Date(answered_at.getTime() + waitAfter(stopped))
  await stockNudges.putOff(nudgesOf(postponed), until)
  return until
}

function waitAfter(error: unknown): number {
  const asked =
    error instanceof MarketplaceError ? error.retry_after_ms : undefined
  return asked ?? WAIT_MS
}
