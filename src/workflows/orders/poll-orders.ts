import { FLOW_INTERVALS_MS } from "../../domain/channels/flow-intervals"
import {
  cursorAfter,
  POLL_OVERLAP_MS,
  pollWindows,
  splitRange,
  TimeRange,
  WIDE_POLL_OVERLAP_MS,
} from "../../domain/orders/poll-window"
import { RateLane } from "../../domain/provider/channel-access"
import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { followStockNow } from "../stock/follow-stock-now"
import { ingestOrders } from "./ingest-orders"

const HISTORY_WINDOW_MS = 24 * 3_600_000
/** One order may have been taken out of the marketplace's list; two at once have not. */
const LEFT_OUT_AT_LEAST = 2

/** Reads what changed since the cursor and a little before, and moves the cursor. */
export async function pollRecentOrders(
  context: FlowContext
): Promise<FlowOutcome> {
  const { container, marketplaces, channel, flow } = context
  const now = new Date()
  let cursor = flow.cursor ?? now
  const windows = pollWindows({
    cursor,
    now,
    overlap_ms: POLL_OVERLAP_MS,
    max_window_ms: maxWindow(context),
  })
  let listed = 0
  for (const window of windows) {
    listed += await readWindow(context, window, "orders")
    cursor = cursorAfter(cursor, window)
    await marketplaces.flows.advance(flow, cursor)
  }
  await noteListed(context, windows[0]?.from ?? now, listed)
  await marketplaces.updateMarketplaceChannels({
    id: channel.id,
    last_order_sync_at: now,
  })
  await followStockNow(
    container,
    await marketplaces.stockNudges.addHeldByOrders(channel.id)
  )
  const seconds = marketplaces.options.pollIntervalSeconds ?? 60
  return { due_at: new Date(now.getTime() + seconds * 1000) }
}

/** Reads the last 24 hours once more, for orders that the feed listed late. */
export async function pollWideWindow(
  context: FlowContext
): Promise<FlowOutcome> {
  const now = new Date()
  const from = new Date(now.getTime() - WIDE_POLL_OVERLAP_MS)
  let listed = 0
  for (const window of splitRange(from, now, maxWindow(context))) {
    listed += await readWindow(context, window, "orders")
  }
  await noteListed(context, from, listed)
  return { due_at: new Date(now.getTime() + FLOW_INTERVALS_MS.wide_orders) }
}

/** Reads the time before the channel was connected, a day at a time, in the last lane. */
export async function pollHistory(context: FlowContext): Promise<FlowOutcome> {
  const { marketplaces, channel, flow } = context
  const end = new Date(channel.created_at)
  if (!flow.cursor || flow.cursor >= end) {
    return "finished"
  }
  const to = new Date(
    Math.min(flow.cursor.getTime() + HISTORY_WINDOW_MS, end.getTime())
  )
  for (const window of splitRange(flow.cursor, to, maxWindow(context))) {
    await readWindow(context, window, "history")
  }
  await marketplaces.flows.advance(flow, to)
  return { due_at: new Date() }
}

/**
 * Orders placed since `from` were changed since then as well, so the marketplace must list them:
 * an empty list is no proof of life when the shop holds some.
 */
async function noteListed(
  { marketplaces, channel, flow }: FlowContext,
  from: Date,
  listed: number
): Promise<void> {
  const held = listed
    ? 0
    : await marketplaces.orderCopies.countPlacedSince(
        channel.id,
        from,
        LEFT_OUT_AT_LEAST
      )
  await marketplaces.flows.noteEmpty(flow, held >= LEFT_OUT_AT_LEAST)
}

function maxWindow({ marketplaces, channel }: FlowContext): number {
  return marketplaces.providers.retrieve(channel.provider_id).description
    .max_order_window_ms
}

/**
 * Everything read is committed page by page; the caller moves the cursor after the last.
 * @returns how many orders the marketplace listed.
 */
async function readWindow(
  { container, marketplaces, channel, flow }: FlowContext,
  window: TimeRange,
  lane: RateLane
): Promise<number> {
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  let read_started_at = new Date()
  let listed = 0
  const pages = provider.readOrders(marketplaces.access.open(channel), {
    by: "updated_at",
    ...window,
    lane,
  })
  for await (const page of pages) {
    await ingestOrders(container, {
      channel,
      raws: page.items,
      read_started_at,
      source: "poll",
      actor: "system",
    })
    await marketplaces.flows.getOn(flow)
    read_started_at = new Date()
    listed += page.items.length
  }
  return listed
}
