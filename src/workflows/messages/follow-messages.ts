import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MessageEffect } from "../../domain/provider/marketplace-message"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { inBackground } from "../background"
import { testChannel } from "../channels/test-channel"
import { marketplacesOf } from "../marketplaces"
import { ORDERS_NUDGED_EVENT } from "../orders/events"
import { followStockNow } from "../stock/follow-stock-now"

/** What a marketplace told us, whichever way it came. */
export type IncomingMessage = {
  /** Repeats are recognised by it. */
  notification_id: string
  type: string
  /** The channel it is about; null when it is about none of ours. */
  channel_id: string | null
  effect: MessageEffect
  /** As it came in. */
  body: string
}

/**
 * Follows messages up and then keeps them, so that a message that is kept has been
 * followed up. What they say is never believed: orders and stock are nudged, to be read again,
 * buyers' requests are read at once, and a shop that is said to have left is asked.
 */
export async function followMessages(
  container: MedusaContainer,
  input: {
    provider_id: string
    source: "webhook" | "event"
    messages: IncomingMessage[]
  }
): Promise<void> {
  const { provider_id, source, messages } = input
  const marketplaces = marketplacesOf(container)
  for (const [channel_id, order_ids] of changedOrders(messages)) {
    await marketplaces.nudges.add(channel_id, order_ids, source)
  }
  await marketplaces.flows.hasten(channelsToldOf(messages), "buyer_requests")
  for (const channel_id of deauthorizedChannels(messages)) {
    askWhetherItWorks(container, channel_id)
  }
  await followStockNow(container, await nudgeStock(marketplaces, messages))
  await wakeForOrders(container, [...changedOrders(messages).keys()])
  const erased = await erasedOrders(marketplaces, messages)
  await marketplaces.inbox.record(
    messages.map(({ effect, ...message }) => ({
      ...message,
      body: namesAny(erased, message.channel_id, effect) ? "" : message.body,
      provider_id,
      effect: effectOn(message.channel_id, effect),
    }))
  )
}

/**
 * An old message that comes again must not stop a shop that works; one that has left refuses,
 * now or at its next call.
 */
function askWhetherItWorks(container: MedusaContainer, channel_id: string) {
  inBackground(container, `deauthorized:${channel_id}`, async () => {
    await testChannel(container, channel_id)
  })
}

/** The nudges are rows already: a wake-up that is lost costs until the next tick. */
async function wakeForOrders(
  container: MedusaContainer,
  channel_ids: string[]
): Promise<void> {
  const events = container.resolve(Modules.EVENT_BUS, {
    allowUnregistered: true,
  })
  await events?.emit(
    channel_ids.map((channel_id) => ({
      name: ORDERS_NUDGED_EVENT,
      data: { channel_id },
    }))
  )
}

/** Orders by channel. */
function changedOrders(messages: IncomingMessage[]): Map<string, string[]> {
  const orders = new Map<string, string[]>()
  for (const { channel_id, effect } of messages) {
    if (channel_id && "order_external_ids" in effect) {
      const known = orders.get(channel_id) ?? []
      orders.set(channel_id, known.concat(effect.order_external_ids))
    }
  }
  return orders
}

/** Orders by channel whose buyers are erased: of messages about them no body is kept. */
async function erasedOrders(
  { buyerErasures }: MarketplaceChannelModuleService,
  messages: IncomingMessage[]
): Promise<Map<string, Set<string>>> {
  const erased = new Map<string, Set<string>>()
  for (const [channel_id, order_ids] of changedOrders(messages)) {
    const ids = await buyerErasures.listErased(channel_id, order_ids)
    erased.set(channel_id, new Set(ids))
  }
  return erased
}

function namesAny(
  orders: Map<string, Set<string>>,
  channel_id: string | null,
  effect: MessageEffect
): boolean {
  return (
    channel_id !== null &&
    "order_external_ids" in effect &&
    effect.order_external_ids.some((id) => orders.get(channel_id)?.has(id))
  )
}

/** @returns channels that have something to look at. */
async function nudgeStock(
  { stockNudges }: MarketplaceChannelModuleService,
  messages: IncomingMessage[]
): Promise<string[]> {
  const skus = messages.flatMap(({ channel_id, effect }) =>
    channel_id && effect.kind === "stock_changed"
      ? effect.sku_external_ids.map((external_sku_id) => ({
          channel_id,
          external_sku_id,
        }))
      : []
  )
  const products = messages.flatMap(({ channel_id, effect }) =>
    channel_id && effect.kind === "listings_changed"
      ? effect.product_external_ids.map((external_product_id) => ({
          channel_id,
          external_product_id,
        }))
      : []
  )
  return [
    ...(await stockNudges.addSkus(skus, "marketplace")),
    ...(await stockNudges.addProducts(products, "listing")),
  ]
}

/** Channels of which a buyer's request changed. */
function channelsToldOf(messages: IncomingMessage[]): string[] {
  return messages.flatMap(({ channel_id, effect }) =>
    channel_id && effect.kind === "requests_changed" ? channel_id : []
  )
}

function deauthorizedChannels(messages: IncomingMessage[]): Set<string> {
  return new Set(
    messages.flatMap(({ channel_id, effect }) =>
      channel_id && effect.kind === "deauthorized" ? [channel_id] : []
    )
  )
}

function effectOn(
  channel_id: string | null,
  { kind }: MessageEffect
): "nudged" | "recorded" | "deauthorized" {
  if (!channel_id) {
    return "recorded"
  }
  switch (kind) {
    case "orders_changed":
    case "requests_changed":
    case "listings_changed":
    case "stock_changed":
      return "nudged"
    case "deauthorized":
      return "deauthorized"
    default:
      return "recorded"
  }
}
