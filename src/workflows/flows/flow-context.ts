import { MedusaContainer } from "@medusajs/framework/types"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { ClaimedFlow } from "../../modules/marketplace-channel/services/flow-schedule"
import { Channel } from "../orders/channel"

/** What a flow works with; it tells when it is due again, or that it has come to its end. */
export type FlowContext = {
  container: MedusaContainer
  marketplaces: MarketplaceChannelModuleService
  channel: Channel
  flow: ClaimedFlow
}

export type FlowOutcome = { due_at: Date } | "finished"
