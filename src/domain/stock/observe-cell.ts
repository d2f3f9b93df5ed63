import {
  CountedUnits,
  heldUnits,
  StockCell,
  StockReading,
  unitsOf,
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

export type ObserveOptions = {
  now: Date
  /** When the order feed was last read to its end (UTC); null when never. */
  feed_read_at: Date | null
  /** How long a sale may be missing from the order feed (milliseconds). */
  window_ms: number
  /**
   * True at the first look after a write that told what lies in the warehouse, units of open
   * orders included: a parcel that was collected between reading and writing then shows as
   * units for sale, which nobody gave back.
   */
  parcels_may_show?: boolean
  /** A raise that was accepted and not seen since. */
  unshown_raise?: UnshownRaise
}

export type UnshownRaise = {
  /** Units for sale before it. */
  from: number
  /** Whether it is so new that the marketplace may still show it. */
  awaited: boolean
}

/**
 * Takes a reading into the memory of a cell (the shop's rules for stock, part D):
 * what left the shelf since the last look, less what the feed has explained since, is
 * remembered as unseen demand. What is explained is taken from the oldest entries, and what
 * left is a new one, so that a sale is never as old as the one before it. Entries end when
 * the feed, read a window later, has still not told of them; those that the marketplace still
 * holds begin anew, as a later sale may have taken the place of one that was cancelled.
 *
 * The first look finds units committed that no order stands for: they are remembered as well, as
 * their parcels may be collected before their orders are read.
 *
 * `counted` has to be from a database read that was finished *before* the marketplace was read:
 * a sale between the two then counts as unseen, never as explained.
 */
export function observeCell(
  cell: StockCell,
  reading: StockReading,
  counted: CountedUnits,
  options: ObserveOptions
): Observation {
  const { now, feed_read_at, window_ms, parcels_may_show = false } = options
  if (cell.expected === null) {
    return firstLook(reading, counted, now)
  }
  const unshown = isUnshown(cell, reading, counted, options)
  const went = unshown ? 0 : leftTheShelf(cell, reading)
  const left = parcels_may_show ? Math.max(went, 0) : went
  const told = counted.net - cell.counted
  const gone = Math.max(told, 0) + Math.max(-left, 0)
  const come = Math.max(left, 0) + Math.max(-told, 0)
  const kept = withoutOldest(cell.unseen, gone)
  const explained = unitsOf(cell.unseen) - unitsOf(kept)
  const sold = Math.max(come - (gone - explained), 0)
  const remembered = withNew(kept, sold, now)
  const current = remembered.filter(
    ({ at }) =>
      feed_read_at === null ||
      feed_read_at.getTime() - at.getTime() <= window_ms
  )
  const over = unitsOf(remembered) - unitsOf(current)
  const held = heldUnits(reading.committed, counted)
  const renewed = Math.min(over, Math.max(held - unitsOf(current), 0))
  const unseen = withNew(current, renewed, now)
  return {
    cell: {
      expected:
        unshown && options.unshown_raise?.awaited
          ? cell.expected
          : reading.available,
      committed: reading.committed,
      counted: counted.net,
      unseen,
    },
    sold,
    explained,
    expired: over - renewed,
    difference: unshown ? 0 : reading.available - cell.expected,
  }
}

function firstLook(
  { available, committed }: StockReading,
  counted: CountedUnits,
  now: Date
): Observation {
  return {
    cell: {
      expected: available,
      committed,
      counted: counted.net,
      unseen: withNew([], heldUnits(committed, counted), now),
    },
    sold: 0,
    explained: 0,
    expired: 0,
    difference: 0,
  }
}

/**
 * Exactly the number from before a raise, with nothing else that tells of a sale: the raise is
 * not shown yet, or was never taken. Where no counter tells what is committed, a sale of all
 * the added units would look the same.
 */
function isUnshown(
  cell: StockCell,
  reading: StockReading,
  counted: CountedUnits,
  { unshown_raise }: ObserveOptions
): boolean {
  return (
    unshown_raise !== undefined &&
    reading.available === unshown_raise.from &&
    cell.committed !== null &&
    reading.committed === cell.committed &&
    counted.net === cell.counted
  )
}

/**
 * By the counter that shows more of it: a write hides sales in one, a shipment in the other.
 * Where more came back on sale than is committed less, somebody raised the number as well, and
 * what was committed may as well have been collected: nothing is taken for given back.
 */
function leftTheShelf(cell: StockCell, reading: StockReading): number {
  const fewer = (cell.expected ?? 0) - reading.available
  if (cell.committed === null || reading.committed === null) {
    return fewer
  }
  const committed = reading.committed - cell.committed
  return fewer < committed ? Math.max(committed, 0) : fewer
}

function withNew(
  unseen: UnseenUnits[],
  units: number,
  at: Date
): UnseenUnits[] {
  return units > 0 ? [...unseen, { at, units }] : unseen
}

function withoutOldest(unseen: UnseenUnits[], units: number): UnseenUnits[] {
  let left = units
  return unseen.flatMap((entry) => {
    const taken = Math.min(entry.units, left)
    left -= taken
    return taken < entry.units ? [{ ...entry, units: entry.units - taken }] : []
  })
}
