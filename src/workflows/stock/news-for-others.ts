import { unseenUnits } from "../../domain/stock/stock-cell"
import { StockState } from "../../domain/stock/stock-state"
import {
  StockFactRows,
  StockListingRow,
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

/** Inventory items of listings whose unseen units are others than at the look before this one. */
export function itemsSoldOtherwise(
  { listings }: StockFactRows,
  looks: StockLookRow[]
): string[] {
  return itemsOf(
    listings.filter((listing) => {
      const look = looks.find(({ listing_id }) => listing_id === listing.id)
      return look?.cells.some(
        (after) => unseenAfter(after) !== unseenBefore(listing, after)
      )
    })
  )
}

/** Inventory items of listings that a campaign locked, or let go, in their last write. */
export function itemsLockedOtherwise(
  { listings }: StockFactRows,
  states: ReadonlyMap<string, StateAfter>
): string[] {
  return itemsOf(
    listings.filter(({ id, is_locked }) => {
      const state = states.get(id)?.state
      return is_locked
        ? state !== undefined && ENDS_LOCK.includes(state)
        : state === "locked"
    })
  )
}

type LookedCell = StockLookRow["cells"][number]

function unseenAfter({ cell, counted_committed }: LookedCell): number {
  return cell ? unseenUnits(cell, { committed: counted_committed }) : 0
}

/** What the last look found: others may have reckoned with it, whatever was imported since. */
function unseenBefore(
  { cells }: StockListingRow,
  { warehouse_external_id }: LookedCell
): number {
  const before = cells.find(
    (cell) => cell.warehouse_external_id === warehouse_external_id
  )
  return before
    ? unseenUnits(before, { committed: before.counted_committed })
    : 0
}

function itemsOf(listings: StockListingRow[]): string[] {
  return listings.flatMap(({ parts }) =>
    parts.map(({ inventory_item_id }) => inventory_item_id)
  )
}
