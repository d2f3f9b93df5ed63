import { FLOW_INTERVALS_MS } from "../../domain/channels/flow-intervals"
import { errorMessage } from "../../domain/shared/error-message"
import { readsEventQueue } from "../../domain/provider/reads-event-queue"
import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { keepAlive } from "../keep-alive"
import { emptyEventQueue } from "./empty-event-queue"

const LONGEST_INTERVAL_SECONDS = 15
/** How often a channel without a queue is asked whether it has one by now. */
const RECHECK_SECONDS = FLOW_INTERVALS_MS.event_queue / 1000

/**
 * Works off an `event_queue` flow. Every channel has one: it subscribes its channel to the
 * queue, and reads the queue for all channels that share it unless somebody just did.
 *
 * @throws {MarketplaceError} when subscribing or pulling failed. The queue stays as it is:
 * the flow of another channel, or this one later, goes on from there.
 */
export async function readEventQueue(
  context: FlowContext
): Promise<FlowOutcome> {
  const { marketplaces, channel } = context
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  if (!readsEventQueue(provider)) {
    return "finished"
  }
  const access = marketplaces.access.open(channel)
  const key = await provider.eventQueueKey(access)
  if (key === null) {
    return dueIn(RECHECK_SECONDS)
  }
  const interval = Math.min(
    marketplaces.options.pollIntervalSeconds ?? LONGEST_INTERVAL_SECONDS,
    LONGEST_INTERVAL_SECONDS
  )
  const queue = await marketplaces.eventQueues.claim(
    channel.provider_id,
    key,
    channel.id
  )
  if (!queue) {
    return dueIn(interval)
  }
  const letGo = keepAlive(() => marketplaces.eventQueues.keep(queue))
  try {
    const reader = { ...context, provider, access, key }
    const { has_more } = await emptyEventQueue(reader, queue)
    const outcome = dueIn(has_more ? 0 : interval)
    await marketplaces.eventQueues.release(queue, outcome.due_at)
    return outcome
  } catch (error) {
    const reason = errorMessage(error)
    await marketplaces.eventQueues.fail(queue, reason)
    throw error
  } finally {
    letGo()
  }
}

function dueIn(seconds: number): { due_at: Date } {
  return { due_at: new Date(Date.now() + seconds * 1000) }
}
