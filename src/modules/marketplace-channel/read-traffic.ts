import { Backlog, ChannelFacts } from "../../domain/health/health-facts"
import {
  LONGEST_SILENCE_MS,
  USUAL_ORDERS,
  WEEKS_BACK,
} from "../../domain/health/usual-pace"
import { Sql } from "./sql-store"

/** A time as a driver gives it. */
export type Moment = Date | string

/** What came in and what waits of one channel, as `ChannelFacts` has it. */
export type Traffic = Pick<
  ChannelFacts,
  | "newest_orders"
  | "same_hours_before"
  | "last_message_at"
  | "untold_orders"
  | "unread"
  | "unplanned"
  | "unsettled"
  | "unanswered_stock"
  | "refused_stock"
  | "statements"
>

const COUNTED = 100
/** Rows that are looked at, at most, for one answer. */
const LOOKED_AT = 500
const ORDERS = 20
const STATEMENTS = 6
/** Attempts after which a Medusa order does not follow for a reason. */
const SETTLE_ATTEMPTS = 5

const CHANNELS = `marketplace_channel AS channel WHERE channel.deleted_at IS NULL`
const EACH = `FROM (SELECT id, created_at FROM ${CHANNELS}) AS channel CROSS JOIN LATERAL`

/**
 * Reads every channel's traffic; a channel without any is left out.
 * @param messages_since when the oldest message came that would still be kept.
 */
export async function readTraffic(
  sql: Sql,
  now: Date,
  messages_since: Date
): Promise<Map<string, Traffic>> {
  const orders = await readOrders(sql, now)
  const messages = await readMessages(sql, messages_since)
  const backlogs = await readBacklogs(sql, now)
  const statements = await sql<{ channel_id: string; at: Moment[] }>(
    `SELECT channel.id AS channel_id, array_agg(last.day ORDER BY last.day DESC) AS at
       ${EACH} (SELECT DISTINCT date_trunc('day', COALESCE(period_to, created_at), 'UTC') AS day
                  FROM marketplace_statement
                 WHERE channel_id = channel.id AND status = 'done' AND deleted_at IS NULL
                 ORDER BY day DESC LIMIT ${STATEMENTS}) AS last
      GROUP BY channel.id`
  )
  const ids = await sql<{ id: string }>(`SELECT channel.id FROM ${CHANNELS}`)
  return new Map(
    ids.map(({ id }) => {
      const of = <Row extends { channel_id: string }>(rows: Row[]) =>
        rows.find(({ channel_id }) => channel_id === id)
      const backlog = (kind: string) =>
        toBacklog(
          backlogs.find((row) => row.channel_id === id && row.kind === kind)
        )
      return [
        id,
        {
          newest_orders: orders.newest
            .filter(({ channel_id }) => channel_id === id)
            .map(({ placed_at, seen_at }) => ({
              placed_at: new Date(placed_at),
              seen_at: new Date(seen_at),
            })),
          same_hours_before: orders.before
            .filter(({ channel_id }) => channel_id === id)
            .map(({ count }) => count),
          last_message_at: toDate(of(messages)?.last_message_at ?? null),
          untold_orders: (of(messages)?.untold ?? []).map(
            (moment) => new Date(moment)
          ),
          unread: backlog("unread"),
          unplanned: backlog("unplanned"),
          unsettled: backlog("unsettled"),
          unanswered_stock: backlog("unresolved"),
          refused_stock: backlog("refused"),
          statements: (of(statements)?.at ?? []).map(
            (moment) => new Date(moment)
          ),
        },
      ]
    })
  )
}

/** The orders seen last, and how many came in the same hours of the weeks before. */
async function readOrders(sql: Sql, now: Date) {
  const newest = await sql<{
    channel_id: string
    placed_at: Moment
    seen_at: Moment
  }>(
    `SELECT channel.id AS channel_id, seen.placed_at, seen.created_at AS seen_at
       ${EACH} (SELECT placed_at, created_at FROM marketplace_channel_order
                 WHERE channel_id = channel.id AND deleted_at IS NULL
                 ORDER BY created_at DESC LIMIT ${ORDERS}) AS seen
      ORDER BY channel.id, seen.created_at DESC`
  )
  const before = await sql<{ channel_id: string; count: number }>(
    `SELECT channel.id AS channel_id,
            (SELECT count(*)::int
               FROM (SELECT id FROM marketplace_channel_order AS told
                      WHERE told.channel_id = channel.id AND told.deleted_at IS NULL
                        AND told.created_at >= last.created_at - weeks.back
                        AND told.created_at < last.created_at - weeks.back
                          + LEAST(?::timestamptz - last.created_at,
                                  interval '${LONGEST_SILENCE_MS} milliseconds')
                        AND told.placed_at > told.created_at - interval '1 day'
                      LIMIT ${USUAL_ORDERS}) AS few) AS count
       ${EACH} (SELECT created_at FROM marketplace_channel_order
                 WHERE channel_id = channel.id AND deleted_at IS NULL
                 ORDER BY created_at DESC LIMIT 1) AS last
      CROSS JOIN (SELECT week * interval '7 days' AS back
                    FROM generate_series(1, ${WEEKS_BACK}) AS week) AS weeks
      WHERE last.created_at - weeks.back >= channel.created_at
        AND last.created_at < ?::timestamptz`,
    [now.toISOString(), now.toISOString()]
  )
  return { newest, before }
}

/**
 * The last message of each channel, and the orders first seen since without one. Of the time
 * from which no message is kept any more, nothing is known.
 */
function readMessages(sql: Sql, kept_since: Date) {
  return sql<{
    channel_id: string
    last_message_at: Moment | null
    untold: Moment[]
  }>(
    `SELECT channel.id AS channel_id, last.at AS last_message_at,
            ARRAY(SELECT untold.created_at
                    FROM (SELECT created_at, placed_at FROM marketplace_channel_order
                           WHERE channel_id = channel.id AND deleted_at IS NULL
                             AND created_at > known.since + interval '10 minutes'
                           ORDER BY created_at DESC LIMIT ${LOOKED_AT}) AS untold
                   WHERE untold.placed_at > known.since
                   ORDER BY untold.created_at LIMIT ${ORDERS}) AS untold
       ${EACH} (SELECT max(received_at) AS at FROM marketplace_webhook_message
                 WHERE channel_id = channel.id AND deleted_at IS NULL) AS last
      CROSS JOIN LATERAL
        (SELECT COALESCE(last.at, GREATEST(channel.created_at, ?::timestamptz)) AS since) AS known`,
    [kept_since.toISOString()]
  )
}

type BacklogRow = {
  channel_id: string
  kind: string
  count: number
  oldest_at: Moment | null
  error: string | null
}

/**
 * What waits, by channel and kind. Orders are counted in one pass over the indexes that hold
 * those alone which wait: with a limit over all, one channel would hide the others.
 */
function readBacklogs(sql: Sql, now: Date): Promise<BacklogRow[]> {
  return sql<BacklogRow>(
    `SELECT channel_id, kind, LEAST(count(*), ${COUNTED})::int AS count,
            min(at) AS oldest_at, min(error) AS error
       FROM (
         SELECT channel.id AS channel_id, 'unread' AS kind, nudge.created_at AS at,
                nudge.last_error AS error
           ${EACH} (SELECT created_at, last_error FROM marketplace_nudge
                     WHERE channel_id = channel.id AND deleted_at IS NULL
                     LIMIT ${LOOKED_AT}) AS nudge
         UNION ALL
         SELECT channel_id, 'unplanned', updated_at, NULL
           FROM marketplace_channel_order
          WHERE planned_hash IS DISTINCT FROM content_hash AND deleted_at IS NULL
         UNION ALL
         SELECT channel_id, 'unsettled',
                CASE WHEN settle_attempts >= ${SETTLE_ATTEMPTS}
                  THEN LEAST(external_updated_at, settle_due_at) ELSE settle_due_at END,
                settle_error
           FROM marketplace_channel_order
          WHERE settle_due_at IS NOT NULL AND deleted_at IS NULL
            AND (settle_due_at < ? OR settle_attempts >= ${SETTLE_ATTEMPTS})
         UNION ALL
         SELECT channel.id, stock.state, stock.behind_since, NULL
           ${EACH} (
             (SELECT state, behind_since FROM marketplace_listing_stock
               WHERE channel_id = channel.id AND state = 'unresolved'
                 AND behind_since IS NOT NULL AND deleted_at IS NULL LIMIT ${COUNTED})
             UNION ALL
             (SELECT state, behind_since FROM marketplace_listing_stock
               WHERE channel_id = channel.id AND state = 'refused'
                 AND behind_since IS NOT NULL AND deleted_at IS NULL LIMIT ${COUNTED})
           ) AS stock
       ) AS waiting
      GROUP BY channel_id, kind`,
    [now.toISOString()]
  )
}

function toBacklog(row: BacklogRow | undefined): Backlog | null {
  const oldest_at = toDate(row?.oldest_at ?? null)
  return row && oldest_at
    ? { count: row.count, oldest_at, error: row.error }
    : null
}

export function toDate(moment: Moment | null): Date | null {
  return moment === null ? null : new Date(moment)
}
