import { ChannelStatus } from "../../../domain/channels/channel-settings"
import { FlowKind } from "../../../domain/channels/flow-kind"
import {
  Backlog,
  FlowFacts,
  HealthFacts,
  ProcessFacts,
} from "../../../domain/health/health-facts"
import { SqlStore } from "../sql-store"
import { Moment, readTraffic, toDate, Traffic } from "../read-traffic"

/** A channel with what its row, its sign-in and its flows say. */
export type ChannelVitals = {
  id: string
  provider_id: string
  name: string
  status: ChannelStatus
  status_reason: string | null
  created_at: Date
  changed_at: Date
  listings_downloaded_at: Date | null
  authorization: {
    ends_at: Date | null
    renews_by_itself: boolean
    refused_at: Date | null
    key_id: string
  } | null
  flows: FlowFacts[]
  event_queue: { last_pull_at: Date | null; last_error: string | null } | null
}

type VitalsRow = Pick<
  ChannelVitals,
  "id" | "provider_id" | "name" | "status" | "status_reason"
> & {
  created_at: Moment
  changed_at: Moment
  listings_downloaded_at: Moment | null
  key_id: string | null
  ends_at: Moment | null
  renews_by_itself: boolean
  refused_at: Moment | null
}

type FlowRow = { channel_id: string; kind: FlowKind } & Pick<
  FlowFacts,
  "last_error" | "last_error_code" | "failures"
> &
  Record<
    | "due_at"
    | "leased_until"
    | "progressed_at"
    | "last_success_at"
    | "failing_since"
    | "empty_since",
    Moment | null
  >

const REFUSALS_HOURS = 3
const COUNTED = 100

/**
 * What proves that the shop's work goes on, or does not. Every question is answered from an
 * index with a limit, or from one of what waits alone, so that the cost grows with the number of
 * channels and with what waits only.
 */
export class HealthReaderService extends SqlStore {
  /** By the database's clock. */
  async clock(): Promise<Date> {
    const [{ at }] = await this.sql<{ at: Moment }>(
      "SELECT clock_timestamp() AS at"
    )
    return new Date(at)
  }

  async channels(): Promise<ChannelVitals[]> {
    const [rows, flows, queues] = [
      await this.sql<VitalsRow>(
        `SELECT channel.id, channel.provider_id, channel.name, channel.status,
                channel.status_reason, channel.created_at,
                channel.updated_at AS changed_at,
                channel.last_listing_sync_at AS listings_downloaded_at,
                split_part(account.secrets, ':', 2) AS key_id,
                account.refresh_expires_at AS ends_at,
                account.expires_at IS NOT NULL AS renews_by_itself,
                account.refused_at
           FROM marketplace_channel AS channel
           LEFT JOIN marketplace_authorization AS account
             ON account.id = channel.authorization_id AND account.deleted_at IS NULL
          WHERE channel.deleted_at IS NULL
          ORDER BY channel.created_at, channel.id`
      ),
      await this.sql<FlowRow>(
        `SELECT channel_id, kind, due_at, leased_until, progressed_at,
                last_success_at, last_error, last_error_code, failing_since,
                failures, empty_since
           FROM marketplace_flow WHERE deleted_at IS NULL ORDER BY channel_id, kind`
      ),
      await this.sql<{
        channel_id: string
        last_pull_at: Moment | null
        last_error: string | null
      }>(
        `SELECT channel_id, queue.last_pull_at, queue.last_error
           FROM marketplace_event_queue AS queue,
                jsonb_object_keys(queue.subscriptions) AS channel_id
          WHERE queue.deleted_at IS NULL AND queue.external_id IS NOT NULL`
      ),
    ]
    return rows.map((row) => {
      const queue = queues.find(({ channel_id }) => channel_id === row.id)
      return {
        id: row.id,
        provider_id: row.provider_id,
        name: row.name,
        status: row.status,
        status_reason: row.status_reason,
        created_at: new Date(row.created_at),
        changed_at: new Date(row.changed_at),
        listings_downloaded_at: toDate(row.listings_downloaded_at),
        authorization:
          row.key_id === null
            ? null
            : {
                ends_at: toDate(row.ends_at),
                renews_by_itself: row.renews_by_itself,
                refused_at: toDate(row.refused_at),
                key_id: row.key_id,
              },
        flows: flows
          .filter(({ channel_id }) => channel_id === row.id)
          .map(toFlow),
        event_queue: queue
          ? {
              last_pull_at: toDate(queue.last_pull_at),
              last_error: queue.last_error,
            }
          : null,
      }
    })
  }

  /**
   * What came in and what waits, by channel.
   * @param messages_since when the oldest message came that would still be kept.
   */
  traffic(now: Date, messages_since: Date): Promise<Map<string, Traffic>> {
    return readTraffic(this.sql, now, messages_since)
  }

  /** Also those that were seen a while ago. */
  async processes(): Promise<ProcessFacts[]> {
    const rows = await this.sql<
      Omit<ProcessFacts, "started_at" | "seen_at"> & {
        started_at: Moment
        seen_at: Moment
      }
    >(
      `SELECT id, name, worker_mode, locking, started_at, seen_at
         FROM marketplace_process WHERE deleted_at IS NULL
        ORDER BY started_at, id`
    )
    return rows.map((row) => ({
      ...row,
      started_at: new Date(row.started_at),
      seen_at: new Date(row.seen_at),
    }))
  }

  /** Webhooks of the last hours whose signature was wrong. */
  async refusals(
    now: Date
  ): Promise<Omit<HealthFacts["refusals"][number], "label">[]> {
    const rows = await this.sql<{
      provider_id: string
      count: number
      since: Moment
    }>(
      `SELECT provider_id, sum(count)::int AS count, min(created_at) AS since
         FROM marketplace_webhook_refusal
        WHERE reason = 'bad_signature' AND deleted_at IS NULL
          AND hour >= ?::timestamptz - interval '${REFUSALS_HOURS} hours'
        GROUP BY provider_id ORDER BY provider_id`,
      [now.toISOString()]
    )
    return rows.map((row) => ({ ...row, since: new Date(row.since) }))
  }

  /** Runs that go on but that nobody has attended to for a while. */
  async abandonedRuns(now: Date): Promise<Backlog | null> {
    const [row] = await this.sql<{ count: number; oldest_at: Moment | null }>(
      `SELECT count(*)::int AS count, min(since) AS oldest_at
         FROM (SELECT COALESCE(leased_until, created_at) AS since
                 FROM marketplace_run
                WHERE status = 'running' AND deleted_at IS NULL
                  AND (leased_until IS NULL OR leased_until < ?)
                LIMIT ${COUNTED}) AS left_behind`,
      [now.toISOString()]
    )
    const oldest_at = toDate(row?.oldest_at ?? null)
    return oldest_at ? { count: row.count, oldest_at, error: null } : null
  }
}

function toFlow(row: FlowRow): FlowFacts {
  return {
    kind: row.kind,
    due_at: toDate(row.due_at) ?? new Date(0),
    leased_until: toDate(row.leased_until),
    progressed_at: toDate(row.progressed_at),
    last_success_at: toDate(row.last_success_at),
    last_error: row.last_error,
    last_error_code: row.last_error_code,
    failing_since: toDate(row.failing_since),
    failures: row.failures,
    empty_since: toDate(row.empty_since),
  }
}
