/** What ordered units do to the shelf. */
export type UnitPhase =
  /** Nothing: not placed, cancelled before they left, or another seller's. */
  | "none"
  /** On the shelf, but of an open order. */
  | "reserved"
  /** With the carrier, or further. */
  | "gone"

/** Units of a product go from one phase to another. */
export type UnitMove = {
  product_id: number
  warehouse_id: number
  units: number
  from: UnitPhase
  to: UnitPhase
}

/** What moves do to one warehouse of a product; `sold` falls when an order is cancelled. */
export type LevelChange = { available: number; reserved: number; sold: number }

export function changeOf({ units, from, to }: UnitMove): LevelChange {
  const come = (phase: UnitPhase) =>
    (Number(to === phase) - Number(from === phase)) * units
  return {
    available: 0 - come("gone"),
    reserved: come("reserved"),
    sold: 0 - come("none"),
  }
}

/** The moves as one change for each product and warehouse. */
export function sumMoves(
  moves: readonly UnitMove[]
): { product_id: number; warehouse_id: number; change: LevelChange }[] {
  const cells = new Map<string, ReturnType<typeof sumMoves>[number]>()
  for (const move of moves) {
    const { product_id, warehouse_id } = move
    const key = `${product_id} ${warehouse_id}`
    const change = changeOf(move)
    const known = cells.get(key)?.change
    cells.set(key, {
      product_id,
      warehouse_id,
      change: {
        available: (known?.available ?? 0) + change.available,
        reserved: (known?.reserved ?? 0) + change.reserved,
        sold: (known?.sold ?? 0) + change.sold,
      },
    })
  }
  return [...cells.values()].filter(({ change }) =>
    Object.values(change).some((units) => units !== 0)
  )
}
