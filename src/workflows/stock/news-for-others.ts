import { StockState } from "../../domain/stock/stock-state"
import { StockNudgeQueueService } from "../../modules/marketplace-channel/services/stock-nudge-queue"
import {
  StockFactRows,
  StockLookRow,
} from "../../modules/marketplace-channel/stock-rows"
import { StateAfter } from "./push-targets"

/** States of a listing that a campaign does not hold; in others it may still. */
const ENDS_LOCK: readonly StockState[] = [
  "even",
  "not_counted",
  "pushed",
  "refused",
]

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
    const listing = rows.listings.find(({ id }) => id === listing_id)
    const state = states.get(listing_id)?.state
    return (
      events.some(({ kind }) => kind !== "raised_elsewhere") ||
      (listing?.is_locked && state && ENDS_LOCK.includes(state)) ||
      (!listing?.is_locked && state === "locked")
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
