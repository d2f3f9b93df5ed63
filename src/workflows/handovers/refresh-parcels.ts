import { MedusaContainer } from "@medusajs/framework/types"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  HandoverRow,
  HandoverScanRow,
} from "../../modules/marketplace-channel/handover-rows"
import { marketplacesOf } from "../marketplaces"
import { hindranceOf } from "../order-actions/action-task"
import { refreshOrders } from "../order-actions/reread-orders"
import { Channel, listChannels } from "../orders/channel"
import { keysOf } from "./read-handover"

/** Beyond it the rest is judged by stored copies: a person waits for the answer. */
const PATIENCE_MS = 25_000
const READ_AT_ONCE = 50

/**
 * Reads the orders afresh whose parcels are about to leave: cancellations and requests may
 * not have come in yet. @returns names of channels of which not all could be read.
 */
export async function refreshParcels(
  container: MedusaContainer,
  { direction }: HandoverRow,
  scans: HandoverScanRow[]
): Promise<string[]> {
  if (direction === "inbound") {
    return []
  }
  const marketplaces = marketplacesOf(container)
  const taken = scans.filter(({ ok }) => ok)
  const parcels = await marketplaces.handovers.findParcels(keysOf(taken))
  const orders = await marketplaces.listMarketplaceChannelOrders(
    { id: [...new Set(parcels.flatMap(({ order_ids }) => order_ids))] },
    { select: ["id", "channel_id", "external_id"] }
  )
  const channels = await listChannels(
    marketplaces,
    [...new Set(orders.map(({ channel_id }) => channel_id))],
    { withDeleted: true }
  )
  const until = Date.now() + PATIENCE_MS
  const read = await Promise.all(
    channels.map((channel) =>
      refreshChannel(
        container,
        channel,
        orders.filter(({ channel_id }) => channel_id === channel.id),
        until
      )
    )
  )
  return channels.filter((_, index) => !read[index]).map(({ name }) => name)
}

/** @returns false when not all could be read in time. */
async function refreshChannel(
  container: MedusaContainer,
  channel: Channel,
  orders: { external_id: string }[],
  until: number
): Promise<boolean> {
  const { providers } = marketplacesOf(container)
  if (hindranceOf(channel) || !providers.has(channel.provider_id)) {
    return false
  }
  for (let start = 0; start < orders.length; start += READ_AT_ONCE) {
    const left = until - Date.now()
    const chunk = orders.slice(start, start + READ_AT_ONCE)
    if (left <= 0 || !(await within(left, read(container, channel, chunk)))) {
      return false
    }
  }
  return true
}

async function read(
  container: MedusaContainer,
  channel: Channel,
  orders: { external_id: string }[]
): Promise<boolean> {
  try {
    await refreshOrders(container, channel, orders, "handover")
    return true
  } catch (error) {
    if (error instanceof MarketplaceError) {
      return false
    }
    throw error
  }
}

/** False when the work takes longer; it then ends by itself. */
async function within(
  milliseconds: number,
  work: Promise<boolean>
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
