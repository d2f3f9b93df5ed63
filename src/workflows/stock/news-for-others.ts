import { StockNudgeQueueService } from "../../modules/marketplace-channel/services/stock-nudge-queue"
import {
  StockFactRows,
  StockLookRow,
} from "../../modules/marketplace-channel/stock-rows"
import { StateAfter } from "./push-targets"

/**
 * Names the listings that share goods with one whose unseen sales changed, or that a campaign
 * locked or let go: their numbers change with it.
 * @returns channels that have something to look at.
 */
export async function newsForOthers(
  stockNudges: StockNudgeQueueService,
  rows: StockFactRows,
  looks: StockLookRow[],
  states: ReadonlyMap<string, StateAfter>
): Promise<string[]> {
  const changed = looks.filter(({ listing_id, events }) => {
    const before = rows.listings.find(({ id }) => id === listing_id)?.state
    const after = states.get(listing_id)?.state
    return (
      events.some(({ kind }) => kind !== "raised_elsewhere") ||
      (before === "locked") !== (after === "locked")
    )
  })
  const items = changed.flatMap(
    ({ listing_id }) =>
      rows.listings.find(({ id }) => id === listing_id)?.parts ?? []
  )
  return stockNudges.addItems(
    items.map(({ inventory_item_id }) => inventory_item_id),
    "shared",
    looks.map(({ listing_id }) => listing_id)
  )
}
