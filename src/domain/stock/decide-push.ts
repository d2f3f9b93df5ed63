/** A cell about which is decided: what is shown, and what should be. */
export type PushCandidate = {
  warehouse_external_id: string
  /** Units for sale, as just read. */
  available: number
  /** Null when this warehouse is not ours to set: it keeps what it shows. */
  wanted: number | null
}

/** Why a number that could be raised is left as it is. */
export const RAISE_OBSTACLES = [
  "unresolved_push",
  "stale_orders",
  "locking_in_memory",
] as const
export type RaiseObstacle = (typeof RAISE_OBSTACLES)[number]

export type PushTarget = {
  warehouse_external_id: string
  /** The number to be shown. */
  quantity: number
}

export type PushDecision =
  | { kind: "nothing" }
  /** Only raises are due, and something stands in the way. */
  | { kind: "hold"; obstacle: RaiseObstacle }
  /** Every warehouse of the SKU: marketplaces take the ones left out as none. */
  | { kind: "push"; targets: PushTarget[]; held: RaiseObstacle | null }

/**
 * Lowers at once, raises only when nothing stands in the way: a number that is too low costs
 * a sale for a moment, one that is too high sells what is not there.
 */
export function decidePush(
  cells: PushCandidate[],
  obstacle: RaiseObstacle | null
): PushDecision {
  const targets = cells.map((cell) => ({
    warehouse_external_id: cell.warehouse_external_id,
    quantity: targetOf(cell, obstacle !== null),
  }))
  const held = obstacle !== null && cells.some(wouldRaise) ? obstacle : null
  if (cells.some(({ available }, at) => targets[at].quantity !== available)) {
    return { kind: "push", targets, held }
  }
  return held ? { kind: "hold", obstacle: held } : { kind: "nothing" }
}

function targetOf(
  { available, wanted }: PushCandidate,
  may_not_raise: boolean
): number {
  if (wanted === null || (wanted > available && may_not_raise)) {
    return available
  }
  return wanted
}

function wouldRaise({ available, wanted }: PushCandidate): boolean {
  return wanted !== null && wanted > available
}
