import { mergeOverride } from "./merge-override"
import { StockOverride } from "./stock-rules"

/** What a write did to one warehouse's number. */
export type WrittenCell = {
  seen: number
  quantity: number
  /** Null for a warehouse that is not the shop's to set. */
  wanted: number | null
}

/**
 * The rules that take a write back: at most the number from before it is offered, until a
 * person lifts that again. Units sold since are never offered anew, because a number is only
 * limited, not set. Null for a write that lowered: a higher number might sell what is not there.
 */
export function undoPush(
  cells: WrittenCell[],
  override: StockOverride | null
): StockOverride | null {
  const own = cells.filter(({ wanted }) => wanted !== null)
  if (!own.some(({ seen, quantity }) => quantity > seen)) {
    return null
  }
  const former = Math.max(...own.map(({ seen }) => seen))
  return mergeOverride(override, {
    cap: Math.min(override?.cap ?? former, former),
  })
}
