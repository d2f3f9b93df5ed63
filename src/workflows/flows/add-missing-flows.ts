import { answersBuyerRequests } from "../../domain/provider/answers-buyer-requests"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { pushesStock } from "../../domain/provider/pushes-stock"
import { FlowKind } from "../../modules/marketplace-channel/services/flow-schedule"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/** Modules, and so server starts, whose channels were looked through. */
const looked = new WeakSet<MarketplaceChannelModuleService>()

/**
 * Gives channels that were connected by an earlier version the flows that it did not know;
 * once for each start of the server.
 */
export async function addMissingFlows(
  marketplaces: MarketplaceChannelModuleService
): Promise<void> {
  if (looked.has(marketplaces)) {
    return
  }
  const { providers, flows } = marketplaces
  const channels = await marketplaces.listMarketplaceChannels(
    {},
    { select: ["id", "provider_id"] }
  )
  for (const { id, provider_id } of channels) {
    if (providers.has(provider_id)) {
      await flows.create(id, laterFlows(providers.retrieve(provider_id)))
    }
  }
  looked.add(marketplaces)
}

/** Flows that only some marketplaces have, and that channels of earlier versions lack. */
function laterFlows(
  provider: MarketplaceProvider
): { kind: FlowKind; due_at: Date; cursor: null }[] {
  const kinds: FlowKind[] = [
    ...(answersBuyerRequests(provider) ? (["buyer_requests"] as const) : []),
    ...(pushesStock(provider) ? (["stock_sweep"] as const) : []),
  ]
  return kinds.map((kind) => ({ kind, due_at: new Date(), cursor: null }))
}
