import { setTimeout as sleep } from "node:timers/promises"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../domain/shared/error-message"
import { JsonObject } from "../../domain/shared/json"
import { RunKind } from "../../modules/marketplace-channel/services/run-log"
import { isTransient } from "../host-orders/utils/transient-error"
import { marketplacesOf } from "../marketplaces"
import { RUN_EXECUTORS } from "./executors"
import { keepRun } from "./keep-run"
import { RunEnd } from "./run-context"
import { withRetries } from "./with-retries"

/**
 * Works a run off, unless somebody else already does. Ends it as `done`, or as `failed`
 * with a sentence that says why; what it did before stays and is shown. A failure that
 * passes, such as a lock that is taken or a database that is away, ends nothing: the run is
 * begun again a little later, here or by whoever finds it then.
 */
export async function executeRun(
  container: MedusaContainer,
  run_id: string
): Promise<void> {
  const { runs } = marketplacesOf(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (!(await runs.claim(run_id))) {
    return
  }
  const pause = async (milliseconds: number, error: unknown) => {
    logger.warn(
      `marketplaces: run ${run_id} goes on in ${milliseconds / 1000} s: ${errorMessage(error)}`
    )
    // What cannot be written now ends by itself, with the lease.
    await runs.postpone(run_id, milliseconds).catch(() => undefined)
    await sleep(milliseconds + 100)
    return runs.claim(run_id)
  }
  try {
    let end: RunEnd | void = undefined
    const work = async () => {
      end = await workOff(container, run_id)
    }
    if ((await withRetries(work, isTransient, pause)) === "done") {
      await runs.finish(run_id, end ?? { status: "done" })
    }
  } catch (error) {
    const reason = errorMessage(error)
    logger.error(`marketplaces: run ${run_id} failed: ${reason}`)
    await runs.finish(run_id, { status: "failed", error: reason })
  }
}

async function workOff(
  container: MedusaContainer,
  run_id: string
): Promise<RunEnd | void> {
  const marketplaces = marketplacesOf(container)
  const letGo = keepRun(marketplaces, run_id)
  try {
    const run = await marketplaces.retrieveMarketplaceRun(run_id)
    return await RUN_EXECUTORS[run.kind as RunKind]({
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
  } finally {
    letGo()
  }
}
