const DAY_MS = 86_400_000
const EXPIRING_MS = 7 * DAY_MS

/**
 * When an access token should be renewed: half of its remaining life before it ends,
 * at most a day. Null when it does not end.
 */
export function renewalDue(expires_at: Date | null, now: Date): Date | null {
  if (!expires_at) {
    return null
  }
  const life = Math.max(expires_at.getTime() - now.getTime(), 0)
  return new Date(expires_at.getTime() - Math.min(life / 2, DAY_MS))
}

/** True when a person has to sign in again within a week. */
export function isExpiring(refresh_expires_at: Date | null, now: Date) {
  return (
    refresh_expires_at !== null &&
    refresh_expires_at.getTime() - now.getTime() < EXPIRING_MS
  )
}
