import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/** How often the worker of a run says that it is alive (milliseconds). */
const KEEP_MS = 3000

/** Says every few seconds that a run is worked on. @returns what ends that. */
export function keepRun(
  { runs }: Pick<MarketplaceChannelModuleService, "runs">,
  run_id: string
): () => void {
  const keeping = setInterval(() => {
    // A beat that is lost is made good by the next one.
    runs.keep(run_id).catch(() => undefined)
  }, KEEP_MS)
  return () => clearInterval(keeping)
}
