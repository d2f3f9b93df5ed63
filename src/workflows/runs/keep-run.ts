import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { RunLease } from "../../modules/marketplace-channel/services/run-log"
import { keepAlive } from "../keep-alive"

/** Says every few seconds that a run is worked on. @returns what ends that. */
export function keepRun(
  { runs }: Pick<MarketplaceChannelModuleService, "runs">,
  lease: RunLease
): () => void {
  return keepAlive(() => runs.keep(lease))
}
