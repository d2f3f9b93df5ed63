import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container } from "@medusajs/ui"
import { useCallback, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { ChannelFilter } from "../../../components/channels/channel-filter"
import { NothingYet } from "../../../components/channels/nothing-yet"
import { Crumb } from "../../../components/common/crumb"
import { PageHeader } from "../../../components/common/page-header"
import { UrlTable } from "../../../components/common/url-table"
import { LinkDrawer } from "../../../components/listings/link-drawer"
import { BulkBar } from "../../../components/order-actions/bulk-bar"
import { OrderActionModal } from "../../../components/order-actions/order-action-modal"
import { SelectAll } from "../../../components/order-actions/select-all"
import { BlockedCauses } from "../../../components/orders/blocked-causes"
import { DayFilter } from "../../../components/orders/day-filter"
import { DownloadModal } from "../../../components/orders/download-modal"
import { useOrderColumns } from "../../../components/orders/order-columns"
import { OrderDrawer } from "../../../components/orders/order-drawer"
import { OrderStatusTabs } from "../../../components/orders/order-status-tabs"
import { tabFilters, tabOf } from "../../../components/orders/order-tabs"
import { RunDrawer } from "../../../components/runs/run-drawer"
import { useChannels } from "../../../hooks/api/channels"
import {
  type OrderFilters,
  type OrderQuery,
  useOrderCounts,
  useOrders,
} from "../../../hooks/api/orders"
import { useOrderSelection } from "../../../hooks/use-order-selection"
import { useProviders } from "../../../hooks/api/providers"
import { PAGE_SIZE, useUrlState } from "../../../hooks/use-url-state"
import { isDayRange, rangeMoments } from "../../../lib/date-range"
import type { OrderAction } from "../../../../domain/orders/order-action"
import { applicable } from "../../../lib/order-bulk"
import type { ChannelOrder } from "../../../lib/types"

const KEEP = { keepPage: true }

/** What is being done with the chosen orders, as they were when it began. */
type Acting = { action: OrderAction; orders: ChannelOrder[]; left_out: number }

/** The page staff live in: every order of every marketplace, by status. */
const OrdersPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const channels = useChannels().data?.channels
  const providers = useProviders().data?.providers
  const tab = tabOf(url.get("tab"))
  const days = { from: url.get("from"), to: url.get("to") }
  const moments = isDayRange(days) ? rangeMoments(days) : {}
  const filters: OrderFilters = {
    channel_id: url.get("channel_id") || undefined,
    q: url.get("q") || undefined,
    placed_at:
      moments.from || moments.to
        ? { $gte: moments.from, $lt: moments.to }
        : undefined,
  }
  const counts = useOrderCounts(filters)
  const query: OrderQuery = {
    ...filters,
    ...tabFilters(tab),
    order:
      url.get("sort") ||
      (tab.key === "late_soon" ? "deadline_at" : "-placed_at"),
  }
  const orders = useOrders({ ...query, limit: PAGE_SIZE, offset: url.offset })
  const { href } = url
  const columns = useOrderColumns(
    useCallback(
      (order: ChannelOrder) => href({ order: order.id }, KEEP),
      [href]
    )
  )
  const selection = useOrderSelection(orders.data?.orders ?? [])
  const [acting, setActing] = useState<Acting | null>(null)
  const act = (action: OrderAction) => {
    const orders = applicable(action, selection.orders)
    const left_out = selection.orders.length - orders.length
    setActing({ action, orders, left_out })
  }
  const openLink = (link: string) => url.set({ link }, KEEP)
  const openRun = (run: string) => url.set({ run }, KEEP)
  const covered =
    acting !== null ||
    ["order", "link", "run", "download"].some((name) => url.get(name))
  const noChannels = channels?.length === 0

  const download = (
    <Button
      size="small"
      onClick={() => url.set({ download: "1" }, KEEP)}
      disabled={!channels || noChannels}
    >
      {t("marketplaces.orders.download")}
    </Button>
  )
  return (
    <>
      <Container className="divide-y p-0">
        <PageHeader title={t("marketplaces.orders.title")}>
          <Button asChild size="small" variant="secondary">
            <Link to="/marketplaces/runs">{t("marketplaces.runs.title")}</Link>
          </Button>
          {download}
        </PageHeader>
        <OrderStatusTabs
          counts={counts.data}
          active={tab.key}
          hrefOf={(key) => href({ tab: key === "all" ? null : key })}
        />
        {tab.key === "blocked" && (
          <BlockedCauses
            channel_id={url.get("channel_id")}
            onLink={openLink}
            onRun={openRun}
          />
        )}
        <UrlTable
          rows={orders.data?.orders ?? []}
          count={orders.data?.count ?? 0}
          query={orders}
          columns={columns}
          onRowClick={(order) => url.set({ order: order.id }, KEEP)}
          selection={selection}
          searchPlaceholder={t("marketplaces.orders.search")}
          filtered={Boolean(
            filters.channel_id || filters.placed_at || tab.key !== "all"
          )}
          filters={
            <>
              <ChannelFilter
                channels={channels}
                value={url.get("channel_id")}
                onChange={(channel_id) => url.set({ channel_id })}
              />
              <DayFilter value={days} onChange={(range) => url.set(range)} />
            </>
          }
          empty={
            <NothingYet of="orders" noChannels={noChannels}>
              {download}
            </NothingYet>
          }
        />
        {url.get("order") && !url.get("link") && !url.get("run") && (
          <OrderDrawer
            id={url.get("order")}
            onClose={() => url.set({ order: null }, KEEP)}
            onLink={openLink}
            onRun={openRun}
          />
        )}
        {acting && (
          <OrderActionModal
            {...acting}
            onStarted={selection.clear}
            onClose={() => setActing(null)}
          />
        )}
        {url.get("link") && (
          <LinkDrawer
            id={url.get("link")}
            onClose={() => url.set({ link: null }, KEEP)}
          />
        )}
        {url.get("download") && channels && providers && (
          <DownloadModal
            channels={channels}
            providers={providers}
            run_id={url.get("run")}
            onRun={(run) => url.set({ run }, KEEP)}
            onClose={() => url.set({ download: null, run: null }, KEEP)}
          />
        )}
        {url.get("run") && !url.get("download") && (
          <RunDrawer
            id={url.get("run")}
            title={t("marketplaces.runs.one")}
            onClose={() => url.set({ run: null }, KEEP)}
          />
        )}
      </Container>
      {selection.orders.length > 0 && <div className="h-16" />}
      {selection.orders.length > 0 && !covered && (
        <BulkBar
          orders={selection.orders}
          onAct={act}
          onClear={selection.clear}
        >
          <SelectAll
            query={query}
            count={orders.data?.count ?? 0}
            selected={selection.orders.length}
            onSelect={selection.choose}
          />
        </BulkBar>
      )}
    </>
  )
}

export default OrdersPage

export const config = defineRouteConfig({
  label: "marketplaces.orders.title",
  translationNs: "translation",
  rank: 1,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.orders.title" />,
}
