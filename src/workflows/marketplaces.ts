import { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_CHANNEL_MODULE } from "../modules/marketplace-channel"
import MarketplaceChannelModuleService from "../modules/marketplace-channel/service"

/** The plugin's module service. */
export function marketplacesOf(
  container: MedusaContainer
): MarketplaceChannelModuleService {
  return container.resolve<MarketplaceChannelModuleService>(
    MARKETPLACE_CHANNEL_MODULE
  )
}
