import { answersBuyerRequests } from "../../domain/provider/answers-buyer-requests"
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
    if (
      providers.has(provider_id) &&
      answersBuyerRequests(providers.retrieve(provider_id))
    ) {
      await flows.create(id, [
        { kind: "buyer_requests", due_at: new Date(), cursor: null },
      ])
    }
  }
  looked.add(marketplaces)
}
