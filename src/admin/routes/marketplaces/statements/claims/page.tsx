import { ArrowDownTray } from "@medusajs/icons"
import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { CLAIM_STATES } from "../../../../../domain/statements/claim"
import { CLAIMABLE_FINDINGS } from "../../../../../domain/statements/claims/claimable"
import { ChannelFilter } from "../../../../components/channels/channel-filter"
import { ClaimDrawer } from "../../../../components/claims/claim-drawer"
import { ClaimTable } from "../../../../components/claims/claim-table"
import { CountTabs } from "../../../../components/common/count-tabs"
import { Crumb } from "../../../../components/common/crumb"
import { FilterSelect } from "../../../../components/common/filter-select"
import { PageHeader } from "../../../../components/common/page-header"
import { StatementTabs } from "../../../../components/statements/statement-tabs"
import { useChannels } from "../../../../hooks/api/channels"
import { useClaimCounts } from "../../../../hooks/api/claims"
import { useClaimExport } from "../../../../hooks/use-claim-export"
import { PAGE_SIZE, useUrlState } from "../../../../hooks/use-url-state"
import { URGENT_DAYS } from "../../../../lib/claims"

const KEEP = { keepPage: true }

/** What the shop asks the marketplaces for, by how far each claim has come. */
const ClaimsPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const channels = useChannels().data?.channels ?? []
  const { save, busy } = useClaimExport()
  const state = CLAIM_STATES.find((one) => one === url.get("state"))
  const reason = CLAIMABLE_FINDINGS.find((one) => one === url.get("reason"))
  const urgent = url.get("urgent") === "1"
  const filters = {
    channel_id: url.get("channel_id") || undefined,
    q: url.get("q") || undefined,
  }
  const query = {
    ...filters,
    state,
    reason,
    ends_within_days: urgent ? URGENT_DAYS : undefined,
    order: url.get("sort") || undefined,
  }
  const counts = useClaimCounts({ ...filters, reason }).data
  const late = useClaimCounts({
    ...filters,
    reason,
    ends_within_days: URGENT_DAYS,
  }).data
  return (
    <Container className="divide-y p-0">
      <PageHeader
        title={t("marketplaces.claims.title")}
        hint={t("marketplaces.claims.subtitle")}
      >
        <Button
          size="small"
          variant="secondary"
          isLoading={busy}
          disabled={!counts || Object.keys(counts.by_state).length === 0}
          onClick={() => void save(query)}
        >
          <ArrowDownTray />
          {t("marketplaces.claims.export")}
        </Button>
      </PageHeader>
      <StatementTabs active="claims" />
      <CountTabs
        label={t("marketplaces.fields.status")}
        active={urgent ? "urgent" : (state ?? "all")}
        tabs={[
          {
            key: "all",
            label: t("marketplaces.tabs.all"),
            count: counts && total(counts.by_state),
            to: url.href({ state: null, urgent: null }),
          },
          {
            key: "urgent",
            label: t("marketplaces.claims.urgent"),
            count: late && (late.by_state.draft ?? 0),
            to: url.href({ state: null, urgent: "1" }),
            urgent: true,
          },
          ...CLAIM_STATES.map((one) => ({
            key: one as string,
            label: t(`marketplaces.claims.state.${one}`),
            count: counts && (counts.by_state[one] ?? 0),
            to: url.href({ state: one, urgent: null }),
          })),
        ]}
      />
      <ClaimTable
        query={{ ...query, limit: PAGE_SIZE, offset: url.offset }}
        filtered={Boolean(state || reason || urgent || filters.channel_id)}
        filters={
          <>
            <ChannelFilter
              channels={channels}
              value={filters.channel_id ?? ""}
              onChange={(channel_id) => url.set({ channel_id })}
            />
            <FilterSelect
              label={t("marketplaces.claims.reason")}
              all={t("marketplaces.claims.all_reasons")}
              value={reason ?? ""}
              options={CLAIMABLE_FINDINGS.map((value) => ({
                value,
                label: t(`marketplaces.statements.finding_name.${value}`),
              }))}
              onChange={(value) => url.set({ reason: value })}
            />
          </>
        }
        onOpen={(claim) => url.set({ claim }, KEEP)}
      />
      {url.get("claim") && (
        <ClaimDrawer
          key={url.get("claim")}
          id={url.get("claim")}
          onClose={() => url.set({ claim: null }, KEEP)}
        />
      )}
    </Container>
  )
}

/** Those that were given up are in none but their own tab. */
function total(by_state: Partial<Record<string, number>>): number {
  return Object.entries(by_state).reduce(
    (sum, [state, count]) => sum + (state === "dropped" ? 0 : (count ?? 0)),
    0
  )
}

export default ClaimsPage

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.claims.title" />,
}
