import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { STOCK_STATES } from "../../../../domain/stock/stock-state"
import { ChannelFilter } from "../../../components/channels/channel-filter"
import { CountTabs } from "../../../components/common/count-tabs"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState } from "../../../components/common/empty-state"
import { PageHeader } from "../../../components/common/page-header"
import { StockCertificate } from "../../../components/stock/stock-certificate"
import { StockDrawer } from "../../../components/stock/stock-drawer"
import { StockWarnings } from "../../../components/stock/stock-warnings"
import { StockTable } from "../../../components/stock/stock-table"
import { useChannels } from "../../../hooks/api/channels"
import { useStockCounts } from "../../../hooks/api/stock"
import { PAGE_SIZE, useUrlState } from "../../../hooks/use-url-state"
import { URGENT_STATES } from "../../../lib/stock"

/** What the marketplaces should show, what was written, and what they show. */
const StockPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const channels = useChannels().data?.channels
  const state = STOCK_STATES.find((one) => one === url.get("state"))
  const behind = url.get("behind") === "1"
  const filters = {
    channel_id: url.get("channel_id") || undefined,
    q: url.get("q") || undefined,
  }
  const counts = useStockCounts(filters).data
  const total =
    counts &&
    STOCK_STATES.reduce((sum, one) => sum + (counts.by_state[one] ?? 0), 0)
  const shown = STOCK_STATES.filter(
    (one) => one === "even" || one === state || (counts?.by_state[one] ?? 0) > 0
  )
  return (
    <div className="flex flex-col gap-y-3">
      <StockWarnings />
      <Container className="divide-y p-0">
        <PageHeader
          title={t("marketplaces.stock.title")}
          hint={t("marketplaces.stock.subtitle")}
        />
        <CountTabs
          label={t("marketplaces.fields.status")}
          active={state ?? (behind ? "behind" : "all")}
          tabs={[
            {
              key: "all",
              label: t("marketplaces.tabs.all"),
              count: total,
              to: url.href({ state: null, behind: null }),
            },
            {
              key: "behind",
              label: t("marketplaces.stock.behind"),
              count: counts?.behind,
              to: url.href({ state: null, behind: "1" }),
              urgent: true,
            },
            ...shown.map((one) => ({
              key: one as string,
              label: t(`marketplaces.stock_state.${one}`),
              count: counts && (counts.by_state[one] ?? 0),
              to: url.href({ state: one, behind: null }),
              urgent: URGENT_STATES.includes(one),
            })),
          ]}
        />
        <StockCertificate
          channels={channels ?? []}
          channel_id={filters.channel_id}
        />
        <StockTable
          query={{
            ...filters,
            state,
            behind: behind || undefined,
            limit: PAGE_SIZE,
            offset: url.offset,
          }}
          filtered={Boolean(state || behind || filters.channel_id)}
          filters={
            <ChannelFilter
              channels={channels}
              value={url.get("channel_id")}
              onChange={(channel_id) => url.set({ channel_id })}
            />
          }
          empty={
            <EmptyState
              title={t("marketplaces.stock.empty")}
              hint={t("marketplaces.stock.empty_hint")}
            >
              <Button asChild size="small" variant="secondary">
                <Link to="/marketplaces/listings?link_state=unlinked">
                  {t("marketplaces.listings.title")}
                </Link>
              </Button>
            </EmptyState>
          }
          onOpen={(listing) => url.set({ listing }, { keepPage: true })}
        />
        {url.get("listing") && (
          <StockDrawer
            key={url.get("listing")}
            id={url.get("listing")}
            onClose={() => url.set({ listing: null }, { keepPage: true })}
          />
        )}
      </Container>
    </div>
  )
}

export default StockPage

export const config = defineRouteConfig({
  label: "marketplaces.stock.title",
  translationNs: "translation",
  rank: 7,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.stock.title" />,
}
