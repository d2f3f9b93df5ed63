import { FlowLease } from "../../modules/marketplace-channel/services/flow-schedule"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { keepAlive } from "../keep-alive"

/** Says every few seconds that a flow is worked on. @returns what ends that. */
export function keepFlow(
  { flows }: Pick<MarketplaceChannelModuleService, "flows">,
  flow: FlowLease
): () => void {
  return keepAlive(() => flows.keep(flow))
}
