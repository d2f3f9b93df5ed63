import { ChannelAccess } from "../../domain/provider/channel-access"
import {
  NeutralStatement,
  ReadsStatements,
} from "../../domain/provider/reads-statements"
import {
  addSettled,
  NOTHING_SETTLED,
  SettledAmounts,
} from "../../domain/statements/amounts"
import {
  sameTotals,
  totalsNotices,
} from "../../domain/statements/compare-totals"
import { StatementNotice } from "../../domain/statements/file-problem"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { KnownDownload } from "../../modules/marketplace-channel/statement-rows"
import { Channel } from "../orders/channel"

const DAY_MS = 86_400_000

/** Whoever downloads: what it leaves behind when it dies is found under this id. */
export type Downloader = {
  /** Of a run or a flow. */
  owner_id: string
  /** The run that people can look at; null for a daily look. */
  run_id: string | null
  /** A user id, or `system`. */
  created_by: string
}

export type StatementSource = {
  channel: Channel
  provider: ReadsStatements
  access: ChannelAccess
}

export type TakenStatement = {
  outcome: "imported" | "replaced" | "payment_changed" | "unchanged"
  /** Lines that were read; 0 where nothing had to be. */
  lines: number
}

/**
 * Brings one statement into the ledger as the marketplace states it now. Its lines are read only
 * where they are new or its sums have changed; then all of them are there in the end, or those
 * that were there before.
 *
 * @throws {MarketplaceError} when its lines cannot be read; nothing of them is kept.
 */
export async function takeStatement(
  marketplaces: MarketplaceChannelModuleService,
  source: StatementSource,
  statement: NeutralStatement,
  known: KnownDownload | undefined,
  downloader: Downloader
): Promise<TakenStatement> {
  const standing = known?.taken_back ? undefined : known
  if (standing && sameTotals(standing.stated_totals, statement.totals)) {
    return takePayment(marketplaces, statement, standing)
  }
  const lines = await readLines(marketplaces, source, statement, downloader)
  if (lines === null) {
    return { outcome: "unchanged", lines: 0 }
  }
  return { outcome: standing ? "replaced" : "imported", lines }
}

async function takePayment(
  { statementDownloads }: MarketplaceChannelModuleService,
  { payment, payment_external_id }: NeutralStatement,
  known: KnownDownload
): Promise<TakenStatement> {
  if (
    known.payment === payment &&
    known.payment_external_id === payment_external_id
  ) {
    return { outcome: "unchanged", lines: 0 }
  }
  await statementDownloads.setPayment(known.id, {
    payment,
    payment_external_id,
  })
  return { outcome: "payment_changed", lines: 0 }
}

/** @returns how many lines it has; null where another download has brought it meanwhile. */
async function readLines(
  { statements, statementDownloads }: MarketplaceChannelModuleService,
  { channel, provider, access }: StatementSource,
  statement: NeutralStatement,
  { owner_id, run_id, created_by }: Downloader
): Promise<number | null> {
  const id = await statements.open({
    channel_id: channel.id,
    source: "api",
    // Its own only once all lines are there: until then another one may have it.
    external_id: null,
    filename: null,
    file_id: null,
    file_hash: null,
    currency_code: statement.currency_code,
    created_by,
    run_id: owner_id,
  })
  if (!id) {
    return null
  }
  let sums: SettledAmounts = NOTHING_SETTLED
  let count = 0
  const unknown = new Set<string>()
  for await (const { items } of provider.readStatementLines(
    access,
    statement
  )) {
    await statements.addLines(
      { id, channel_id: channel.id, source: "api" },
      items.map((line) => ({ ok: true, line }))
    )
    count += items.length
    for (const { amounts, kind, raw_kind } of items) {
      sums = addSettled(sums, amounts)
      if (kind === "unknown") {
        unknown.add(raw_kind ?? "")
      }
    }
  }
  const { external_id, totals, payment, payment_external_id } = statement
  const is_taken = await statementDownloads.finish(
    { id, channel_id: channel.id, external_id, run_id },
    {
      line_count: count,
      mapping: null,
      stated_totals: totals,
      notices: [...unknownKinds(unknown), ...totalsNotices(sums, totals)],
      period: { from: statement.period_from, to: lastDay(statement) },
      payment,
      payment_external_id,
    }
  )
  return is_taken ? count : null
}

function unknownKinds(words: Set<string>): StatementNotice[] {
  return words.size
    ? [{ code: "unknown_kinds", params: { kinds: [...words].sort() } }]
    : []
}

/** Statements are about days, from the first to the last, as those of files are. */
function lastDay({ period_from, period_to }: NeutralStatement): Date {
  return new Date(Math.max(period_from.getTime(), period_to.getTime() - DAY_MS))
}
