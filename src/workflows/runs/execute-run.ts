import { setTimeout as sleep } from "node:timers/promises"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../domain/shared/error-message"
import { JsonObject } from "../../domain/shared/json"
import {
  RunKind,
  RunLease,
} from "../../modules/marketplace-channel/services/run-log"
import { TakenOverError } from "../../modules/marketplace-channel/taken-over"
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
 * begun again a little later, here or by whoever finds it then. One that somebody else took
 * over meanwhile is left to them.
 * @throws when its end cannot be written: it goes on where it is found unattended.
 */
export async function executeRun(
  container: MedusaContainer,
  run_id: string
): Promise<void> {
  const { runs } = marketplacesOf(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const claimed = await runs.claim(run_id)
  if (!claimed) {
    return
  }
  let lease = claimed
  const pause = async (milliseconds: number, error: unknown) => {
    logger.warn(
      `marketplaces: run ${run_id} goes on in ${milliseconds / 1000} s: ${errorMessage(error)}`
    )
    // What cannot be written now ends by itself, with the lease.
    await runs.postpone(lease, milliseconds).catch(() => undefined)
    await sleep(milliseconds + 100)
    const again = await runs.claim(run_id).catch(() => null)
    lease = again ?? lease
    return again !== null
  }
  let end: RunEnd | { status: "done" } = { status: "done" }
  const work = async () => {
    end = (await workOff(container, lease)) ?? end
  }
  try {
    if ((await withRetries(work, isTransient, pause)) === "left") {
      return
    }
  } catch (error) {
    if (error instanceof TakenOverError) {
      logger.warn(`marketplaces: run ${run_id} is another process's by now`)
      return
    }
    const reason = errorMessage(error)
    logger.error(`marketplaces: run ${run_id} failed: ${reason}`)
    end = { status: "failed", error: reason }
  }
  await runs.finish(lease, end)
}

async function workOff(
  container: MedusaContainer,
  lease: RunLease
): Promise<RunEnd | void> {
  const marketplaces = marketplacesOf(container)
  const letGo = keepRun(marketplaces, lease)
  try {
    const run = await marketplaces.retrieveMarketplaceRun(lease.id)
    return await RUN_EXECUTORS[run.kind as RunKind]({
      container,
      marketplaces,
      run: {
        id: run.id,
        preview: run.preview,
        params: run.params as JsonObject,
        created_by: run.created_by,
      },
      report: (progress) => marketplaces.runs.report(lease, progress),
      addResults: (lines) => marketplaces.runs.addResults(lease, lines),
    })
  } finally {
    letGo()
  }
}
