const IDLE_MS = 3_600_000

/**
 * When a channel's stock is worked on again. What is left over waits since before this turn:
 * due then, the channel would go before all that have waited since, and never let them have a
 * place.
 */
export function nextTurn(next_due: Date | null, now: Date): Date {
  return next_due === null
    ? new Date(now.getTime() + IDLE_MS)
    : new Date(Math.max(next_due.getTime(), now.getTime()))
}
