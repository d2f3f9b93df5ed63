import { Look } from "./look-at-listings"
import { WantedStep } from "./wanted-quantity"

/** What a listing should show over all its warehouses, and which rule decided. */
export type WantedOutline = {
  /** Null where nothing is written. */
  quantity: number | null
  /** The last rule that lowered the number; `free` when none did. */
  decided_by: WantedStep["rule"] | "not_counted" | "not_mapped"
  /** Sums over the warehouses after each rule. */
  steps: WantedStep[]
}

export function outlineWanted({ cells }: Pick<Look, "cells">): WantedOutline {
  const wanted = cells.flatMap((cell) => cell.wanted ?? [])
  if (!wanted.length) {
    return { quantity: null, decided_by: "not_mapped", steps: [] }
  }
  const counted = wanted.flatMap((one) => (one.kind === "counted" ? one : []))
  const quantity = wanted.some((one) => one.quantity !== null)
    ? wanted.reduce((sum, one) => sum + (one.quantity ?? 0), 0)
    : null
  if (!counted.length) {
    return { quantity, decided_by: "not_counted", steps: [] }
  }
  const steps = counted[0].steps.map(({ rule }, at): WantedStep => ({
    rule,
    quantity: counted.reduce((sum, one) => sum + one.steps[at].quantity, 0),
  }))
  return { quantity, decided_by: decidingRule(steps), steps }
}

/** The last rule after which less was left than before it. */
export function decidingRule(steps: WantedStep[]): WantedStep["rule"] {
  const lowered = steps.filter(
    ({ quantity }, at) => at > 0 && quantity < steps[at - 1].quantity
  )
  return lowered.at(-1)?.rule ?? "free"
}
