import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage, isOfDatabase } from "../../domain/shared/error-message"
import { TakenOverError } from "../../modules/marketplace-channel/taken-over"
import { isTransient } from "../host-orders/utils/transient-error"
import { RunContext } from "../runs/run-context"
import { ActionOutcome, failureOutcome } from "./action-result"

/** SQLSTATE classes: what was to be written is wrong, while the database is well. */
const OF_DATA = /^(22|23)/

/**
 * What is said of orders when working for their channel failed as nobody expected, for
 * example as its stored key cannot be opened; the log is told as well.
 * @throws the error itself where it is the whole run's: it was taken over, the database does
 * not do its part, or the same work may succeed a moment later.
 */
export function channelFailure(
  { container, run }: Pick<RunContext, "container" | "run">,
  channel: { id: string },
  error: unknown
): ActionOutcome {
  if (isOfRun(error)) {
    throw error
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `marketplaces: run ${run.id} failed for channel ${channel.id}: ${errorMessage(error)}`
    )
  return failureOutcome(error)
}

function isOfRun(error: unknown): boolean {
  return (
    error instanceof TakenOverError ||
    isTransient(error) ||
    (isOfDatabase(error) && !OF_DATA.test(String(error.code)))
  )
}
