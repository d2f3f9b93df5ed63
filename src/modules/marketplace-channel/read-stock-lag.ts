import { Sql } from "./sql-store"

/** From a change of stock to its number being seen on the marketplace; milliseconds, UTC. */
export type Lag = {
  /** Null without any write that was seen in the window. */
  p50_ms: number | null
  p95_ms: number | null
  p99_ms: number | null
  longest_ms: number | null
  /** Writes that were seen. */
  pushes: number
  /** Where the window begins. */
  since: Date
  /** Listings that show another number than they should, and since when the longest does. */
  behind: number
  oldest_behind_since: Date | null
}

const WINDOW_MS = 3_600_000
/** Writes that waited longer to be seen are not looked for: the index goes by when they were sent. */
const SENT_MS = 6 * WINDOW_MS

export async function readLag(
  sql: Sql,
  channel_ids: string[] | undefined,
  now: Date
): Promise<Lag> {
  const since = new Date(now.getTime() - WINDOW_MS)
  const ids = channel_ids ? JSON.stringify(channel_ids) : null
  const channels = `SELECT id FROM marketplace_channel
     WHERE deleted_at IS NULL
       AND (?::jsonb IS NULL OR id IN (SELECT jsonb_array_elements_text(?::jsonb)))`
  const [times] = await sql<{
    pushes: number
    percentiles: (number | null)[] | null
    longest: number | null
  }>(
    `SELECT count(*)::int AS pushes, max(lag)::float8 AS longest,
            to_jsonb(percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY lag))
              AS percentiles
       FROM (SELECT extract(epoch FROM push.confirmed_at - push.since) * 1000 AS lag
               FROM marketplace_stock_push AS push
              WHERE push.channel_id IN (${channels})
                AND push.sent_at >= ? AND push.confirmed_at >= ?
                AND push.deleted_at IS NULL) AS seen`,
    [
      ids,
      ids,
      new Date(now.getTime() - SENT_MS).toISOString(),
      since.toISOString(),
    ]
  )
  const [late] = await sql<{ behind: number; oldest: string | null }>(
    `SELECT count(*)::int AS behind, min(behind_since) AS oldest
       FROM marketplace_listing_stock
      WHERE channel_id IN (${channels})
        AND behind_since IS NOT NULL AND deleted_at IS NULL`,
    [ids, ids]
  )
  const [p50 = null, p95 = null, p99 = null] = times.percentiles ?? []
  return {
    p50_ms: whole(p50),
    p95_ms: whole(p95),
    p99_ms: whole(p99),
    longest_ms: whole(times.longest),
    pushes: times.pushes,
    since,
    behind: late.behind,
    oldest_behind_since: late.oldest ? new Date(late.oldest) : null,
  }
}

function whole(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(Number(milliseconds))
}
