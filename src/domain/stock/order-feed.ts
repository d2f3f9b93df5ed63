/** How far the orders of a channel are read, as its polling remembers. */
export type OrderFeed = {
  /** Everything before this moment is read (UTC): where the last reading began, not where it ended. */
  cursor: Date | null
  /** Null before the first reading came to its end; the cursor then says nothing. */
  last_success_at: Date | null
}

/** An order feed counts as read while it is no older than two polls and this (milliseconds). */
const GRACE_MS = 60_000

/**
 * Up to when the sales of a channel are known. A sale during a reading may be missing from
 * the pages that were read before it.
 */
export function feedReadAt(feed: OrderFeed | undefined): Date | null {
  return feed?.last_success_at ? feed.cursor : null
}

/** Whether the newest sales are known well enough to offer more. */
export function isFeedFresh(
  feed_read_at: Date | null,
  poll_ms: number,
  now: Date
): boolean {
  return (
    feed_read_at !== null &&
    now.getTime() - feed_read_at.getTime() <= 2 * poll_ms + GRACE_MS
  )
}
