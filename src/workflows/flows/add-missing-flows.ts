import { nextDailyLook } from "../../domain/statements/download-period"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { channelFlowKinds } from "./channel-flows"

/** Modules, and so server starts, whose channels were looked through. */
const looked = new WeakSet<MarketplaceChannelModuleService>()

/**
 * Gives channels the flows that they lack, as those that were connected by a version that did
 * not know them; once for each start of the server.
 */
export async function addMissingFlows(
  marketplaces: MarketplaceChannelModuleService
): Promise<void> {
  if (looked.has(marketplaces)) {
    return
  }
  const { providers, flows, options } = marketplaces
  const channels = await marketplaces.listMarketplaceChannels(
    {},
    { select: ["id", "provider_id"] }
  )
  const now = new Date()
  for (const { id, provider_id } of channels) {
    if (providers.has(provider_id)) {
      const kinds = channelFlowKinds(providers.retrieve(provider_id), options)
      await flows.create(
        id,
        kinds.map((kind) => ({
          kind,
          due_at: kind === "statements" ? nextDailyLook(now) : now,
          cursor: null,
        }))
      )
    }
  }
  looked.add(marketplaces)
}
