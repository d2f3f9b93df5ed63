import { MedusaContainer } from "@medusajs/framework/types"
import { RawOrder } from "../../domain/provider/marketplace-provider"
import { redactsOrders } from "../../domain/provider/redacts-orders"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { OrderNewsSource } from "../../modules/marketplace-channel/planned-order"
import { SavedCopy } from "../../modules/marketplace-channel/services/order-copies"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "./channel"
import { importOrders } from "./import-orders"
import { toOrderCopy } from "./order-copy"

export type IngestInput = {
  channel: Channel
  raws: RawOrder[]
  /** When the read that brought them started (our clock). */
  read_started_at: Date
  source: OrderNewsSource
  actor: string
  /** Also plan copies that brought nothing new, for orders that wait for a person. */
  replan?: (copy: SavedCopy) => boolean
}

/**
 * The one way in for orders, whether a webhook, a poll or a person asked for them:
 * store the copies first, then plan and carry out what is new.
 * @returns what happened to each copy, in no particular order.
 */
export async function ingestOrders(
  container: MedusaContainer,
  { channel, raws, read_started_at, source, actor, replan }: IngestInput
): Promise<SavedCopy[]> {
  const marketplaces = marketplacesOf(container)
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const { display_prefix } = provider.description
  const saved = await marketplaces.orderCopies.save(
    { id: channel.id, display_prefix },
    raws.map(toOrderCopy),
    read_started_at,
    redactsOrders(provider)
      ? (payload) => provider.redactOrder(payload)
      : undefined
  )
  await linkRequestsOf(marketplaces, channel, saved)
  const due = saved.filter(
    (copy) => copy.needs_planning || (replan?.(copy) ?? false)
  )
  await importOrders(container, {
    channel,
    ids: due.flatMap(({ id }) => id ?? []),
    source,
    actor,
  })
  return saved
}

/** What buyers asked for about orders before these were stored belongs to them from now on. */
async function linkRequestsOf(
  { buyerRequests }: MarketplaceChannelModuleService,
  channel: Channel,
  saved: SavedCopy[]
): Promise<void> {
  const arrived = saved.filter(({ outcome }) => outcome === "new")
  if (arrived.length) {
    await buyerRequests.link(
      channel.id,
      arrived.map(({ external_id }) => external_id)
    )
  }
}
