import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { ingestOrders } from "./ingest-orders"

const SIX_HOURS_MS = 6 * 3_600_000
const NEXT_LOOK_MS = 10 * 60_000
const LIMIT = 1000
const CHUNK = 50

/**
 * Reads open orders that nobody has read for six hours: addresses, tracking numbers,
 * packages and cancel requests change while TikTok's `update_time` stands still.
 */
export async function rereadOpenOrders({
  container,
  marketplaces,
  channel,
  flow,
}: FlowContext): Promise<FlowOutcome> {
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const access = marketplaces.access.open(channel)
  const ids = await marketplaces.orderReader.listOpen(
    channel.id,
    new Date(Date.now() - SIX_HOURS_MS),
    LIMIT
  )
  for (let start = 0; start < ids.length; start += CHUNK) {
    const read_started_at = new Date()
    const raws = await provider.readOrdersById(
      access,
      ids.slice(start, start + CHUNK),
      "orders"
    )
    await ingestOrders(container, {
      channel,
      raws,
      read_started_at,
      source: "poll",
      actor: "system",
    })
    await marketplaces.flows.keep(flow.id)
  }
  return { due_at: new Date(Date.now() + NEXT_LOOK_MS) }
}
