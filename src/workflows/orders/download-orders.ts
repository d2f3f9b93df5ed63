import { errorMessage } from "../../domain/shared/error-message"
import {
  downloadRange,
  DownloadRange,
} from "../../domain/orders/download-range"
import { OrderStatus } from "../../domain/orders/order-status"
import { splitRange } from "../../domain/orders/poll-window"
import { RateLane } from "../../domain/provider/channel-access"
import { RawOrder } from "../../domain/provider/marketplace-provider"
import { RunResultLine } from "../../modules/marketplace-channel/services/run-log"
import { resultMessage } from "../runs/result-message"
import { RunContext } from "../runs/run-context"
import { Channel, listChannels } from "./channel"
import { noteChannelError } from "../channels/note-channel-error"
import { isTransient } from "../host-orders/utils/transient-error"
import { describeOrders, resultLine } from "./describe-orders"
import { ingestOrders } from "./ingest-orders"
import { previewOrders } from "./preview-orders"
import { settleOrders } from "./settle-orders"
import { hasStatus } from "./status-filter"

/** Parameters of an order download, as the route stores them. */
export type OrderDownloadParams = {
  channel_ids: string[]
  /** ISO 8601; default: 24 hours before `to`. */
  from?: string
  /** ISO 8601; default: now. */
  to?: string
  /** Neutral statuses that the person chose; none means each marketplace's default. */
  statuses?: OrderStatus[]
  /** What is read of each channel, for the person who follows the run. */
  reads: ReadScope[]
}

/** Statuses that a download reads of one channel; null for every one. */
export type ReadScope = { channel_id: string; statuses: OrderStatus[] | null }

const RECENT_MS = 24 * 3_600_000

/**
 * Downloads the orders of a time range from the chosen channels, or only tells what a
 * download would do. One channel's failure is a result line; the others go on.
 * @throws what passes by itself, after all others, so that the run is begun again.
 */
export async function downloadOrders(context: RunContext): Promise<void> {
  const params = context.run.params as unknown as OrderDownloadParams
  const channels = await listChannels(context.marketplaces, params.channel_ids)
  const progress = { phase: "reading", done: 0, total: 0 }
  const touched: string[] = []
  let passing: unknown = null
  for (const channel of channels) {
    try {
      touched.push(
        ...(await downloadChannel(context, channel, params, progress))
      )
    } catch (error) {
      if (isTransient(error)) {
        passing = error
        continue
      }
      await addFailure(context, channel, error)
    }
  }
  if (!context.run.preview && touched.length) {
    await settleOrders(context.container, touched, (done) =>
      context.report({ phase: "settling", done, total: touched.length })
    )
  }
  if (passing) {
    throw passing
  }
  await context.report({ ...progress, phase: "done", total: progress.done })
}

async function downloadChannel(
  context: RunContext,
  channel: Channel,
  params: OrderDownloadParams,
  progress: { phase: string; done: number; total: number }
): Promise<string[]> {
  const provider = context.marketplaces.providers.retrieve(channel.provider_id)
  const statuses =
    params.reads.find(({ channel_id }) => channel_id === channel.id)
      ?.statuses ?? undefined
  const now = new Date()
  const range = downloadRange({
    from: params.from ? new Date(params.from) : null,
    to: params.to ? new Date(params.to) : null,
    now,
    lookback_days: channel.settings.order_lookback_days,
  })
  if (range.kind !== "range") {
    await addRangeProblem(context, channel, range)
    return []
  }
  if (range.out_of_window) {
    await addRangeProblem(context, channel, {
      kind: "out_of_window",
      days: range.out_of_window.days,
    })
  }
  const access = context.marketplaces.access.open(channel)
  const lane: RateLane =
    now.getTime() - range.from.getTime() > RECENT_MS ? "history" : "orders"
  const windows = splitRange(
    range.from,
    range.to,
    provider.description.max_order_window_ms
  )
  const touched: string[] = []
  for (const window of windows) {
    const pages = provider.readOrders(access, {
      by: "updated_at",
      ...window,
      statuses,
      lane,
    })
    let read_started_at = new Date()
    let announced = false
    for await (const page of pages) {
      const raws = page.items.filter((raw) =>
        hasStatus(provider, channel, raw, statuses)
      )
      touched.push(
        ...(await handlePage(context, channel, raws, read_started_at))
      )
      progress.done += page.items.length
      if (!announced && page.total !== null) {
        progress.total += page.total
        announced = true
      }
      await context.report({ ...progress })
      read_started_at = new Date()
    }
  }
  const whole = !context.run.preview && !statuses
  if (whole && range.to >= now) {
    await context.marketplaces.updateMarketplaceChannels({
      id: channel.id,
      last_order_sync_at: now,
    })
  }
  return touched
}

async function handlePage(
  context: RunContext,
  channel: Channel,
  raws: RawOrder[],
  read_started_at: Date
): Promise<string[]> {
  const { container, run } = context
  if (!raws.length) {
    return []
  }
  if (run.preview) {
    await context.addResults(
      await previewOrders(container, { channel, raws, read_started_at })
    )
    return []
  }
  const before = await context.marketplaces.orderReader.statesOf(
    channel.id,
    raws.map(({ external_id }) => external_id)
  )
  const saved = await ingestOrders(container, {
    channel,
    raws,
    read_started_at,
    source: "download",
    actor: run.created_by,
    replan: ({ external_id }) =>
      before.get(external_id)?.import_state === "blocked",
  })
  await context.addResults(
    await describeOrders(context.marketplaces, channel, saved, before)
  )
  return saved.flatMap(({ id, outcome }) =>
    id && (outcome === "new" || outcome === "changed") ? id : []
  )
}

function addRangeProblem(
  context: RunContext,
  channel: Channel,
  range: Exclude<DownloadRange, { kind: "range" }>
): Promise<void> {
  return context.addResults([
    range.kind === "out_of_window"
      ? outOfWindowLine(channel, range.days)
      : resultLine(channel, channel.external_id, "failed", {
          reason: `"${range.field}" is ${range.reason.replace(/_/g, " ")}`,
        }),
  ])
}

/** Says of a whole range what `out_of_window` otherwise says of one order. */
function outOfWindowLine(channel: Channel, days: number): RunResultLine {
  const { name, external_id } = channel
  const params = { days, scope: "range" }
  return {
    ...resultLine(channel, external_id, "out_of_window", params),
    message: resultMessage("out_of_window_range", name, external_id, params),
  }
}

async function addFailure(
  context: RunContext,
  channel: Channel,
  error: unknown
): Promise<void> {
  await noteChannelError(context.marketplaces, channel, error)
  const reason = errorMessage(error)
  await context.addResults([
    resultLine(channel, channel.external_id, "failed", { reason }),
  ])
}
