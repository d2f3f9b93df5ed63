import { Module } from "@medusajs/framework/utils"
import loadProviders from "./loaders/providers"
import MarketplaceChannelModuleService from "./service"

/** Key under which the module is registered in the container. */
export const MARKETPLACE_CHANNEL_MODULE = "marketplace_channel"

export default Module(MARKETPLACE_CHANNEL_MODULE, {
  service: MarketplaceChannelModuleService,
  loaders: [loadProviders],
})
