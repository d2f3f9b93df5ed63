import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { ChannelFilter } from "../../../components/channels/channel-filter"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState } from "../../../components/common/empty-state"
import { FilterSelect } from "../../../components/common/filter-select"
import { PageHeader } from "../../../components/common/page-header"
import { UrlTable } from "../../../components/common/url-table"
import { useStatementColumns } from "../../../components/statements/statement-columns"
import { FetchButton } from "../../../components/statements/fetch-button"
import { FeeRulesButton } from "../../../components/statements/fee-rules-button"
import { StatementTabs } from "../../../components/statements/statement-tabs"
import { UploadModal } from "../../../components/statements/upload-modal"
import { useChannels } from "../../../hooks/api/channels"
import { useProviders } from "../../../hooks/api/providers"
import { useStatements } from "../../../hooks/api/statements"
import { PAGE_SIZE, useUrlState } from "../../../hooks/use-url-state"
import { STATEMENT_STATUSES } from "../../../lib/types"

const KEEP = { keepPage: true }

/** What the marketplaces settled, statement by statement, and what of it differs. */
const StatementsPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const navigate = useNavigate()
  const channels = useChannels().data?.channels
  const providers = useProviders().data?.providers
  const columns = useStatementColumns()
  const channel_id = url.get("channel_id") || undefined
  const status = STATEMENT_STATUSES.find((one) => one === url.get("status"))
  const statements = useStatements({
    channel_id,
    status,
    limit: PAGE_SIZE,
    offset: url.offset,
  })
  const add = (
    <Button
      size="small"
      disabled={!channels || !providers}
      onClick={() => url.set({ new: "1" }, KEEP)}
    >
      {t("marketplaces.statements.add")}
    </Button>
  )
  return (
    <Container className="divide-y p-0">
      <PageHeader
        title={t("marketplaces.statements.title")}
        hint={t("marketplaces.statements.subtitle")}
      >
        <FeeRulesButton channels={channels ?? []} />
        <FetchButton channels={channels} providers={providers} />
        {add}
      </PageHeader>
      <StatementTabs active="statements" />
      <UrlTable
        rows={statements.data?.statements ?? []}
        count={statements.data?.count ?? 0}
        query={statements}
        columns={columns}
        onRowClick={({ id }) => void navigate(id)}
        filtered={Boolean(channel_id || status)}
        filters={
          <>
            <ChannelFilter
              channels={channels}
              value={channel_id ?? ""}
              onChange={(value) => url.set({ channel_id: value })}
            />
            <FilterSelect
              label={t("marketplaces.fields.status")}
              all={t("marketplaces.statements.any_status")}
              value={status ?? ""}
              options={STATEMENT_STATUSES.map((value) => ({
                value,
                label: t(`marketplaces.statements.status.${value}`),
              }))}
              onChange={(value) => url.set({ status: value })}
            />
          </>
        }
        empty={
          <EmptyState
            title={t("marketplaces.statements.empty")}
            hint={t("marketplaces.statements.empty_hint")}
          >
            {add}
          </EmptyState>
        }
      />
      {url.get("new") && channels && providers && (
        <UploadModal
          channels={channels}
          providers={providers}
          onClose={() => url.set({ new: null }, KEEP)}
        />
      )}
    </Container>
  )
}

export default StatementsPage

export const config = defineRouteConfig({
  label: "marketplaces.statements.title",
  translationNs: "translation",
  rank: 8,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.statements.title" />,
}
