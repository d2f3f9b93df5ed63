import { generateEntityId } from "@medusajs/framework/utils"
import { NOBODY, Occupant, Served } from "../../../domain/channels/fair-shares"
import { Sql, SqlStore } from "../sql-store"
import {
  JOIN_WORKING_CHANNEL,
  NOT_SERVED,
  notServed,
} from "../utils/channels-to-serve"

/** The stored copy is planned anew for `link` and `check`; for any other the order is read. */
export type NudgeSource =
  "webhook" | "event" | "link" | "check" | "retry" | "request"

export type ClaimedNudge = {
  id: string
  channel_id: string
  external_id: string
  /** The counter when claimed; pass it back when done. */
  counter: number
  source: NudgeSource
  attempts: number
}

/** What is due of one channel, the longest waiting first. */
export type ClaimedNudges = Occupant & { nudges: ClaimedNudge[] }

/** For how long a nudge stays somebody's without a sign of life: after a crash others wait so long. */
const LEASE_SECONDS = 15
const RETRY_CEILING_SECONDS = 900

const IS_DUE = `due.due_at <= clock_timestamp() AND due.deleted_at IS NULL
            AND (due.leased_until IS NULL OR due.leased_until < clock_timestamp())`

/** Orders that have to be read again, one row each however often that was said. */
export class NudgeQueueService extends SqlStore {
  /**
   * Adds orders or raises their counters; due at once. One that has to be read keeps that:
   * a new link, or what else has changed here, is seen to by reading it too.
   */
  async add(
    channel_id: string,
    external_ids: string[],
    source: NudgeSource
  ): Promise<void> {
    const rows = [...new Set(external_ids)].map((external_id) => ({
      id: generateEntityId(undefined, "mpnudge"),
      external_id,
    }))
    if (!rows.length) {
      return
    }
    await this.sql(
      `INSERT INTO marketplace_nudge (id, channel_id, external_id, source, due_at)
       SELECT row.id, ?, row.external_id, ?, clock_timestamp()
         FROM jsonb_to_recordset(?::jsonb) AS row(id text, external_id text)
        ORDER BY row.external_id
       ON CONFLICT (channel_id, external_id) WHERE deleted_at IS NULL
       DO UPDATE SET counter = marketplace_nudge.counter + 1,
                     source = CASE WHEN EXCLUDED.source IN ('link', 'check')
                       THEN marketplace_nudge.source ELSE EXCLUDED.source END,
                     attempts = 0,
                     due_at = LEAST(marketplace_nudge.due_at, EXCLUDED.due_at),
                     updated_at = clock_timestamp()`,
      [channel_id, source, JSON.stringify(rows)]
    )
  }

  /**
   * Takes due nudges of one working channel, the one that has waited longest; others skip them
   * for as long as whoever took them says that it is alive.
   * @param served whose nudges are left alone.
   * @returns null when none is due.
   */
  async claim(
    limit: number,
    served: Served = NOBODY
  ): Promise<ClaimedNudges | null> {
    const rows = await this.sql<ClaimedNudge & { provider_id: string }>(
      `WITH longest AS (
         SELECT due.channel_id, channel.provider_id
           FROM marketplace_nudge AS due
           ${JOIN_WORKING_CHANNEL}
          WHERE ${IS_DUE} AND ${NOT_SERVED}
          ORDER BY due.due_at
          LIMIT 1
          FOR UPDATE OF due SKIP LOCKED
       ), claimed AS (
         SELECT due.id, longest.provider_id
           FROM marketplace_nudge AS due
           JOIN longest ON longest.channel_id = due.channel_id
          WHERE ${IS_DUE}
          ORDER BY due.due_at
          LIMIT ?
          FOR UPDATE OF due SKIP LOCKED
       )
       UPDATE marketplace_nudge AS nudge
          SET leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
         FROM claimed
        WHERE nudge.id = claimed.id
        RETURNING nudge.id, nudge.channel_id, claimed.provider_id, nudge.external_id,
                  nudge.counter, nudge.source, nudge.attempts`,
      [...notServed(served), limit]
    )
    return rows.length
      ? {
          channel_id: rows[0].channel_id,
          provider_id: rows[0].provider_id,
          nudges: rows,
        }
      : null
  }

  /** Says that their reader is alive, to be called every few seconds. */
  async keep(nudges: Pick<ClaimedNudge, "id">[]): Promise<void> {
    await this.transaction(async (sql) => {
      await lock(sql, nudges)
      await sql(
        `UPDATE marketplace_nudge
            SET leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
          WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb))
            AND leased_until IS NOT NULL`,
        [JSON.stringify(nudges.map(({ id }) => id))]
      )
    })
  }

  /** Removes what was not asked for again meanwhile; the rest becomes due at once. */
  async finish(nudges: ClaimedNudge[]): Promise<void> {
    const rows = JSON.stringify(
      nudges.map(({ id, counter }) => ({ id, counter }))
    )
    await this.transaction(async (sql) => {
      await lock(sql, nudges)
      await sql(
        `DELETE FROM marketplace_nudge AS nudge
          USING jsonb_to_recordset(?::jsonb) AS done(id text, counter int)
          WHERE nudge.id = done.id AND nudge.counter = done.counter`,
        [rows]
      )
      await sql(
        `UPDATE marketplace_nudge AS nudge
            SET leased_until = NULL, due_at = clock_timestamp()
           FROM jsonb_to_recordset(?::jsonb) AS done(id text, counter int)
          WHERE nudge.id = done.id`,
        [rows]
      )
    })
  }

  async removeOfChannel(channel_id: string): Promise<void> {
    await this.sql(`DELETE FROM marketplace_nudge WHERE channel_id = ?`, [
      channel_id,
    ])
  }

  /** Puts nudges back with growing delay (2 s doubling, at most 15 min). */
  async postpone(nudges: ClaimedNudge[], error: string): Promise<void> {
    await this.transaction(async (sql) => {
      await lock(sql, nudges)
      await sql(
        `UPDATE marketplace_nudge AS nudge
            SET leased_until = NULL,
                attempts = nudge.attempts + 1,
                last_error = ?,
                due_at = clock_timestamp()
                  + LEAST(${RETRY_CEILING_SECONDS}, 2 * power(2, LEAST(nudge.attempts, 20)))
                    * interval '1 second'
           FROM jsonb_to_recordset(?::jsonb) AS late(id text)
          WHERE nudge.id = late.id`,
        [error, JSON.stringify(nudges.map(({ id }) => ({ id })))]
      )
    })
  }
}

/** In the sequence in which they are added: nobody waits in a circle. */
async function lock(
  sql: Sql,
  nudges: Pick<ClaimedNudge, "id">[]
): Promise<void> {
  await sql(
    `SELECT id FROM marketplace_nudge
      WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb))
      ORDER BY channel_id, external_id FOR UPDATE`,
    [JSON.stringify(nudges.map(({ id }) => id))]
  )
}
