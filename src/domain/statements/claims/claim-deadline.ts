const DAY_MS = 86_400_000

/**
 * Until when the marketplace takes a claim: its window, from the day of the newest settlement,
 * or from the day the order reached its buyer where nothing was settled. Null where neither is
 * known. Times UTC.
 */
export function claimDeadline(
  order: { last_settled_at: Date | null; owed_since: Date | null },
  window_days: number
): Date | null {
  const from = order.last_settled_at ?? order.owed_since
  return from && new Date(from.getTime() + window_days * DAY_MS)
}
