/** `from` inclusive, `to` exclusive. */
export type TimeRange = { from: Date; to: Date }

const MINUTE_MS = 60_000
/** How far every window reaches back behind the cursor. */
export const POLL_OVERLAP_MS = 30 * MINUTE_MS
/** How far the wide window reaches back, for orders that the feed lists late. */
export const WIDE_POLL_OVERLAP_MS = 24 * 60 * MINUTE_MS

/**
 * What to read next: from a little before the cursor up to now, in order; each piece may
 * be committed on its own.
 * @param input.cursor up to where everything is committed.
 * @param input.overlap_ms how far to reach back behind it.
 * @param input.max_window_ms the longest range that the marketplace answers.
 */
export function pollWindows(input: {
  cursor: Date
  now: Date
  overlap_ms: number
  max_window_ms: number
}): TimeRange[] {
  const { cursor, now, overlap_ms, max_window_ms } = input
  const known = Math.min(cursor.getTime(), now.getTime())
  return splitRange(new Date(known - overlap_ms), now, max_window_ms)
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
