import { MedusaContainer } from "@medusajs/framework/types"
import {
  AnswersBuyerRequests,
  answersBuyerRequests,
  UnreadableBuyerRequest,
} from "../../domain/provider/answers-buyer-requests"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { NeutralBuyerRequest } from "../../domain/returns/buyer-request"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "../orders/channel"
import { ingestRequests } from "./ingest-requests"
import { parkUnreadable } from "./park-unreadable"

/**
 * Everything that buyers ask for about these orders, as it is now; stores nothing.
 * @throws {MarketplaceError} when it cannot be read.
 */
export async function readRequestsOfOrders(
  provider: AnswersBuyerRequests,
  access: ChannelAccess,
  order_external_ids: string[]
): Promise<NeutralBuyerRequest[]> {
  return (await readOfOrders(provider, access, order_external_ids)).requests
}

async function readOfOrders(
  provider: AnswersBuyerRequests,
  access: ChannelAccess,
  order_external_ids: string[]
) {
  const requests: NeutralBuyerRequest[] = []
  const unreadable: UnreadableBuyerRequest[] = []
  const pages = provider.readBuyerRequests(access, {
    by: "order",
    order_external_ids,
  })
  for await (const page of pages) {
    requests.push(...page.items)
    unreadable.push(...(page.unreadable ?? []))
  }
  return { requests, unreadable }
}

/**
 * Lets the requests of orders that were just acted on follow at once, and again soon, for a
 * marketplace that shows the change a moment later, or not at all just now.
 */
export async function rereadRequests(
  container: MedusaContainer,
  channel: Channel,
  order_external_ids: string[]
): Promise<void> {
  const { access, flows, providers } = marketplacesOf(container)
  const provider = providers.retrieve(channel.provider_id)
  if (!order_external_ids.length || !answersBuyerRequests(provider)) {
    return
  }
  await flows.hasten([channel.id], "buyer_requests")
  const read_started_at = new Date()
  try {
    const { requests, unreadable } = await readOfOrders(
      provider,
      access.open(channel),
      order_external_ids
    )
    await parkUnreadable(container, channel, unreadable, read_started_at)
    await ingestRequests(container, {
      channel,
      requests,
      read_started_at,
      actor: "system",
    })
  } catch (error) {
    if (!(error instanceof MarketplaceError)) {
      throw error
    }
  }
}
