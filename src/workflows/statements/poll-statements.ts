import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { readsStatements } from "../../domain/provider/reads-statements"
import {
  dailyPeriod,
  lookedUntil,
  nextDailyLook,
} from "../../domain/statements/download-period"
import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { downloadChannelStatements } from "./download-channel-statements"
import { judgeDueSettlements } from "./judge-due-settlements"

/**
 * Brings in once a day what the marketplace has settled since, and what it has paid or corrected
 * of the last two weeks; unless the channel is set otherwise.
 *
 * @throws {MarketplaceError} also when a statement or a payout cannot be understood; the others
 * are there, and it is looked at every day until it can be.
 */
export async function pollStatements(
  context: FlowContext
): Promise<FlowOutcome> {
  const { container, marketplaces, channel, flow } = context
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  if (!readsStatements(provider)) {
    return "finished"
  }
  const now = new Date()
  const due_at = nextDailyLook(now)
  if (channel.settings.download_statements === false) {
    return { due_at }
  }
  const period = dailyPeriod(flow.cursor, now)
  const unreadable: { day: Date; reason: string }[] = []
  // Of an unknown day it may be the first one that was looked at.
  const note = (day: Date | null, reason: string) =>
    unreadable.push({ day: day ?? period.from, reason })
  await downloadChannelStatements(container, {
    channel,
    provider,
    period,
    downloader: { owner_id: flow.id, run_id: null, created_by: "system" },
    brings_back: false,
    onStatement: async (news) => {
      if (news.outcome === "unreadable") {
        const { external_id, period_from } = news.statement
        const reason = `Statement ${external_id}: ${news.reason}`
        note(period_from, reason)
      }
    },
    onUnreadablePayout: async ({ external_id, at, problem }) => {
      note(at, `Payout ${external_id}: ${problem}`)
    },
  })
  await judgeDueSettlements(container)
  const days = unreadable.map(({ day }) => day)
  await marketplaces.flows.advance(flow, lookedUntil(now, days))
  if (unreadable.length) {
    throw new MarketplaceError({
      kind: "invalid_response",
      message: unreadable.map(({ reason }) => reason).join("; "),
      retry_after_ms: due_at.getTime() - now.getTime(),
    })
  }
  return { due_at }
}
