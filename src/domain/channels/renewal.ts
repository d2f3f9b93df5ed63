const MINUTE_MS = 60_000
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

/**
 * When to look at an authorization next; null when it needs no care, because neither its
 * access token nor its renewing ever ends. At least a minute ahead: a marketplace that
 * hands out tokens which have ended already is not asked without pause.
 */
export function nextCare(
  credentials: { expires_at: Date | null; refresh_expires_at: Date | null },
  now: Date
): Date | null {
  const { expires_at, refresh_expires_at } = credentials
  const renewal = renewalDue(expires_at, now)
  if (renewal) {
    return new Date(Math.max(renewal.getTime(), now.getTime() + MINUTE_MS))
  }
  return refresh_expires_at ? new Date(now.getTime() + DAY_MS) : null
}

/**
 * True when a person has to sign in again within a week. How soon the access token ends
 * does not matter: it is renewed by itself.
 */
export function isExpiring(refresh_expires_at: Date | null, now: Date) {
  return (
    refresh_expires_at !== null &&
    refresh_expires_at.getTime() - now.getTime() < EXPIRING_MS
  )
}
