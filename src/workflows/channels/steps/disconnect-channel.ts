import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { marketplacesOf } from "../../marketplaces"
import { holdUnseen } from "../../stock/hold-unseen"

/**
 * Takes a channel out of use. What is forgotten cannot be brought back, so there is
 * nothing to compensate: repeating it finishes what was left.
 */
export const disconnectChannelStep = createStep(
  "marketplaces-disconnect-channel",
  async ({ id }: { id: string }, { container }) => {
    const marketplaces = marketplacesOf(container)
    const { authorization_id } =
      await marketplaces.retrieveMarketplaceChannel(id)
    await marketplaces.softDeleteMarketplaceChannels([id])
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
