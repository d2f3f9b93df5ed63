import { randomUUID } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { SqlStore } from "../sql-store"
import { requireKept } from "../taken-over"

/** A queue that one reader holds for a while. */
export type ClaimedEventQueue = {
  id: string
  lease: string
  /** The marketplace's id of the queue; null while it has to be opened. */
  external_id: string | null
  /** What to hand back with the next pull. */
  ack: string | null
  /** The claiming channel's events were asked for within the last minutes. */
  subscribed: boolean
}

/** A held queue that exists at the marketplace. */
export type OpenEventQueue = Pick<ClaimedEventQueue, "id" | "lease" | "ack"> & {
  external_id: string
}

/** For how long a queue stays its reader's without a sign of life: after a crash others wait so long. */
const LEASE_SECONDS = 20
/** How long a channel's subscription is trusted before it is asked for again. */
const SUBSCRIBED_MINUTES = 10

const LEASED_UNTIL = `clock_timestamp() + interval '${LEASE_SECONDS} seconds'`
const SUBSCRIBED = `external_id IS NOT NULL AND COALESCE(
  (subscriptions ->> ?)::timestamptz > clock_timestamp() - interval '${SUBSCRIBED_MINUTES} minutes',
  false)`

/**
 * Which event queues there are, who reads them, and how far they are acknowledged. All
 * processes share the rows, so that a queue has one reader at a time.
 */
export class EventQueueRegisterService extends SqlStore {
  /**
   * Takes a queue that nobody reads, when it is due or when this channel still has to
   * subscribe to it. Null otherwise.
   */
  async claim(
    provider_id: string,
    key: string,
    channel_id: string
  ): Promise<ClaimedEventQueue | null> {
    await this.sql(
      `INSERT INTO marketplace_event_queue (id, provider_id, key, due_at)
       VALUES (?, ?, ?, clock_timestamp())
       ON CONFLICT (provider_id, key) WHERE deleted_at IS NULL DO NOTHING`,
      [generateEntityId(undefined, "mpqueue"), provider_id, key]
    )
    const [row] = await this.sql<ClaimedEventQueue>(
      `UPDATE marketplace_event_queue
          SET lease = ?, leased_until = ${LEASED_UNTIL},
              updated_at = clock_timestamp()
        WHERE provider_id = ? AND key = ? AND deleted_at IS NULL
          AND (leased_until IS NULL OR leased_until < clock_timestamp())
          AND (due_at <= clock_timestamp() OR NOT (${SUBSCRIBED}))
        RETURNING id, lease, external_id, ack, ${SUBSCRIBED} AS subscribed`,
      [randomUUID(), provider_id, key, channel_id, channel_id]
    )
    return row ?? null
  }

  /**
   * Notes that the queue carries a channel's events. With another id it is another queue:
   * what was acknowledged and who was subscribed belongs to the one before.
   * @throws {TakenOverError} when another worker reads it by now.
   */
  async opened(
    queue: Pick<ClaimedEventQueue, "id" | "lease">,
    channel_id: string,
    external_id: string
  ): Promise<OpenEventQueue> {
    return this.change(
      queue,
      `ack = CASE WHEN external_id = ? THEN ack END,
       subscriptions =
         CASE WHEN external_id = ? THEN subscriptions ELSE '{}'::jsonb END
         || jsonb_build_object(?::text, clock_timestamp()),
       external_id = ?`,
      [external_id, external_id, channel_id, external_id]
    )
  }

  /**
   * Notes a pull whose events are committed; without an ack the one before stays.
   * @throws {TakenOverError} when another worker reads it by now.
   */
  async pulled(
    queue: OpenEventQueue,
    ack: string | null
  ): Promise<OpenEventQueue> {
    return this.change(
      queue,
      `ack = COALESCE(?, ack), last_pull_at = clock_timestamp()`,
      [ack]
    )
  }

  /**
   * Notes that the marketplace no longer has the queue; every channel subscribes anew.
   * @throws {TakenOverError} when another worker reads it by now.
   */
  async gone(queue: OpenEventQueue): Promise<void> {
    await this.change(
      queue,
      `external_id = NULL, ack = NULL, subscriptions = '{}'::jsonb`,
      []
    )
  }

  /** Says that its reader is alive, to be called every few seconds. */
  async keep({
    id,
    lease,
  }: Pick<ClaimedEventQueue, "id" | "lease">): Promise<void> {
    await this.sql(
      `UPDATE marketplace_event_queue SET leased_until = ${LEASED_UNTIL}
        WHERE id = ? AND lease = ?`,
      [id, lease]
    )
  }

  /** Hands the queue back after a turn that went well. */
  async release(
    { id, lease }: Pick<ClaimedEventQueue, "id" | "lease">,
    due_at: Date
  ): Promise<void> {
    await this.sql(
      `UPDATE marketplace_event_queue
          SET lease = NULL, leased_until = NULL, due_at = ?, last_error = NULL,
              updated_at = clock_timestamp()
        WHERE id = ? AND lease = ?`,
      [due_at.toISOString(), id, lease]
    )
  }

  /** Hands the queue back after a failure; it stays due for whoever comes next. */
  async fail({ id, lease }: ClaimedEventQueue, error: string): Promise<void> {
    await this.sql(
      `UPDATE marketplace_event_queue
          SET lease = NULL, leased_until = NULL, last_error = ?,
              updated_at = clock_timestamp()
        WHERE id = ? AND lease = ?`,
      [error, id, lease]
    )
  }

  /** Lets a channel subscribe again, as after signing in anew. */
  async forgetSubscription(channel_id: string): Promise<void> {
    await this.sql(
      `UPDATE marketplace_event_queue
          SET subscriptions = subscriptions - ?::text,
              updated_at = clock_timestamp()
        WHERE jsonb_exists(subscriptions, ?)`,
      [channel_id, channel_id]
    )
  }

  /** Changes a queue that is still ours, and keeps it for longer. */
  private async change(
    { id, lease }: { id: string; lease: string },
    changes: string,
    params: unknown[]
  ): Promise<OpenEventQueue> {
    const rows = await this.sql<OpenEventQueue>(
      `UPDATE marketplace_event_queue
          SET ${changes}, leased_until = ${LEASED_UNTIL},
              updated_at = clock_timestamp()
        WHERE id = ? AND lease = ?
        RETURNING id, lease, external_id, ack`,
      [...params, id, lease]
    )
    requireKept(rows)
    return rows[0]
  }
}
