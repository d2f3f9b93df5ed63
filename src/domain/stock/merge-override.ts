import { StockOverride, StockRules } from "./stock-rules"

/** A listing's own rules after a change; null or left out is the channel's. Null when none is left. */
export function mergeOverride(
  current: StockOverride | null,
  patch: StockOverride
): StockOverride | null {
  const merged = Object.entries({ ...current, ...patch }).filter(
    ([, value]) => value !== null && value !== undefined
  )
  return merged.length ? (Object.fromEntries(merged) as StockOverride) : null
}

/** Which rules of the channel a listing does not follow. */
export function overriddenRules(
  override: StockOverride | null
): (keyof StockRules)[] {
  return Object.keys(
    mergeOverride(null, override ?? {}) ?? {}
  ) as (keyof StockRules)[]
}
