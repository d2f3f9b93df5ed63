import { MedusaContainer } from "@medusajs/framework/types"
import { errorMessage } from "../../domain/shared/error-message"
import { SavedListing } from "../../modules/marketplace-channel/services/listing-catalogue"
import { noteChannelError } from "../channels/note-channel-error"
import { isTransient } from "../host-orders/utils/transient-error"
import { Channel, listChannels } from "../orders/channel"
import { resultMessage } from "../runs/result-message"
import { RunContext } from "../runs/run-context"
import { holdUnseen } from "../stock/hold-unseen"
import { listingResult } from "./listing-result"
import { nudgeWaitingOrders } from "./nudge-waiting-orders"
import { suggestLinks } from "./suggest-links"

/** Parameters of a listing download, as the route stores them. */
export type ListingDownloadParams = { channel_ids: string[] }

/**
 * Downloads everything that the chosen channels sell, one result line per SKU. Links stay:
 * they follow the marketplace's ids. One channel's failure is a result line; the others
 * go on.
 * @throws what passes by itself, after all others, so that the run is begun again.
 */
export async function downloadListings(context: RunContext): Promise<void> {
  const { channel_ids } = context.run.params as unknown as ListingDownloadParams
  const channels = await listChannels(context.marketplaces, channel_ids)
  const { created_at } = await context.marketplaces.retrieveMarketplaceRun(
    context.run.id,
    { select: ["created_at"] }
  )
  const progress = { phase: "reading", done: 0, total: null }
  let passing: unknown = null
  for (const channel of channels) {
    try {
      await downloadChannel(context, channel, created_at, progress)
    } catch (error) {
      if (isTransient(error)) {
        passing = error
        continue
      }
      await addFailure(context, channel, error)
    }
  }
  if (passing) {
    throw passing
  }
  await context.report({
    ...progress,
    phase: "done",
    total: progress.done,
  })
}

async function downloadChannel(
  context: RunContext,
  channel: Channel,
  read_at: Date,
  progress: { phase: string; done: number; total: number | null }
): Promise<void> {
  const { marketplaces, container } = context
  try {
    await readPages(context, channel, read_at, progress)
  } finally {
    // What was read is worth suggestions also where the rest could not be read.
    await suggest(container, context, channel, progress.done)
  }
  const gone = await marketplaces.listingCatalogue.markGone(channel.id, read_at)
  await holdUnseen(container, null)
  await context.addResults(
    gone.map((listing) => listingResult(channel, listing, "gone"))
  )
  await marketplaces.updateMarketplaceChannels({
    id: channel.id,
    last_listing_sync_at: new Date(),
  })
}

async function readPages(
  context: RunContext,
  channel: Channel,
  read_at: Date,
  progress: { phase: string; done: number; total: number | null }
): Promise<void> {
  const { marketplaces } = context
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const access = marketplaces.access.open(channel)
  for await (const page of provider.readListings(access)) {
    const saved = await marketplaces.listingCatalogue.save(
      channel.id,
      page.items,
      read_at
    )
    await context.addResults(saved.map((one) => toResult(channel, one)))
    await nudgeWaitingOrders(
      marketplaces,
      channel.id,
      saved
        .filter(({ outcome }) => outcome === "created")
        .map((one) => one.external_sku_id)
    )
    progress.done += saved.length
    await context.report({ ...progress, total: page.total })
  }
}

async function suggest(
  container: MedusaContainer,
  context: RunContext,
  channel: Channel,
  done: number
): Promise<void> {
  await context.report({ phase: "matching", done, total: null })
  await suggestLinks(container, channel.id)
}

function toResult(channel: Channel, listing: SavedListing) {
  const { outcome, changed } = listing
  return listingResult(
    channel,
    listing,
    outcome,
    changed.length ? { fields: changed } : {}
  )
}

async function addFailure(
  context: RunContext,
  channel: Channel,
  error: unknown
): Promise<void> {
  const reason = errorMessage(error)
  const params = { product: channel.name, reason }
  await context.addResults([
    {
      channel_id: channel.id,
      channel_name: channel.name,
      external_id: channel.external_id,
      code: "failed",
      params,
      message: resultMessage(
        "failed",
        channel.name,
        channel.external_id,
        params
      ),
    },
  ])
  await noteChannelError(context.marketplaces, channel, error, {
    granted_apart: true,
  })
}
