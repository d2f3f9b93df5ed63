import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { ChannelRows } from "../../components/channels/channel-rows"
import { Crumb } from "../../components/common/crumb"
import { EmptyState } from "../../components/common/empty-state"
import { PageHeader } from "../../components/common/page-header"
import { QueryState } from "../../components/common/query-state"
import { tabCount } from "../../components/orders/order-tabs"
import { HealthAlert } from "../../components/health/health-alert"
import { FirstSteps } from "../../components/overview/first-steps"
import { ToDoCards } from "../../components/overview/to-do-cards"
import { useChannels } from "../../hooks/api/channels"
import { useBuyerRequestCounts } from "../../hooks/api/buyer-requests"
import { useHandovers } from "../../hooks/api/handovers"
import { useListingCounts } from "../../hooks/api/listings"
import { useOrderCounts } from "../../hooks/api/orders"

/** Where things stand: what to do first, what waits, and how the channels are. */
const MarketplacesPage = () => {
  const { t } = useTranslation()
  const channels = useChannels()
  const links = useListingCounts().data?.by_link_state
  const orders = useOrderCounts().data
  const requests = useBuyerRequestCounts().data
  const handovers = useHandovers({ status: "open", limit: 1 }).data
  const unlinked = links && (links.unlinked ?? 0) + (links.suggested ?? 0)
  const connected = (channels.data?.channels.length ?? 0) > 0
  const downloaded = Object.values(links ?? {}).some((count) => count > 0)
  return (
    <div className="flex flex-col gap-y-3">
      {connected && <HealthAlert />}
      {channels.data && links && orders && (
        <FirstSteps
          steps={[
            {
              name: "connect",
              done: connected,
              to: "/marketplaces/channels?connect=1",
            },
            {
              name: "download_listings",
              done: downloaded,
              to: "/marketplaces/listings?download=1",
            },
            {
              name: "link",
              done: Boolean(links.linked),
              to: "/marketplaces/listings?auto_link=1",
            },
            {
              name: "download_orders",
              done: (tabCount({ key: "all" }, orders) ?? 0) > 0,
              to: "/marketplaces/orders?download=1",
            },
          ]}
        />
      )}
      {connected && (
        <ToDoCards
          items={[
            {
              label: "marketplaces.tabs.late_soon",
              count: orders && (orders.late_soon ?? 0),
              to: "/marketplaces/orders?tab=late_soon",
              urgent: true,
            },
            {
              label: "marketplaces.import_state.blocked",
              count: orders && (orders.by_import_state.blocked ?? 0),
              to: "/marketplaces/orders?tab=blocked",
              urgent: true,
            },
            {
              label: "marketplaces.order_status.awaiting_confirmation",
              count: orders && (orders.by_status.awaiting_confirmation ?? 0),
              to: "/marketplaces/orders?tab=awaiting_confirmation",
            },
            {
              label: "marketplaces.to_do.requests",
              count: requests?.to_answer,
              to: "/marketplaces/buyer-requests",
              urgent: true,
            },
            {
              label: "marketplaces.to_do.handovers",
              count: handovers?.count,
              to: "/marketplaces/handovers?status=open",
            },
            {
              label: "marketplaces.order_status.returning",
              count: orders && (orders.by_status.returning ?? 0),
              to: "/marketplaces/orders?tab=returning",
            },
            {
              label: "marketplaces.requests.overdue_goods",
              count: requests?.overdue_goods,
              to: "/marketplaces/buyer-requests?tab=overdue_goods",
              urgent: true,
            },
            {
              label: "marketplaces.link_state.unlinked",
              count: unlinked,
              to: "/marketplaces/listings?link_state=unlinked",
              urgent: true,
            },
          ]}
        />
      )}
      <Container className="divide-y p-0">
        <PageHeader title={t("marketplaces.health")}>
          <Button asChild size="small" variant="transparent">
            <Link to="/marketplaces/health">
              {t("marketplaces.health_page.show")}
            </Link>
          </Button>
          <Button asChild size="small" variant="secondary">
            <Link to="/marketplaces/channels?connect=1">
              {t("marketplaces.channels.connect")}
            </Link>
          </Button>
        </PageHeader>
        <QueryState query={channels}>
          {(data) =>
            data.channels.length === 0 ? (
              <EmptyState
                title={t("marketplaces.channels.empty")}
                hint={t("marketplaces.channels.empty_hint")}
              />
            ) : (
              <ChannelRows channels={data.channels} />
            )
          }
        </QueryState>
      </Container>
    </div>
  )
}

export default MarketplacesPage

export const config = defineRouteConfig({
  label: "marketplaces.menu",
  translationNs: "translation",
  icon: BuildingStorefront,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.menu" />,
}
