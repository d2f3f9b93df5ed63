import { generateEntityId } from "@medusajs/framework/utils"
import { NOBODY, Occupant, Served } from "../../../domain/channels/fair-shares"
import { FLOW_KINDS, FlowKind } from "../../../domain/channels/flow-kind"
import { Sql, SqlStore } from "../sql-store"
import {
  JOIN_WORKING_CHANNEL,
  NOT_SERVED,
  notServed,
} from "../utils/channels-to-serve"
import { requireKept } from "../taken-over"

export type ClaimedFlow = Occupant & {
  id: string
  /** Names this claim: what a worker that was taken for dead does afterwards has no effect. */
  lease_id: string
  kind: FlowKind
  cursor: Date | null
  failures: number
  /** By the database's clock. */
  claimed_at: Date
}

/** What proves that a flow is still its worker's. */
export type FlowLease = Pick<ClaimedFlow, "id" | "lease_id">

/** For how long a flow stays somebody's without a sign of life: after a crash others wait so long. */
const LEASE_SECONDS = 15

/** When which recurring work of which channel is due. */
export class FlowScheduleService extends SqlStore {
  /** Makes a channel's flows, first due at the given moments; existing ones stay. */
  async create(
    channel_id: string,
    flows: { kind: FlowKind; due_at: Date; cursor: Date | null }[]
  ): Promise<void> {
    for (const { kind, due_at, cursor } of flows) {
      await this.sql(
        `INSERT INTO marketplace_flow (id, channel_id, kind, due_at, cursor)
         VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (channel_id, kind) WHERE deleted_at IS NULL DO NOTHING`,
        [
          generateEntityId(undefined, "mpflow"),
          channel_id,
          kind,
          due_at.toISOString(),
          cursor?.toISOString() ?? null,
        ]
      )
    }
  }

  /**
   * Takes one due flow of a working channel and one of these kinds, the longest overdue
   * first; one flow of a channel and kind runs once at a time over all processes.
   * @param served whose flows are left alone.
   */
  async claimNext(
    kinds: readonly FlowKind[] = FLOW_KINDS,
    served: Served = NOBODY
  ): Promise<ClaimedFlow | null> {
    const [row] = await this.sql<ClaimedFlow>(
      `UPDATE marketplace_flow AS flow
          SET leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds',
              lease_id = gen_random_uuid()::text,
              progressed_at = clock_timestamp()
         FROM (
           SELECT due.id, channel.provider_id
             FROM marketplace_flow AS due
             ${JOIN_WORKING_CHANNEL}
            WHERE due.due_at <= clock_timestamp()
              AND due.deleted_at IS NULL
              AND due.kind IN (SELECT jsonb_array_elements_text(?::jsonb))
              AND ${NOT_SERVED}
              AND (due.leased_until IS NULL OR due.leased_until < clock_timestamp())
            ORDER BY due.due_at
            LIMIT 1
            FOR UPDATE OF due SKIP LOCKED
         ) AS claimed
        WHERE flow.id = claimed.id
        RETURNING flow.id, flow.lease_id, flow.channel_id, claimed.provider_id, flow.kind,
                  flow.cursor, flow.failures, clock_timestamp() AS claimed_at`,
      [JSON.stringify(kinds), ...notServed(served)]
    )
    return row
      ? {
          ...row,
          cursor: row.cursor ? new Date(row.cursor) : null,
          claimed_at: new Date(row.claimed_at),
        }
      : null
  }

  /**
   * Says that its worker is alive, to be called every few seconds.
   * @throws {TakenOverError} when the flow is another worker's by now, or gone.
   */
  async keep({ id, lease_id }: FlowLease): Promise<void> {
    const kept = await this.sql(
      `UPDATE marketplace_flow
          SET leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
        WHERE id = ? AND lease_id = ? RETURNING id`,
      [id, lease_id]
    )
    requireKept(kept)
  }

  /**
   * Keeps a long flow and says that a part of it is done: one that is merely kept counts as
   * stuck after a while.
   * @throws {TakenOverError} as `keep`.
   */
  async getOn({ id, lease_id }: FlowLease): Promise<void> {
    const kept = await this.sql(
      `UPDATE marketplace_flow
          SET progressed_at = clock_timestamp(),
              leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
        WHERE id = ? AND lease_id = ? RETURNING id`,
      [id, lease_id]
    )
    requireKept(kept)
  }

  /**
   * Keeps a long flow while it goes on, and remembers how far it has come.
   * @throws {TakenOverError} as `keep`.
   */
  async advance({ id, lease_id }: FlowLease, cursor: Date): Promise<void> {
    const kept = await this.sql(
      `UPDATE marketplace_flow
          SET cursor = ?, progressed_at = clock_timestamp(),
              leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
        WHERE id = ? AND lease_id = ? RETURNING id`,
      [cursor.toISOString(), id, lease_id]
    )
    requireKept(kept)
  }

  /**
   * A flow that was hastened while it was under way is due at once again. As all that ends a
   * turn it does nothing when the flow is another worker's by now.
   */
  async succeed(
    { id, lease_id, claimed_at }: FlowLease & Pick<ClaimedFlow, "claimed_at">,
    due_at: Date
  ): Promise<void> {
    await this.sql(
      `UPDATE marketplace_flow
          SET due_at = CASE WHEN hastened_at >= ?::timestamptz THEN clock_timestamp()
                            ELSE ?::timestamptz END,
              leased_until = NULL, lease_id = NULL, failures = 0, last_error = NULL,
              last_error_code = NULL, failing_since = NULL,
              last_success_at = clock_timestamp()
        WHERE id = ? AND lease_id = ?`,
      [claimed_at.toISOString(), due_at.toISOString(), id, lease_id]
    )
  }

  /** @param failure what went wrong, in words and as `failureCode` names it. */
  async fail(
    { id, lease_id }: FlowLease,
    due_at: Date,
    { message, code }: { message: string; code: string }
  ): Promise<void> {
    await this.sql(
      `UPDATE marketplace_flow
          SET due_at = ?, leased_until = NULL, lease_id = NULL,
              failures = failures + 1, last_error = ?, last_error_code = ?,
              failing_since = COALESCE(failing_since, clock_timestamp())
        WHERE id = ? AND lease_id = ?`,
      [due_at.toISOString(), message, code, id, lease_id]
    )
  }

  /** Notes whether the marketplace left out orders that it must have listed. */
  async noteEmpty({ id, lease_id }: FlowLease, empty: boolean): Promise<void> {
    await this.sql(
      `UPDATE marketplace_flow
          SET empty_since = CASE WHEN ? THEN COALESCE(empty_since, clock_timestamp()) END
        WHERE id = ? AND lease_id = ?`,
      [empty, id, lease_id]
    )
  }

  /** A flow that has reached its end. */
  async remove({ id, lease_id }: FlowLease): Promise<void> {
    await this.sql(
      `DELETE FROM marketplace_flow WHERE id = ? AND lease_id = ?`,
      [id, lease_id]
    )
  }

  /** Brings a flow forward or puts it off; one under way is not disturbed. */
  async reschedule(
    channel_id: string,
    kind: FlowKind,
    due_at: Date
  ): Promise<void> {
    await this.sql(
      `UPDATE marketplace_flow SET due_at = ?, failures = 0, last_error = NULL,
              last_error_code = NULL, failing_since = NULL
        WHERE channel_id = ? AND kind = ? AND deleted_at IS NULL`,
      [due_at.toISOString(), channel_id, kind]
    )
  }

  /**
   * Makes flows due at once, and once more after one that is under way; makes those that a
   * channel does not have yet. One that keeps failing is left to its growing pauses.
   */
  async hasten(channel_ids: string[], kind: FlowKind): Promise<void> {
    for (const channel_id of [...new Set(channel_ids)].sort()) {
      await this.sql(
        `INSERT INTO marketplace_flow AS flow (id, channel_id, kind, due_at)
         VALUES (?, ?, ?, clock_timestamp())
         ON CONFLICT (channel_id, kind) WHERE deleted_at IS NULL
         DO UPDATE SET hastened_at = clock_timestamp(),
                       due_at = CASE WHEN flow.failures = 0
                         THEN LEAST(flow.due_at, clock_timestamp())
                         ELSE flow.due_at END`,
        [generateEntityId(undefined, "mpflow"), channel_id, kind]
      )
    }
  }

  /** What failed is tried again at once: its cause may be gone. */
  async retryFailed(channel_id: string): Promise<void> {
    await this.sql(
      `UPDATE marketplace_flow SET due_at = LEAST(due_at, clock_timestamp())
        WHERE channel_id = ? AND failures > 0 AND deleted_at IS NULL`,
      [channel_id]
    )
  }

  async removeOfChannel(channel_id: string): Promise<void> {
    await this.sql(`DELETE FROM marketplace_flow WHERE channel_id = ?`, [
      channel_id,
    ])
  }
}

/**
 * Keeps a flow from being taken over until the transaction ends.
 * @throws {TakenOverError} when it is another worker's already, or gone.
 */
export async function requireLease(
  sql: Sql,
  { id, lease_id }: FlowLease
): Promise<void> {
  requireKept(
    await sql(
      `SELECT id FROM marketplace_flow WHERE id = ? AND lease_id = ? FOR SHARE`,
      [id, lease_id]
    )
  )
}
