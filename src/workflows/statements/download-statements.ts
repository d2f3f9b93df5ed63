import {
  MarketplaceError,
  needsAuthorization,
} from "../../domain/provider/marketplace-error"
import {
  readsStatements,
  UnreadablePayout,
} from "../../domain/provider/reads-statements"
import { errorMessage } from "../../domain/shared/error-message"
import { JsonValue } from "../../domain/shared/json"
import { RunResultLine } from "../../modules/marketplace-channel/services/run-log"
import { Channel, listChannels } from "../orders/channel"
import { resultMessage } from "../runs/result-message"
import { RunContext, RunEnd } from "../runs/run-context"
import {
  downloadChannelStatements,
  StatementNews,
} from "./download-channel-statements"
import { judgeDueSettlements } from "./judge-due-settlements"

/** Parameters of the run. */
export type StatementDownloadParams = {
  channel_ids: string[]
  /** ISO 8601; days of settlement are those of UTC. `from` included, `to` excluded. */
  from: string
  to: string
}

/**
 * Downloads the statements of a period from the chosen channels and compares their orders. One
 * channel's failure is a result line; the run fails only where no channel could be read. A
 * permission that is missing for statements leaves the channel's other work as it is.
 */
export async function downloadStatements(
  context: RunContext
): Promise<RunEnd | void> {
  const { container, marketplaces, run, report, addResults } = context
  const params = run.params as unknown as StatementDownloadParams
  const period = { from: new Date(params.from), to: new Date(params.to) }
  const channels = await listChannels(marketplaces, params.channel_ids)
  const failures: string[] = []
  let done = 0
  await report({ phase: "reading", done, total: null })
  for (const channel of channels) {
    const provider = marketplaces.providers.retrieve(channel.provider_id)
    if (!readsStatements(provider)) {
      continue
    }
    try {
      const listed = await downloadChannelStatements(container, {
        channel,
        provider,
        period,
        downloader: {
          owner_id: run.id,
          run_id: run.id,
          created_by: run.created_by,
        },
        brings_back: true,
        onStatement: async (news) => {
          await addResults([statementLine(channel, news)])
          done += 1
          await report({ phase: "reading", done, total: null })
        },
        onUnreadablePayout: (payout) =>
          addResults([payoutLine(channel, payout)]),
      })
      if (listed === 0) {
        await addResults([channelLine(channel, "no_statements", {})])
      }
    } catch (error) {
      if (!(error instanceof MarketplaceError)) {
        throw error
      }
      const line = failureLine(channel, error)
      failures.push(line.message)
      await addResults([line])
    }
  }
  await judgeDueSettlements(container, (compared) =>
    report({ phase: "comparing", done: compared, total: null })
  )
  if (failures.length > 0 && failures.length === channels.length) {
    return { status: "failed", error: failures.join(" ") }
  }
}

function statementLine(channel: Channel, news: StatementNews): RunResultLine {
  const { external_id, period_from } = news.statement
  const params: Record<string, JsonValue> = {
    date: dayOf(period_from),
    ...(news.outcome === "unreadable"
      ? { reason: news.reason }
      : { lines: news.lines }),
  }
  const code =
    news.outcome === "unchanged" ? "unchanged" : `statement_${news.outcome}`
  return line(channel, external_id, code, params)
}

function payoutLine(
  channel: Channel,
  { external_id, at, problem }: UnreadablePayout
): RunResultLine {
  const params = { date: dayOf(at), reason: problem }
  return line(channel, external_id, "payout_unreadable", params)
}

/** In UTC, as days of settlement are. */
function dayOf(moment: Date | null): string {
  return moment?.toISOString().slice(0, 10) ?? "?"
}

function failureLine(channel: Channel, error: MarketplaceError): RunResultLine {
  const code = needsAuthorization(error) ? "not_permitted" : "failed"
  return channelLine(channel, code, { reason: errorMessage(error) })
}

function channelLine(
  channel: Channel,
  code: string,
  params: Record<string, JsonValue>
): RunResultLine {
  return line(channel, channel.external_id, code, params)
}

function line(
  channel: Channel,
  external_id: string,
  code: string,
  params: Record<string, JsonValue>
): RunResultLine {
  const wording = code === "unchanged" ? "statement_unchanged" : code
  return {
    channel_id: channel.id,
    channel_name: channel.name,
    external_id,
    code,
    params,
    message: resultMessage(wording, channel.name, external_id, params),
  }
}
