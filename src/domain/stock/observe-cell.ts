import {
  CountedUnits,
  StockCell,
  StockReading,
  UnseenUnits,
} from "./stock-cell"

/** What a look at the marketplace told, beside the cell after it. */
export type Observation = {
  cell: StockCell
  /** Units sold since the last look that no order has explained: new entries. */
  sold: number
  /** Remembered units that orders or cancellations have explained since. */
  explained: number
  /** Remembered units given up because their time is over. */
  expired: number
  /** For sale now less what was expected: negative after sales, positive after a raise by others. */
  difference: number
}

/**
 * Takes a reading into the memory of a cell (the shop's rules for stock, part D):
 * what left the shelf since the last look, less what the feed has explained since, is
 * remembered as unseen demand; what was explained too much is taken from the oldest.
 *
 * `counted` has to be from a database read that was finished *before* the marketplace was read:
 * a sale between the two then counts as unseen, never as explained.
 */
export function observeCell(
  cell: StockCell,
  reading: StockReading,
  counted: CountedUnits,
  now: Date,
  /** How long a sale may be missing from the order feed (milliseconds). */
  window_ms: number
): Observation {
  const first = cell.expected === null
  const difference = first ? 0 : reading.available - (cell.expected ?? 0)
  const moved = first
    ? 0
    : leftTheShelf(cell, reading) - newlyCounted(cell, counted)
  const kept = moved < 0 ? withoutOldest(cell.unseen, -moved) : cell.unseen
  const sold = Math.max(moved, 0)
  const remembered = sold > 0 ? [...kept, { at: now, units: sold }] : kept
  const unseen = remembered.filter(
    ({ at }) => now.getTime() - at.getTime() <= window_ms
  )
  return {
    cell: {
      expected: reading.available,
      committed: reading.committed,
      counted: counted.net,
      unseen,
    },
    sold,
    explained: unitsOf(cell.unseen) - unitsOf(kept),
    expired: unitsOf(remembered) - unitsOf(unseen),
    difference,
  }
}

/** By the counter that shows more of it: a write hides sales in one, a shipment in the other. */
function leftTheShelf(cell: StockCell, reading: StockReading): number {
  const fewer = (cell.expected ?? 0) - reading.available
  return cell.committed === null || reading.committed === null
    ? fewer
    : Math.max(fewer, reading.committed - cell.committed)
}

function newlyCounted(cell: StockCell, counted: CountedUnits): number {
  return counted.net - cell.counted
}

function withoutOldest(unseen: UnseenUnits[], units: number): UnseenUnits[] {
  let left = units
  return unseen.flatMap((entry) => {
    const taken = Math.min(entry.units, left)
    left -= taken
    return taken < entry.units ? [{ ...entry, units: entry.units - taken }] : []
  })
}

function unitsOf(unseen: UnseenUnits[]): number {
  return unseen.reduce((sum, { units }) => sum + units, 0)
}
