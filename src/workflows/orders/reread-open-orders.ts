import { FLOW_INTERVALS_MS } from "../../domain/channels/flow-intervals"
import { RawOrder } from "../../domain/provider/marketplace-provider"
import { RunResultLine } from "../../modules/marketplace-channel/services/run-log"
import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { nudgeBlockedOrders } from "./nudge-blocked-orders"
import { CorrectionReport } from "./correction-report"
import { describeOrders, resultLine } from "./describe-orders"
import { ingestOrders } from "./ingest-orders"

const SIX_HOURS_MS = 6 * 3_600_000
const LIMIT = 1000
/** What parks an order may go anywhere in Medusa, which says nothing: each is tried this often. */
const BLOCKED_AGAIN_MS = 3_600_000
const CHUNK = 50

/**
 * Reads open orders that nobody has read for six hours: addresses, tracking numbers,
 * packages and cancel requests change while TikTok's `update_time` stands still, and what a
 * feed never told is found here. What had to be corrected is reported as a run. Parked orders
 * are planned once more.
 */
export async function rereadOpenOrders(
  context: FlowContext
): Promise<FlowOutcome> {
  const { marketplaces, channel, flow } = context
  await nudgeBlockedOrders(marketplaces, channel.id, {
    planned_before: new Date(Date.now() - BLOCKED_AGAIN_MS),
    limit: LIMIT,
  })
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const access = marketplaces.access.open(channel)
  const ids = await marketplaces.orderReader.listOpen(
    channel.id,
    new Date(Date.now() - SIX_HOURS_MS),
    LIMIT
  )
  const report = new CorrectionReport(marketplaces, channel, ids.length)
  let done = 0
  try {
    while (done < ids.length) {
      const chunk = ids.slice(done, done + CHUNK)
      const read_started_at = new Date()
      const raws = await provider.readOrdersById(access, chunk, "orders")
      const lines = [
        ...(await correct(context, raws, read_started_at)),
        ...(await passOver(context, missingOf(chunk, raws), read_started_at)),
      ]
      done += chunk.length
      await report.add(lines, done)
      await marketplaces.flows.getOn(flow)
    }
  } finally {
    await report.close(done)
  }
  return { due_at: new Date(Date.now() + FLOW_INTERVALS_MS.open_orders) }
}

function missingOf(external_ids: string[], raws: RawOrder[]): string[] {
  const found = new Set(raws.map(({ external_id }) => external_id))
  return external_ids.filter((id) => !found.has(id))
}

/** Says which orders the marketplace no longer lists; the next look leaves the front to others. */
async function passOver(
  { marketplaces, channel }: FlowContext,
  external_ids: string[],
  read_started_at: Date
): Promise<RunResultLine[]> {
  await marketplaces.orderCopies.noteUnlisted(
    channel.id,
    external_ids,
    read_started_at
  )
  return external_ids.map((external_id) =>
    resultLine(channel, external_id, "not_listed", {})
  )
}

/** Lets what differs from the stored copies follow, and says of each such order how. */
async function correct(
  { container, marketplaces, channel }: FlowContext,
  raws: RawOrder[],
  read_started_at: Date
): Promise<RunResultLine[]> {
  const before = await marketplaces.orderReader.statesOf(
    channel.id,
    raws.map(({ external_id }) => external_id)
  )
  const saved = await ingestOrders(container, {
    channel,
    raws,
    read_started_at,
    source: "check",
    actor: "system",
  })
  const corrected = saved.filter(
    ({ outcome }) => outcome === "changed" || outcome === "new"
  )
  return corrected.length
    ? describeOrders(marketplaces, channel, corrected, before)
    : []
}
