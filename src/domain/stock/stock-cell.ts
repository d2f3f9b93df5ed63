/**
 * A sale that a marketplace's counters have shown and the order feed has not explained yet.
 */
export type UnseenUnits = {
  /** When the counters first showed it (UTC). */
  at: Date
  units: number
}

/**
 * What is remembered of one listing in one marketplace warehouse, so that the next look at
 * the marketplace's counters tells what was sold meanwhile.
 */
export type StockCell = {
  /**
   * Units the marketplace should show for sale now, if nobody bought any: the last number seen,
   * or the one written after it. Null before the first look.
   */
  expected: number | null
  /** Committed units at the last look; null before it, or where the marketplace tells none. */
  committed: number | null
  /** Net units that the order feed had brought at the last look. */
  counted: number
  /** Oldest first. */
  unseen: UnseenUnits[]
}

/** A cell that was never looked at. */
export const NEW_CELL: StockCell = {
  expected: null,
  committed: null,
  counted: 0,
  unseen: [],
}

/** The marketplace's counters of a cell, as of one read. */
export type StockReading = {
  /** Units for sale. */
  available: number
  /** Units of open orders; null where the marketplace does not tell. */
  committed: number | null
}

/** What the order feed has brought of a cell's listing and warehouse, ever. */
export type CountedUnits = {
  /** Sales less cancellations. */
  net: number
  /** Of them, what the marketplace should still hold as committed. */
  committed: number
}

/** Units sold on the marketplace that no imported order stands for. */
export function unseenUnits(
  { unseen, committed }: Pick<StockCell, "unseen" | "committed">,
  counted: Pick<CountedUnits, "committed">
): number {
  return Math.max(unitsOf(unseen), heldUnits(committed, counted))
}

/**
 * The same for other cells of the goods, as of the moment of `counted`. What the feed has told
 * as cancelled since the look is free by then, though the look had taken its unit, which the
 * marketplace gave back earlier, for one of another sale.
 */
export function claimedUnits(
  cell: Pick<StockCell, "unseen" | "committed" | "counted">,
  counted: CountedUnits
): number {
  const cancelled = Math.max(cell.counted - counted.net, 0)
  return Math.max(
    unitsOf(cell.unseen) + cancelled,
    heldUnits(cell.committed, counted)
  )
}

export function unitsOf(unseen: UnseenUnits[]): number {
  return unseen.reduce((sum, { units }) => sum + units, 0)
}

/** Units that the marketplace holds as committed and no imported order stands for. */
export function heldUnits(
  committed: number | null,
  counted: Pick<CountedUnits, "committed">
): number {
  return committed === null ? 0 : Math.max(committed - counted.committed, 0)
}
