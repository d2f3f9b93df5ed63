import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { FINDING_CODES } from "../../../../../domain/statements/finding"
import { SETTLEMENT_STATES } from "../../../../../domain/statements/line-state"
import { ChannelFilter } from "../../../../components/channels/channel-filter"
import { CountTabs } from "../../../../components/common/count-tabs"
import { Crumb } from "../../../../components/common/crumb"
import { FilterSelect } from "../../../../components/common/filter-select"
import { PageHeader } from "../../../../components/common/page-header"
import { RunDrawer } from "../../../../components/runs/run-drawer"
import { FeeRulesButton } from "../../../../components/statements/fee-rules-button"
import { Outstanding } from "../../../../components/statements/outstanding"
import { SettlementDrawer } from "../../../../components/statements/settlement-drawer"
import { SettlementTable } from "../../../../components/statements/settlement-table"
import { StatementTabs } from "../../../../components/statements/statement-tabs"
import { useChannels } from "../../../../hooks/api/channels"
import { useSettlementCounts } from "../../../../hooks/api/settlements"
import { PAGE_SIZE, useUrlState } from "../../../../hooks/use-url-state"
import { TO_LOOK_AT } from "../../../../lib/statement-states"

const KEEP = { keepPage: true }

/** What each order was paid over all statements, and which ones are still to be paid. */
const SettlementsPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const channels = useChannels().data?.channels ?? []
  const state = SETTLEMENT_STATES.find((one) => one === url.get("state"))
  const overdue = url.get("overdue") === "1"
  const confirmed = { yes: true, no: false }[url.get("confirmed")]
  const filters = {
    channel_id: url.get("channel_id") || undefined,
    statement_id: url.get("statement_id") || undefined,
    q: url.get("q") || undefined,
  }
  const finding = FINDING_CODES.find((one) => one === url.get("finding"))
  const counts = useSettlementCounts(filters).data
  const total = counts && sum(Object.values(counts.by_state))
  return (
    <Container className="divide-y p-0">
      <PageHeader
        title={t("marketplaces.statements.order.title")}
        hint={t("marketplaces.statements.order.subtitle")}
      >
        <FeeRulesButton channels={channels} />
      </PageHeader>
      <StatementTabs active="orders" />
      {counts && <Outstanding outstanding={counts.outstanding} />}
      <CountTabs
        label={t("marketplaces.fields.status")}
        active={overdue ? "overdue" : (state ?? "all")}
        tabs={[
          {
            key: "all",
            label: t("marketplaces.tabs.all"),
            count: total,
            to: url.href({ state: null, overdue: null }),
          },
          ...SETTLEMENT_STATES.map((one) => ({
            key: one as string,
            label: t(`marketplaces.statements.state.${one}`),
            count: counts && (counts.by_state[one] ?? 0),
            to: url.href({ state: one, overdue: null }),
            urgent: TO_LOOK_AT.includes(one),
          })),
          {
            key: "overdue",
            label: t("marketplaces.statements.order.overdue"),
            count: counts && (counts.by_finding.unpaid_overdue ?? 0),
            to: url.href({ state: null, overdue: "1" }),
            urgent: true,
          },
        ]}
      />
      <SettlementTable
        query={{
          ...filters,
          state,
          finding,
          confirmed,
          overdue: overdue || undefined,
          limit: PAGE_SIZE,
          offset: url.offset,
        }}
        filtered={Boolean(
          state ||
          overdue ||
          finding ||
          confirmed !== undefined ||
          filters.channel_id ||
          filters.statement_id
        )}
        filters={
          <>
            <ChannelFilter
              channels={channels}
              value={filters.channel_id ?? ""}
              onChange={(channel_id) => url.set({ channel_id })}
            />
            <FilterSelect
              label={t("marketplaces.statements.order.cause")}
              all={t("marketplaces.statements.order.all_findings")}
              value={finding ?? ""}
              options={FINDING_CODES.filter(
                (one) => one === finding || counts?.by_finding[one]
              ).map((value) => ({
                value,
                label: t(`marketplaces.statements.finding_name.${value}`),
              }))}
              onChange={(value) => url.set({ finding: value })}
            />
            <FilterSelect
              label={t("marketplaces.statements.order.confirmed_filter")}
              all={t("marketplaces.statements.order.confirmed_filter")}
              value={url.get("confirmed")}
              options={[
                {
                  value: "no",
                  label: t("marketplaces.statements.order.open"),
                },
                {
                  value: "yes",
                  label: t("marketplaces.statements.order.confirmed"),
                },
              ]}
              onChange={(value) => url.set({ confirmed: value })}
            />
          </>
        }
        onOpen={(settlement) => url.set({ settlement }, KEEP)}
        onRun={(run) => url.set({ run }, KEEP)}
      />
      {url.get("settlement") && (
        <SettlementDrawer
          key={url.get("settlement")}
          id={url.get("settlement")}
          onClose={() => url.set({ settlement: null }, KEEP)}
        />
      )}
      {url.get("run") && (
        <RunDrawer
          id={url.get("run")}
          title={t("marketplaces.runs.one")}
          onClose={() => url.set({ run: null }, KEEP)}
        />
      )}
    </Container>
  )
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

export default SettlementsPage

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.statements.order.title" />,
}
