import { ArrowDownTray } from "@medusajs/icons"
import { Button, Container } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ChannelFilter } from "../../../../components/channels/channel-filter"
import { CountTabs } from "../../../../components/common/count-tabs"
import { Crumb } from "../../../../components/common/crumb"
import { EmptyState } from "../../../../components/common/empty-state"
import { FilterSelect } from "../../../../components/common/filter-select"
import { PageHeader } from "../../../../components/common/page-header"
import { PageTurner } from "../../../../components/common/page-turner"
import { QueryState } from "../../../../components/common/query-state"
import { DayFilter } from "../../../../components/orders/day-filter"
import {
  FeeChart,
  OutstandingChart,
} from "../../../../components/statements/report-charts"
import { ReportTable } from "../../../../components/statements/report-table"
import { ReportTotals } from "../../../../components/statements/report-totals"
import { StatementTabs } from "../../../../components/statements/statement-tabs"
import { useChannels } from "../../../../hooks/api/channels"
import {
  fetchReport,
  type ReportQuery,
  useSettlementReport,
} from "../../../../hooks/api/reports"
import { useFailureToast } from "../../../../hooks/use-failure-toast"
import { PAGE_SIZE, useUrlState } from "../../../../hooks/use-url-state"
import { isDayRange } from "../../../../lib/date-range"
import { saveBlob } from "../../../../lib/open-file"
import { REPORT_DATES, REPORT_KINDS } from "../../../../lib/types"

const KEEP = { keepPage: true }

/** What was settled and what is left of it, by month, channel, product or order. */
const ReportsPage = () => {
  const { t, i18n } = useTranslation()
  const url = useUrlState()
  const onError = useFailureToast()
  const channels = useChannels().data?.channels ?? []
  const [saving, setSaving] = useState(false)
  const by = REPORT_KINDS.find((one) => one === url.get("by")) ?? "month"
  const days = { from: url.get("from"), to: url.get("to") }
  const query: ReportQuery = {
    by,
    dated: REPORT_DATES.find((one) => one === url.get("dated")) ?? "ordered",
    channel_id: url.get("channel_id") || undefined,
    currency_code: url.get("currency") || undefined,
    ...(isDayRange(days) && {
      from: days.from || undefined,
      to: days.to || undefined,
    }),
  }
  const report = useSettlementReport({
    ...query,
    limit: PAGE_SIZE,
    offset: url.offset,
  })
  const currencies = report.data?.currencies ?? []
  const withFees = url.get("fees") === "1"
  const save = () => {
    setSaving(true)
    const name = [
      t("marketplaces.statements.report.title"),
      t(`marketplaces.statements.report.by.${by}`),
      days.from,
      days.to,
    ]
    fetchReport(query, i18n.language)
      .then(
        (blob) => saveBlob(blob, `${name.filter(Boolean).join(" - ")}.xlsx`),
        onError
      )
      .finally(() => setSaving(false))
  }
  return (
    <Container className="divide-y p-0">
      <PageHeader
        title={t("marketplaces.statements.report.title")}
        hint={t("marketplaces.statements.report.subtitle")}
      >
        <Button
          size="small"
          variant="secondary"
          isLoading={saving}
          disabled={!report.data?.count}
          onClick={save}
        >
          <ArrowDownTray />
          {t("marketplaces.statements.report.export")}
        </Button>
      </PageHeader>
      <StatementTabs active="reports" />
      <CountTabs
        label={t("marketplaces.statements.report.by_label")}
        active={by}
        tabs={REPORT_KINDS.map((one) => ({
          key: one,
          label: t(`marketplaces.statements.report.by.${one}`),
          count: undefined,
          to: url.href({ by: one }),
        }))}
      />
      <div className="flex flex-wrap items-center gap-2 px-6 py-3">
        <ChannelFilter
          channels={channels}
          value={query.channel_id ?? ""}
          onChange={(channel_id) => url.set({ channel_id })}
        />
        <DayFilter value={days} onChange={(range) => url.set(range)} />
        <FilterSelect
          label={t("marketplaces.statements.report.dated_label")}
          value={query.dated}
          options={REPORT_DATES.map((value) => ({
            value,
            label: t(`marketplaces.statements.report.dated.${value}`),
          }))}
          onChange={(dated) => url.set({ dated })}
        />
        {currencies.length > 1 && (
          <FilterSelect
            label={t("marketplaces.statements.report.currency")}
            value={report.data?.currency_code ?? ""}
            options={currencies.map((value) => ({
              value,
              label: value.toUpperCase(),
            }))}
            onChange={(currency) => url.set({ currency })}
          />
        )}
        <Button
          size="small"
          variant="transparent"
          aria-pressed={withFees}
          onClick={() => url.set({ fees: withFees ? null : "1" }, KEEP)}
        >
          {t(
            withFees
              ? "marketplaces.statements.report.fees_hide"
              : "marketplaces.statements.report.fees_show"
          )}
        </Button>
      </div>
      <QueryState query={report} rows={8}>
        {(data) =>
          data.count === 0 ? (
            <EmptyState
              title={t("marketplaces.statements.report.empty")}
              hint={t("marketplaces.statements.report.empty_hint")}
            />
          ) : (
            <div className="divide-y">
              <ReportTotals report={data} />
              {by === "month" && <FeeChart report={data} />}
              {(by === "month" || by === "channel") && (
                <OutstandingChart
                  channel_id={query.channel_id}
                  currency_code={data.currency_code}
                />
              )}
              <ReportTable
                by={by}
                report={data}
                withFees={withFees}
                href={url.href}
              />
              <PageTurner count={data.count} />
            </div>
          )
        }
      </QueryState>
    </Container>
  )
}

export default ReportsPage

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.statements.report.title" />,
}
