import { MedusaContainer } from "@medusajs/framework/types"
import { TimeRange } from "../../domain/orders/poll-window"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  NeutralStatement,
  ReadsStatements,
  StatementPage,
  UnreadablePayout,
  UnreadableStatement,
} from "../../domain/provider/reads-statements"
import { errorMessage } from "../../domain/shared/error-message"
import { payoutPeriod } from "../../domain/statements/download-period"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "../orders/channel"
import {
  Downloader,
  StatementSource,
  TakenStatement,
  takeStatement,
} from "./take-statement"

export type StatementDownload = {
  channel: Channel
  provider: ReadsStatements
  /** Days of settlement (UTC). */
  period: TimeRange
  downloader: Downloader
  /** False for a daily look: what a person took out of the ledger stays out. */
  brings_back: boolean
  /** Told of each statement, one after the other. */
  onStatement(news: StatementNews): Promise<void>
  onUnreadablePayout(payout: UnreadablePayout): Promise<void>
}

export type StatementNews =
  | ({ statement: NeutralStatement } & TakenStatement)
  | {
      /** Its day may be as unreadable as the rest. */
      statement: Pick<UnreadableStatement, "external_id" | "period_from">
      outcome: "unreadable"
      reason: string
    }

/**
 * Brings a channel's statements of a period into the ledger, and the payouts that paid them.
 * One statement or payout that cannot be understood does not keep the others back.
 *
 * @returns how many statements the marketplace lists.
 * @throws {MarketplaceError} when the marketplace cannot be asked.
 */
export async function downloadChannelStatements(
  container: MedusaContainer,
  download: StatementDownload
): Promise<number> {
  const marketplaces = marketplacesOf(container)
  const { channel, provider, period, downloader } = download
  const access = marketplaces.access.open(channel)
  await marketplaces.statementDownloads.discardOpen(downloader.owner_id)
  let listed = 0
  for await (const page of provider.readStatements(access, period)) {
    await takePage(container, download, { channel, provider, access }, page)
    listed += page.items.length + (page.unreadable?.length ?? 0)
  }
  const payouts = payoutPeriod(period, new Date())
  const pages = provider.readPayouts(access, payouts)
  for await (const { items, unreadable = [] } of pages) {
    await marketplaces.payouts.save(channel.id, items)
    for (const payout of unreadable) {
      await download.onUnreadablePayout(payout)
    }
  }
  await marketplaces.payouts.assign(channel.id, period)
  return listed
}

async function takePage(
  container: MedusaContainer,
  { brings_back, downloader, onStatement }: StatementDownload,
  source: StatementSource,
  { items, unreadable = [] }: StatementPage
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const known = await marketplaces.statementDownloads.find(
    source.channel.id,
    [...items, ...unreadable].map(({ external_id }) => external_id)
  )
  const isLeftOut = ({ external_id }: { external_id: string }) =>
    !brings_back && known.get(external_id)?.taken_back
  for (const { problem, ...statement } of unreadable) {
    if (!isLeftOut(statement)) {
      await onStatement({ statement, outcome: "unreadable", reason: problem })
    }
  }
  for (const statement of items) {
    if (isLeftOut(statement)) {
      continue
    }
    try {
      const taken = await takeStatement(
        marketplaces,
        source,
        statement,
        known.get(statement.external_id),
        downloader
      )
      await onStatement({ statement, ...taken })
    } catch (error) {
      await marketplaces.statementDownloads.discardOpen(downloader.owner_id)
      if (!isOfStatement(error)) {
        throw error
      }
      const reason = errorMessage(error)
      await onStatement({ statement, outcome: "unreadable", reason })
    }
  }
}

/** True for what is wrong with one statement, and not with the connection. */
function isOfStatement(error: unknown): boolean {
  return (
    error instanceof MarketplaceError &&
    (error.kind === "invalid_response" ||
      error.kind === "not_found" ||
      error.kind === "rejected")
  )
}
