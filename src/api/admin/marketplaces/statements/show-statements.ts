import { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnit } from "../../../../domain/shared/amount"
import { SettledAmounts } from "../../../../domain/statements/amounts"
import { StatementNotice } from "../../../../domain/statements/file-problem"
import { CrossCheck } from "../../../../modules/marketplace-channel/read-cross-check"
import { LineView } from "../../../../modules/marketplace-channel/read-statements"
import { PaidOut } from "../../../../modules/marketplace-channel/services/payout-book"
import { lineMessage } from "../../../../workflows/statements/line-message"
import { marketplacesOf } from "../../../../workflows/marketplaces"

type Row = Awaited<
  ReturnType<ReturnType<typeof marketplacesOf>["retrieveMarketplaceStatement"]>
>

/** Statements as the API shows them, in the order of the rows; amounts in major units. */
export async function showStatements(container: MedusaContainer, rows: Row[]) {
  const marketplaces = marketplacesOf(container)
  const importing = rows.filter(({ status }) => status === "importing")
  const [channels, payouts, being_read] = await Promise.all([
    marketplaces.listMarketplaceChannels(
      { id: [...new Set(rows.map(({ channel_id }) => channel_id))] },
      { select: ["id", "name", "provider_id"], withDeleted: true }
    ),
    readPayouts(marketplaces, rows),
    marketplaces.statements.listBeingRead(importing.map(({ id }) => id)),
  ])
  const byId = new Map(channels.map((channel) => [channel.id, channel]))
  return rows.map((row) => ({
    id: row.id,
    channel_id: row.channel_id,
    channel_name: byId.get(row.channel_id)?.name ?? null,
    provider_id: byId.get(row.channel_id)?.provider_id ?? null,
    source: row.source,
    external_id: row.external_id,
    status: row.status,
    is_being_read: being_read.has(row.id),
    filename: row.filename,
    run_id: row.run_id,
    period_from: row.period_from,
    period_to: row.period_to,
    currency_code: row.currency_code,
    totals: inMajor(row.totals as Partial<SettledAmounts>, row.currency_code),
    line_totals: inMajor(
      (row.line_totals ?? row.totals) as Partial<SettledAmounts>,
      row.currency_code
    ),
    stated_totals: row.stated_totals
      ? inMajor(row.stated_totals as Partial<SettledAmounts>, row.currency_code)
      : null,
    payment: row.payment,
    payment_external_id: row.payment_external_id,
    payout: showPayout(payouts.get(row.payout_id ?? "")),
    counts: row.counts,
    notices: [
      ...(row.notices as unknown as StatementNotice[]),
      ...payoutNotices(payouts.get(row.payout_id ?? "")),
    ],
    created_by: row.created_by,
    created_at: row.created_at,
    imported_at: row.imported_at,
  }))
}

async function readPayouts(
  { payouts }: ReturnType<typeof marketplacesOf>,
  rows: Row[]
): Promise<Map<string, PaidOut>> {
  const ids = rows.flatMap(({ payout_id }) => payout_id ?? [])
  return ids.length ? payouts.describe([...new Set(ids)]) : new Map()
}

/** What the payout brought beside all lines of the statements that it paid. */
function showPayout(payout: PaidOut | undefined) {
  if (!payout) {
    return null
  }
  const { id, external_id, at, raw_status, currency_code } = payout
  const major = (amount: number) => toMajorUnit(amount, currency_code)
  return {
    id,
    external_id,
    at,
    status: raw_status,
    currency_code,
    amount: major(payout.amount),
    settled: major(payout.settled),
    difference: major(payout.amount - payout.settled),
    statement_count: payout.statement_count,
  }
}

/** In the smallest unit, as all amounts of notices. */
function payoutNotices(payout: PaidOut | undefined): StatementNotice[] {
  if (!payout || payout.amount === payout.settled) {
    return []
  }
  const { amount, settled } = payout
  return [
    {
      code: "payout_differs",
      params: {
        stated: amount,
        lines: settled,
        difference: settled - amount,
      },
    },
  ]
}

function inMajor(amounts: Partial<SettledAmounts>, currency_code: string) {
  return Object.fromEntries(
    Object.entries(amounts).map(([name, amount]) => [
      name,
      toMajorUnit(Number(amount), currency_code),
    ])
  )
}

/** Amounts in major units. */
export function showCrossCheck(check: CrossCheck, currency_code: string) {
  return {
    ...check,
    only_here_net: toMajorUnit(check.only_here_net, currency_code),
  }
}

export function showLine(line: LineView) {
  return { ...line, message: lineMessage(line) }
}
