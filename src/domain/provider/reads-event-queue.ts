import { JsonObject } from "../shared/json"
import { ChannelAccess } from "./channel-access"
import { MarketplaceProvider } from "./marketplace-provider"
import { MessageEffect } from "./marketplace-message"

/** One event of a queue. */
export type QueueEvent = {
  /** The marketplace's own id; repeats are recognised by it. */
  external_id: string
  type: string
  /** The channel it is about, of those given; null when it is about none of them. */
  channel_id: string | null
  effect: MessageEffect
  /** As the marketplace gave it, ids as text. */
  payload: JsonObject
}

export type EventBatch = {
  events: QueueEvent[]
  /**
   * Handing it back with the next pull acknowledges this batch. Null when none was given:
   * the one before is handed back again.
   */
  ack: string | null
}

/**
 * Optional: the marketplace keeps events in a queue that we empty, instead of calling us.
 * One reader at a time may empty a queue, and a batch is acknowledged only after its
 * consequences are committed.
 */
export interface ReadsEventQueue {
  /**
   * Names the queue that carries a channel's events, without a call. Channels with the
   * same key share one queue, as all sellers of one app may do. The key is stored as it
   * is, so it holds no secret.
   * @returns null when no queue carries this channel's events; asked again now and then.
   */
  eventQueueKey(access: ChannelAccess): Promise<string | null>
  /**
   * Makes sure that the queue exists and carries this channel's events; repeating it
   * changes nothing. Called at the start, when the queue is gone, after signing in again,
   * and every few minutes.
   * @param known the queue's id from an earlier time; another one is returned when it is gone.
   * @returns the queue's id at the marketplace.
   */
  openEventQueue(access: ChannelAccess, known: string | null): Promise<string>
  /**
   * Takes the next batch, oldest events first.
   * @param accesses the channels that share the queue; the first one makes the call.
   * @param ack the last one given, of a batch whose consequences are committed; null at the start.
   * @throws {MarketplaceError} `not_found` when the queue is gone: open it anew.
   */
  pullEvents(
    accesses: [ChannelAccess, ...ChannelAccess[]],
    queue: string,
    ack: string | null
  ): Promise<EventBatch>
}

export function readsEventQueue(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & ReadsEventQueue {
  return (
    "pullEvents" in provider &&
    typeof provider.pullEvents === "function" &&
    "openEventQueue" in provider &&
    typeof provider.openEventQueue === "function"
  )
}
