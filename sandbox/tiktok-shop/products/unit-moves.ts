import { StockLevel } from "./product"

/** What an ordered unit does to the shelf. */
export type UnitPhase =
  /** No effect: not placed, or the goods lie with TikTok. */
  | "none"
  /** Committed to an open order. */
  | "held"
  /** Back on the shelf: cancelled before it left. */
  | "released"
  /** With the carrier, or further. */
  | "gone"

/** One unit of a SKU goes from one phase to another. */
export type UnitMove = {
  sku_id: string
  warehouse_id: string
  from: UnitPhase
  to: UnitPhase
}

/** Why a number changed, in the words of TikTok's inventory message. */
export type StockCause =
  | "order_created"
  | "order_canceled"
  | "order_shipped"
  | "manual_adjustment"
  | "api_sync"
  | "campaign_lock"
  | "campaign_unlock"

/** Units that leave the shelf, and that open orders hold from now on; negative when they come back. */
export type LevelChange = { taken: number; held: number }

export function causeOf({ to }: UnitMove): StockCause {
  switch (to) {
    case "held":
      return "order_created"
    case "gone":
      return "order_shipped"
    default:
      return "order_canceled"
  }
}

/** What one unit of a move does to its level. */
export function changeOf({ from, to }: UnitMove): LevelChange {
  const onShelf = (phase: UnitPhase) => phase === "none" || phase === "released"
  return {
    taken: Number(onShelf(from)) - Number(onShelf(to)),
    held: Number(to === "held") - Number(from === "held"),
  }
}

/**
 * The level afterwards. Units that are not there are sold all the same and counted as
 * oversold; when units come back, those are made good first.
 */
export function changedLevel(
  level: StockLevel,
  { taken, held }: LevelChange
): StockLevel {
  const short =
    taken > 0
      ? Math.max(taken - level.available, 0)
      : -Math.min(level.oversold, -taken)
  return {
    available: level.available - taken + short,
    committed: level.committed + held,
    sold: level.sold + taken,
    oversold: level.oversold + short,
  }
}
