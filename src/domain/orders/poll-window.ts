/** `from` inclusive, `to` exclusive. */
export type TimeRange = { from: Date; to: Date }

const MINUTE_MS = 60_000
/** How far every window reaches back behind the cursor. */
export const POLL_OVERLAP_MS = 30 * MINUTE_MS
/** How far the wide window reaches back, for orders that the feed lists late. */
export const WIDE_POLL_OVERLAP_MS = 24 * 60 * MINUTE_MS
/** How often a window is wide. */
export const WIDE_POLL_INTERVAL_MS = 60 * MINUTE_MS

export type PollPlan = {
  /** In order; each may be committed on its own. */
  windows: TimeRange[]
  /** True when this is the hourly, wide reading. */
  wide: boolean
}

/**
 * What to read next, ending at `now`.
 * @param input.cursor up to where everything is committed.
 * @param input.last_wide_at when the last wide reading was planned; null for never.
 * @param input.max_window_ms the longest range that the marketplace answers.
 */
export function pollWindows(input: {
  cursor: Date
  now: Date
  last_wide_at: Date | null
  max_window_ms: number
}): PollPlan {
  const { cursor, now, last_wide_at, max_window_ms } = input
  const wide =
    last_wide_at === null ||
    now.getTime() - last_wide_at.getTime() >= WIDE_POLL_INTERVAL_MS
  const overlap = wide ? WIDE_POLL_OVERLAP_MS : POLL_OVERLAP_MS
  const known = Math.min(cursor.getTime(), now.getTime())
  const from = new Date(known - overlap)
  return { windows: splitRange(from, now, max_window_ms), wide }
}

/** The cursor after a window was read and committed; it never goes back. */
export function cursorAfter(cursor: Date, window: TimeRange): Date {
  return window.to > cursor ? window.to : cursor
}

/**
 * Cuts a range into pieces that join without gap or overlap; none for an empty range.
 * @param max_ms longest piece, at least 1 millisecond.
 */
export function splitRange(from: Date, to: Date, max_ms: number): TimeRange[] {
  const step = Math.max(1, Math.floor(max_ms))
  const pieces: TimeRange[] = []
  for (let start = from.getTime(); start < to.getTime(); start += step) {
    const end = Math.min(start + step, to.getTime())
    pieces.push({ from: new Date(start), to: new Date(end) })
  }
  return pieces
}
