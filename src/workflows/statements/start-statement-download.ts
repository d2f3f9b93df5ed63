import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { readsStatements } from "../../domain/provider/reads-statements"
import {
  downloadPeriod,
  MOST_PERIOD_DAYS,
} from "../../domain/statements/download-period"
import { requireChannels } from "../channels/require-channels"
import { marketplacesOf } from "../marketplaces"
import { startRun } from "../runs/start-run"
import { StatementDownloadParams } from "./download-statements"

const PROBLEMS = {
  in_future: "Nothing is settled in the future: let the period begin earlier.",
  empty: "The period ends before it begins.",
  too_long: `A period of at most ${MOST_PERIOD_DAYS} days is read at once. Choose a shorter one.`,
} as const

/**
 * Starts a download of statements over the marketplaces' APIs.
 * @param input.from without it 30 days before `to`; without `to` now. ISO 8601.
 *
 * @throws {MedusaError} naming the channel that is missing, paused, not signed in, or whose
 * marketplace gives no statements; INVALID_DATA for a period that cannot be read.
 */
export async function startStatementDownload(
  container: MedusaContainer,
  input: {
    channel_ids: string[]
    from?: string
    to?: string
    created_by: string
  }
) {
  const { providers } = marketplacesOf(container)
  const channel_ids = [...new Set(input.channel_ids)]
  for (const channel of await requireChannels(container, channel_ids)) {
    if (!readsStatements(providers.retrieve(channel.provider_id))) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The marketplace of ${channel.name} gives no statements over its API. Export the statement there and upload the file.`
      )
    }
  }
  const period = downloadPeriod({
    from: input.from ? new Date(input.from) : null,
    to: input.to ? new Date(input.to) : null,
    now: new Date(),
  })
  if (!period.ok) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      PROBLEMS[period.problem]
    )
  }
  const params: StatementDownloadParams = {
    channel_ids,
    from: period.from.toISOString(),
    to: period.to.toISOString(),
  }
  return startRun(container, {
    kind: "statement_download",
    params,
    created_by: input.created_by,
  })
}
