import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/** How often the worker of a flow says that it is alive (milliseconds). */
const KEEP_MS = 3000

/** Says every few seconds that a flow is worked on. @returns what ends that. */
export function keepFlow(
  { flows }: Pick<MarketplaceChannelModuleService, "flows">,
  flow_id: string
): () => void {
  const keeping = setInterval(() => {
    // A beat that is lost is made good by the next one.
    flows.keep(flow_id).catch(() => undefined)
  }, KEEP_MS)
  return () => clearInterval(keeping)
}
