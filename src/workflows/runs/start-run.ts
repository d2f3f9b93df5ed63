import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { JsonObject } from "../../domain/shared/json"
import { MARKETPLACE_CHANNEL_MODULE } from "../../modules/marketplace-channel"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { RunKind } from "../../modules/marketplace-channel/services/run-log"

/** Wakes a worker for a run; the row itself is what makes sure that it is worked off. */
export const RUN_STARTED_EVENT = "marketplaces.run_started"

export type RunRequest = {
  kind: RunKind
  params: JsonObject
  preview?: boolean
  /** The admin who asked for it. */
  created_by: string
}

/** Puts a run on record and wakes a worker; gives the run's row. */
export async function startRun(
  container: MedusaContainer,
  request: RunRequest
) {
  const marketplaces = container.resolve<MarketplaceChannelModuleService>(
    MARKETPLACE_CHANNEL_MODULE
  )
  const run = await marketplaces.createMarketplaceRuns({
    kind: request.kind,
    status: "running",
    preview: request.preview ?? false,
    params: request.params,
    progress: { phase: "waiting", done: 0, total: null },
    counts: {},
    created_by: request.created_by,
  })
  await container.resolve(Modules.EVENT_BUS).emit({
    name: RUN_STARTED_EVENT,
    data: { id: run.id },
  })
  return run
}
