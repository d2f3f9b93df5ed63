import { useTranslation } from "react-i18next"
import { useOutstanding } from "../../hooks/api/reports"
import {
  feeBars,
  monthText,
  outstandingBars,
  REST,
} from "../../lib/report-bars"
import type { SettlementReport } from "../../lib/types"
import { BarChart } from "./bar-chart"

/** What the marketplaces kept, month by month. */
export function FeeChart({ report }: { report: SettlementReport }) {
  const { t } = useTranslation()
  const rows = report.rows.filter(({ month }) => month)
  const stacked = feeBars(rows)
  if (stacked.keys.length === 0) {
    return null
  }
  return (
    <BarChart
      title={t("marketplaces.statements.report.fees_by_month")}
      stacked={stacked}
      currency_code={report.currency_code}
      partName={(key) =>
        key === REST
          ? t("marketplaces.statements.report.other_fees")
          : t(`marketplaces.statements.fee.${key}`)
      }
      barName={monthText}
    />
  )
}

/** What the marketplaces have not paid yet, channel by channel. */
export function OutstandingChart({
  channel_id,
  currency_code,
}: {
  channel_id: string | undefined
  currency_code: string
}) {
  const { t } = useTranslation()
  const channels = (useOutstanding({ channel_id }).data?.channels ?? []).filter(
    (channel) => channel.currency_code === currency_code
  )
  if (channels.length === 0) {
    return null
  }
  const names = new Map(
    channels.map((channel) => [
      `${channel.channel_id} ${channel.currency_code}`,
      channel.channel_name ?? "—",
    ])
  )
  return (
    <BarChart
      title={t("marketplaces.statements.order.outstanding")}
      stacked={outstandingBars(channels)}
      currency_code={currency_code}
      partName={(age) => t("marketplaces.statements.order.days", { days: age })}
      barName={(id) => names.get(id)}
    />
  )
}
