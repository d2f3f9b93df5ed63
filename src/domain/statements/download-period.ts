import { TimeRange } from "../orders/poll-window"

const DAY_MS = 86_400_000

/** The longest period that one download reads. */
export const MOST_PERIOD_DAYS = 366

/** What is read where a person names no beginning. */
const USUAL_DAYS = 30

/** How far a daily look reaches back: statements are paid, and corrected, days after their end. */
const LOOK_BACK_MS = 14 * DAY_MS

/** Days end at midnight UTC with the marketplaces; their statements are ready a little later. */
const READY_MS = 3_600_000

export type DownloadPeriod =
  | ({ ok: true } & TimeRange)
  | { ok: false; problem: "in_future" | "too_long" | "empty" }

/** The period that a person asks for; nothing is settled in the future. */
export function downloadPeriod({
  from,
  to,
  now,
}: {
  from: Date | null
  to: Date | null
  now: Date
}): DownloadPeriod {
  const end = to && to < now ? to : now
  const start = from ?? new Date(end.getTime() - USUAL_DAYS * DAY_MS)
  if (start >= now) {
    return { ok: false, problem: "in_future" }
  }
  if (start >= end) {
    return { ok: false, problem: "empty" }
  }
  return end.getTime() - start.getTime() > MOST_PERIOD_DAYS * DAY_MS
    ? { ok: false, problem: "too_long" }
    : { ok: true, from: start, to: end }
}

/** What a daily look reads: what came since the last one, and what may have changed since. */
export function dailyPeriod(cursor: Date | null, now: Date): TimeRange {
  const reach = cursor ? LOOK_BACK_MS : USUAL_DAYS * DAY_MS
  const known = Math.min((cursor ?? now).getTime(), now.getTime())
  return { from: new Date(known - reach), to: now }
}

/**
 * Where a daily look has got to, which the next one reaches back from: now, unless statements
 * could not be understood. Then no further than that the next look still reads the earliest.
 * @param unreadable the beginnings of their days.
 */
export function lookedUntil(now: Date, unreadable: Date[]): Date {
  const latest = unreadable.map((from) => from.getTime() + LOOK_BACK_MS)
  return new Date(Math.min(now.getTime(), ...latest))
}

/** When the next day's statements are ready: an hour after the coming midnight (UTC). */
export function nextDailyLook(now: Date): Date {
  const days = Math.floor((now.getTime() - READY_MS) / DAY_MS) + 1
  return new Date(days * DAY_MS + READY_MS)
}

/** When payouts of a period's statements may come. */
export function payoutPeriod({ from, to }: TimeRange, now: Date): TimeRange {
  const latest = new Date(to.getTime() + LOOK_BACK_MS)
  return { from, to: latest < now ? latest : now }
}
