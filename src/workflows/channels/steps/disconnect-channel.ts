import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import MarketplaceChannelModuleService from "../../../modules/marketplace-channel/service"
import { marketplacesOf } from "../../marketplaces"
import { holdUnseen } from "../../stock/hold-unseen"

/**
 * Takes a channel out of use. What is forgotten cannot be brought back, so there is
 * nothing to compensate: repeating it finishes what was left. Where nobody repeats it,
 * `finishDisconnections` forgets the secrets and lets go what Medusa holds.
 */
export const disconnectChannelStep = createStep(
  "marketplaces-disconnect-channel",
  async ({ id }: { id: string }, { container }) => {
    const marketplaces = marketplacesOf(container)
    const { authorization_id, deleted_at } =
      await marketplaces.retrieveMarketplaceChannel(id, { withDeleted: true })
    if (!deleted_at) {
      await rememberOrdersRead(marketplaces, id)
      await marketplaces.softDeleteMarketplaceChannels([id])
    }
    await marketplaces.flows.removeOfChannel(id)
    await marketplaces.nudges.removeOfChannel(id)
    await marketplaces.stockBook.forgetOfChannel(id)
    await marketplaces.listingCatalogue.forgetOfChannel(id)
    await marketplaces.deleteMarketplaceRateBudgets(id)
    await marketplaces.deleteMarketplaceAuthorizationRequests({
      channel_id: id,
    })
    await marketplaces.authorizations.removeUnused([authorization_id])
    // Its orders are not read any more: what was sold unseen would be held for ever.
    await holdUnseen(container, null)
    return new StepResponse({ id })
  }
)

/**
 * Its flows go, and how far they have come with them: once it comes back, reading begins there.
 * What a person downloaded since does not count, as older orders may be missing.
 */
async function rememberOrdersRead(
  marketplaces: MarketplaceChannelModuleService,
  id: string
): Promise<void> {
  const [flow] = await marketplaces.listMarketplaceFlows({
    channel_id: id,
    kind: "recent_orders",
  })
  if (flow?.cursor) {
    await marketplaces.updateMarketplaceChannels({
      id,
      last_order_sync_at: flow.cursor,
    })
  }
}
