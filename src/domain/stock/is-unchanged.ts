import { Look, StockListing } from "./look-at-listings"
import { StockCell } from "./stock-cell"
import { StockState } from "./stock-state"

/**
 * Whether a look found everything as the last one left it, its state too: then there is nothing
 * to remember, nothing to write, and nothing to tell.
 * @param state the listing's state after the last look.
 */
export function isUnchanged(
  { cells, decision }: Look,
  listing: StockListing,
  state: StockState | null
): boolean {
  return (
    decision.kind === "nothing" &&
    isSettled(listing, state) &&
    cells.every(({ warehouse_external_id, observation }) => {
      const known = listing.cells.get(warehouse_external_id)
      return (
        observation === null ||
        (known !== undefined && isSame(known, observation.cell))
      )
    })
  )
}

/** States that only a change ends, of the goods, of the rules or of time. */
function isSettled(
  { rules, resting }: StockListing,
  state: StockState | null
): boolean {
  switch (state) {
    case "even":
    case "not_counted":
      return !rules.paused
    case "paused":
      return rules.paused
    case "locked":
    case "refused":
      return resting && !rules.paused
    default:
      return false
  }
}

function isSame(one: StockCell, other: StockCell): boolean {
  return (
    one.expected === other.expected &&
    one.committed === other.committed &&
    one.counted === other.counted &&
    one.unseen.length === other.unseen.length &&
    one.unseen.every(
      ({ at, units }, place) =>
        units === other.unseen[place].units &&
        at.getTime() === other.unseen[place].at.getTime()
    )
  )
}
