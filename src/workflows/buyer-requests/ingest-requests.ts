import { MedusaContainer } from "@medusajs/framework/types"
import { NeutralBuyerRequest } from "../../domain/returns/buyer-request"
import { SavedBuyerRequest } from "../../modules/marketplace-channel/services/buyer-request-register"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "../orders/channel"
import { importOrders } from "../orders/import-orders"

export type IngestRequestsInput = {
  channel: Channel
  requests: NeutralBuyerRequest[]
  /** When the read that brought them started (our clock). */
  read_started_at: Date
  /** A user id, or `system`. */
  actor: string
}

/**
 * The one way in for buyers' requests: stores them, then plans the orders of what changed anew,
 * which also makes their Medusa orders due. These orders are nudged too: what a request did to
 * an order shows in the order's own copy, whose time may stand still. Takes the orders' locks,
 * so the caller must hold none of them.
 */
export async function ingestRequests(
  container: MedusaContainer,
  { channel, requests, read_started_at, actor }: IngestRequestsInput
): Promise<SavedBuyerRequest[]> {
  const { buyerRequests, nudges } = marketplacesOf(container)
  const saved = await buyerRequests.save(channel.id, requests, read_started_at)
  const news = saved.filter(
    ({ outcome }) => outcome === "new" || outcome === "changed"
  )
  await nudges.add(
    channel.id,
    news.map(({ order_external_id }) => order_external_id),
    "request"
  )
  await planAnew(
    container,
    channel,
    news.flatMap(({ channel_order_id }) => channel_order_id ?? []),
    actor
  )
  return saved
}

/** Orders that were stored after their requests follow now. */
export async function linkRequests(
  container: MedusaContainer,
  channel: Channel
): Promise<void> {
  const { buyerRequests } = marketplacesOf(container)
  const ids = await buyerRequests.link(channel.id, null)
  await planAnew(container, channel, ids, "system")
}

function planAnew(
  container: MedusaContainer,
  channel: Channel,
  ids: string[],
  actor: string
) {
  return importOrders(container, {
    channel,
    ids: [...new Set(ids)],
    source: "request",
    actor,
  })
}
