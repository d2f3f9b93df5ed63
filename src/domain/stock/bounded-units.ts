/**
 * The largest number of units that is calculated with, far above what any shop has: sums and
 * differences of two such numbers still fit the columns that they are stored in.
 */
export const MOST_UNITS = 1_000_000_000

/** Marketplaces use numbers beyond it for "without limit". */
export function boundedUnits(units: number): number {
  return Math.min(Math.max(units, -MOST_UNITS), MOST_UNITS)
}
