import { generateEntityId } from "@medusajs/framework/utils"
import { PushesStock } from "../../domain/provider/pushes-stock"
import { lookAtListings } from "../../domain/stock/look-at-listings"
import { nextLook } from "../../domain/stock/next-look"
import { StockNudgeRow } from "../../modules/marketplace-channel/services/stock-nudge-queue"
import { StockLookRow } from "../../modules/marketplace-channel/stock-rows"
import { FlowContext } from "../flows/flow-context"
import { followStockNow } from "./follow-stock-now"
import { holdAfterLook } from "./hold-after-look"
import { newsForOthers } from "./news-for-others"
import { pushTargets } from "./push-targets"
import { raiseObstacle } from "./raise-obstacle"
import { readStocks } from "./read-stocks"
import { sortOut, toStockFacts, withNewer } from "./stock-facts"
import { toLookRow, withoutLook } from "./look-rows"

const DEFAULT_INTERVAL_SECONDS = 1

/**
 * Looks at the named listings once: database, marketplace, decision, record, writes. A number
 * that was written is looked at again until the marketplace shows it.
 */
export async function lookAtStock(
  context: FlowContext,
  provider: PushesStock,
  nudges: StockNudgeRow[]
): Promise<void> {
  const { container, marketplaces, channel } = context
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
  const { readings, refused } = await readStocks(
    provider,
    marketplaces.access.open(channel),
    looking
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
    ...withoutLook(resting, looking, readings, refused, causes),
  ]
  await stockBook.record(channel.id, records, now)
  const all_held = await holdAfterLook(
    context,
    facts,
    looks,
    rows.holds,
    nudges.map(({ listing_id }) => listing_id)
  )
  const states = await pushTargets(
    context,
    provider,
    records,
    new Map(looking.map((row) => [row.id, row]))
  )
  await followStockNow(
    container,
    await newsForOthers(stockNudges, rows, records, states)
  )
  const read_back_ms =
    (marketplaces.options.stockIntervalSeconds ?? DEFAULT_INTERVAL_SECONDS) *
    1000
  const answered_at = new Date()
  const done = new Map(records.map((record) => [record.listing_id, record]))
  await stockNudges.finish(
    nudges.map(({ id, counter, listing_id }) => {
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
}
