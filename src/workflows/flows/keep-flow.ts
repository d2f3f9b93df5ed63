import { FlowLease } from "../../modules/marketplace-channel/services/flow-schedule"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/** How often the worker of a flow says that it is alive (milliseconds). */
const KEEP_MS = 3000

/** Says every few seconds that a flow is worked on. @returns what ends that. */
export function keepFlow(
  { flows }: Pick<MarketplaceChannelModuleService, "flows">,
  flow: FlowLease
): () => void {
  const keeping = setInterval(() => {
    // A beat that is lost is made good by the next one; whoever was taken over finds out when
    // it wants to write.
    flows.keep(flow).catch(() => undefined)
  }, KEEP_MS)
  return () => clearInterval(keeping)
}
