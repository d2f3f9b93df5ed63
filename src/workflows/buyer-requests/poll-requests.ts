import { FLOW_INTERVALS_MS } from "../../domain/channels/flow-intervals"
import {
  cursorAfter,
  POLL_OVERLAP_MS,
  pollWindows,
  TimeRange,
} from "../../domain/orders/poll-window"
import {
  AnswersBuyerRequests,
  answersBuyerRequests,
} from "../../domain/provider/answers-buyer-requests"
import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { ingestRequests, linkRequests } from "./ingest-requests"
import { parkUnreadable } from "./park-unreadable"

/** A request of a delivered order lives for weeks; older ones are over. */
const FIRST_LOOK_MS = 30 * 24 * 3_600_000

/**
 * Reads what buyers asked for, or what changed about it, since the cursor and a little
 * before, and moves the cursor after what is committed.
 */
export async function pollRequests(context: FlowContext): Promise<FlowOutcome> {
  const { container, marketplaces, channel, flow } = context
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  if (!answersBuyerRequests(provider)) {
    return "finished"
  }
  const now = new Date()
  let cursor = flow.cursor ?? new Date(now.getTime() - FIRST_LOOK_MS)
  const windows = pollWindows({
    cursor,
    now,
    overlap_ms: POLL_OVERLAP_MS,
    max_window_ms: provider.description.max_order_window_ms,
  })
  for (const window of windows) {
    await readWindow(context, provider, window)
    cursor = cursorAfter(cursor, window)
    await marketplaces.flows.advance(flow, cursor)
  }
  await linkRequests(container, channel)
  return { due_at: new Date(now.getTime() + FLOW_INTERVALS_MS.buyer_requests) }
}

/** Everything read is committed page by page; the caller moves the cursor after the last. */
async function readWindow(
  context: FlowContext,
  provider: AnswersBuyerRequests,
  window: TimeRange
): Promise<void> {
  const { container, marketplaces, channel, flow } = context
  let read_started_at = new Date()
  const pages = provider.readBuyerRequests(marketplaces.access.open(channel), {
    by: "updated_at",
    ...window,
  })
  for await (const { items, unreadable = [] } of pages) {
    await ingestRequests(container, {
      channel,
      requests: items,
      read_started_at,
      actor: "system",
    })
    await parkUnreadable(container, channel, unreadable, read_started_at)
    await marketplaces.flows.getOn(flow)
    read_started_at = new Date()
  }
}
