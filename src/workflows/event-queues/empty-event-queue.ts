import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { EventBatch, QueueEvent } from "../../domain/provider/reads-event-queue"
import {
  ClaimedEventQueue,
  OpenEventQueue,
} from "../../modules/marketplace-channel/services/event-queue-register"
import { followMessages } from "../messages/follow-messages"
import { QueueReader } from "./queue-reader"
import { sharingChannels } from "./sharing-channels"

/** Then the turn ends, so that other flows come to work too. */
const MOST_BATCHES = 20

/**
 * Pulls batches until the queue is empty, each followed up and kept before its ack is
 * stored, and only then handed back with the next pull. A crash in between lets the batch
 * come again, where its events are found to be known.
 *
 * @returns whether there is more to read at once.
 * @throws {TakenOverError} when the lease ran out and another worker reads.
 */
export async function emptyEventQueue(
  reader: QueueReader,
  claimed: ClaimedEventQueue
): Promise<{ has_more: boolean }> {
  const { marketplaces, flow } = reader
  const accesses = await sharingChannels(reader)
  let queue: OpenEventQueue = isReady(claimed)
    ? claimed
    : await open(reader, claimed)
  let brought_news = false
  for (let batches = 0; batches < MOST_BATCHES; batches++) {
    const pulled = await pull(reader, queue, accesses)
    const { events, ack } = pulled.batch
    const news = await follow(reader, events)
    brought_news ||= news > 0
    const is_acknowledgeable = ack !== null && ack !== pulled.queue.ack
    queue = await marketplaces.eventQueues.pulled(pulled.queue, ack)
    await marketplaces.flows.getOn(flow)
    if (!events.length || !is_acknowledgeable) {
      return { has_more: false }
    }
  }
  return { has_more: brought_news }
}

function isReady(
  queue: ClaimedEventQueue
): queue is ClaimedEventQueue & OpenEventQueue {
  return queue.subscribed && queue.external_id !== null
}

async function open(
  { marketplaces, provider, access, channel }: QueueReader,
  queue: Pick<ClaimedEventQueue, "id" | "lease" | "external_id">
): Promise<OpenEventQueue> {
  const external_id = await provider.openEventQueue(access, queue.external_id)
  return marketplaces.eventQueues.opened(queue, channel.id, external_id)
}

/** Pulls one batch; a queue that is gone is opened anew, once. */
async function pull(
  reader: QueueReader,
  queue: OpenEventQueue,
  accesses: [ChannelAccess, ...ChannelAccess[]]
): Promise<{ batch: EventBatch; queue: OpenEventQueue }> {
  const { marketplaces, provider } = reader
  const take = ({ external_id, ack }: OpenEventQueue) =>
    provider.pullEvents(accesses, external_id, ack)
  try {
    return { batch: await take(queue), queue }
  } catch (error) {
    if (!(error instanceof MarketplaceError && error.kind === "not_found")) {
      throw error
    }
    await marketplaces.eventQueues.gone(queue)
    const anew = await open(reader, { ...queue, external_id: null })
    return { batch: await take(anew), queue: anew }
  }
}

/** @returns how many of the events are new. */
async function follow(
  { container, marketplaces, channel: { provider_id } }: QueueReader,
  events: QueueEvent[]
): Promise<number> {
  if (!events.length) {
    return 0
  }
  const known = new Set(
    await marketplaces.inbox.listKnown(
      provider_id,
      events.map(({ external_id }) => external_id)
    )
  )
  await followMessages(container, {
    provider_id,
    source: "event",
    messages: events.map((event) => ({
      notification_id: event.external_id,
      type: event.type,
      channel_id: event.channel_id,
      effect: known.has(event.external_id) ? { kind: "none" } : event.effect,
      body: JSON.stringify(event.payload),
    })),
  })
  return events.filter(({ external_id }) => !known.has(external_id)).length
}
