import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../domain/shared/error-message"
import { JsonObject } from "../../domain/shared/json"
import { MARKETPLACE_CHANNEL_MODULE } from "../../modules/marketplace-channel"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { RunKind } from "../../modules/marketplace-channel/services/run-log"
import { RUN_EXECUTORS } from "./executors"

/** How often the worker of a run says that it is alive (milliseconds). */
const KEEP_MS = 3000

/**
 * Works a run off, unless somebody else already does. Ends it as `done`, or as `failed`
 * with a sentence that says why; what it did before stays and is shown.
 */
export async function executeRun(
  container: MedusaContainer,
  run_id: string
): Promise<void> {
  const marketplaces = container.resolve<MarketplaceChannelModuleService>(
    MARKETPLACE_CHANNEL_MODULE
  )
  if (!(await marketplaces.runs.claim(run_id))) {
    return
  }
  const keeping = setInterval(() => {
    // A beat that is lost is made good by the next one.
    marketplaces.runs.keep(run_id).catch(() => undefined)
  }, KEEP_MS)
  try {
    const run = await marketplaces.retrieveMarketplaceRun(run_id)
    await RUN_EXECUTORS[run.kind as RunKind]({
      container,
      marketplaces,
      run: {
        id: run.id,
        preview: run.preview,
        params: run.params as JsonObject,
        created_by: run.created_by,
      },
      report: (progress) => marketplaces.runs.report(run_id, progress),
      addResults: (lines) => marketplaces.runs.addResults(run_id, lines),
    })
    await marketplaces.runs.finish(run_id, { status: "done" })
  } catch (error) {
    const reason = errorMessage(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`marketplaces: run ${run_id} (${run.kind}) failed: ${reason}`)
    await marketplaces.runs.finish(run_id, { status: "failed", error: reason })
  } finally {
    clearInterval(keeping)
  }
}
