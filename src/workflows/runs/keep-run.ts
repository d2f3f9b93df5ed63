import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { keepAlive } from "../keep-alive"

/** Says every few seconds that a run is worked on. @returns what ends that. */
export function keepRun(
  { runs }: Pick<MarketplaceChannelModuleService, "runs">,
  run_id: string
): () => void {
  return keepAlive(() => runs.keep(run_id))
}
