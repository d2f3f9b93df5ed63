import { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnit } from "../../../../domain/shared/amount"
import { SettledAmounts } from "../../../../domain/statements/amounts"
import { LineView } from "../../../../modules/marketplace-channel/read-statements"
import { lineMessage } from "../../../../workflows/statements/line-message"
import { marketplacesOf } from "../../../../workflows/marketplaces"

type Row = Awaited<
  ReturnType<ReturnType<typeof marketplacesOf>["retrieveMarketplaceStatement"]>
>

/** Statements as the API shows them, in the order of the rows; amounts in major units. */
export async function showStatements(container: MedusaContainer, rows: Row[]) {
  const channels = await marketplacesOf(container).listMarketplaceChannels(
    { id: [...new Set(rows.map(({ channel_id }) => channel_id))] },
    { select: ["id", "name", "provider_id"], withDeleted: true }
  )
  const byId = new Map(channels.map((channel) => [channel.id, channel]))
  return rows.map((row) => ({
    id: row.id,
    channel_id: row.channel_id,
    channel_name: byId.get(row.channel_id)?.name ?? null,
    provider_id: byId.get(row.channel_id)?.provider_id ?? null,
    source: row.source,
    external_id: row.external_id,
    status: row.status,
    filename: row.filename,
    run_id: row.run_id,
    period_from: row.period_from,
    period_to: row.period_to,
    currency_code: row.currency_code,
    totals: inMajor(row.totals as Partial<SettledAmounts>, row.currency_code),
    stated_totals: row.stated_totals
      ? inMajor(row.stated_totals as Partial<SettledAmounts>, row.currency_code)
      : null,
    payment: row.payment,
    payment_external_id: row.payment_external_id,
    counts: row.counts,
    notices: row.notices,
    created_by: row.created_by,
    created_at: row.created_at,
    imported_at: row.imported_at,
  }))
}

function inMajor(amounts: Partial<SettledAmounts>, currency_code: string) {
  return Object.fromEntries(
    Object.entries(amounts).map(([name, amount]) => [
      name,
      toMajorUnit(Number(amount), currency_code),
    ])
  )
}

export function showLine(line: LineView) {
  return { ...line, message: lineMessage(line) }
}
