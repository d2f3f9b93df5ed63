import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  BUYER_REQUEST_KINDS,
  BUYER_REQUEST_STATES,
} from "../../../../domain/returns/buyer-request"
import { ChannelFilter } from "../../../components/channels/channel-filter"
import { CountTabs } from "../../../components/common/count-tabs"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState } from "../../../components/common/empty-state"
import { FilterSelect } from "../../../components/common/filter-select"
import { PageHeader } from "../../../components/common/page-header"
import { UrlTable } from "../../../components/common/url-table"
import { useRequestColumns } from "../../../components/requests/request-columns"
import {
  useBuyerRequestCounts,
  useBuyerRequests,
} from "../../../hooks/api/buyer-requests"
import { useChannels } from "../../../hooks/api/channels"
import { useAnswering } from "../../../hooks/use-answering"
import { PAGE_SIZE, useUrlState } from "../../../hooks/use-url-state"

/** What the seller may answer now, whatever its state. */
const TO_ANSWER = "to_answer"
/** Goods that should have been back by now. */
const OVERDUE = "overdue_goods"

/** What buyers ask for: to cancel, to send back, to get their money. */
const BuyerRequestsPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const channels = useChannels().data?.channels
  const counts = useBuyerRequestCounts().data
  const tab = url.get("tab") || TO_ANSWER
  const state = BUYER_REQUEST_STATES.find((one) => one === tab)
  const requests = useBuyerRequests({
    ...(tab === TO_ANSWER && { to_answer: true }),
    ...(tab === OVERDUE && { overdue_goods: true }),
    ...(state && { state: [state] }),
    kind: url.get("kind") || undefined,
    channel_id: url.get("channel_id") || undefined,
    q: url.get("q") || undefined,
    limit: PAGE_SIZE,
    offset: url.offset,
  })
  const { onAnswer, modal } = useAnswering()
  const columns = useRequestColumns(onAnswer)
  const hrefOf = (key: string) =>
    url.href({ tab: key === TO_ANSWER ? null : key })
  return (
    <Container className="divide-y p-0">
      <PageHeader
        title={t("marketplaces.requests.title")}
        hint={t("marketplaces.requests.subtitle")}
      />
      <CountTabs
        label={t("marketplaces.fields.status")}
        active={tab}
        tabs={[
          {
            key: TO_ANSWER,
            label: t("marketplaces.requests.to_answer"),
            count: counts?.to_answer,
            to: hrefOf(TO_ANSWER),
            urgent: true,
          },
          ...BUYER_REQUEST_STATES.map((key) => ({
            key: key as string,
            label: t(`marketplaces.request_state.${key}`),
            count: counts && (counts.by_state[key] ?? 0),
            to: hrefOf(key),
          })),
          {
            key: OVERDUE,
            label: t("marketplaces.requests.overdue_goods"),
            count: counts?.overdue_goods,
            to: hrefOf(OVERDUE),
            urgent: true,
          },
          {
            key: "all",
            label: t("marketplaces.tabs.all"),
            count: undefined,
            to: hrefOf("all"),
          },
        ]}
      />
      {tab === OVERDUE && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("marketplaces.requests.overdue_goods_hint")}
        </Text>
      )}
      <UrlTable
        rows={requests.data?.buyer_requests ?? []}
        count={requests.data?.count ?? 0}
        query={requests}
        columns={columns}
        searchPlaceholder={t("marketplaces.requests.search")}
        filtered={Boolean(url.get("channel_id") || url.get("kind"))}
        filters={
          <>
            <ChannelFilter
              channels={channels}
              value={url.get("channel_id")}
              onChange={(channel_id) => url.set({ channel_id })}
            />
            <FilterSelect
              label={t("marketplaces.requests.wish")}
              all={t("marketplaces.requests.every_kind")}
              value={url.get("kind")}
              options={BUYER_REQUEST_KINDS.map((value) => ({
                value,
                label: t(`marketplaces.request_kind.${value}`),
              }))}
              onChange={(kind) => url.set({ kind })}
            />
          </>
        }
        empty={
          <EmptyState
            title={t(
              tab === TO_ANSWER
                ? "marketplaces.requests.none_waiting"
                : "marketplaces.requests.empty"
            )}
            hint={t("marketplaces.requests.empty_hint")}
          />
        }
      />
      {modal}
    </Container>
  )
}

export default BuyerRequestsPage

export const config = defineRouteConfig({
  label: "marketplaces.requests.title",
  translationNs: "translation",
  rank: 5,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.requests.title" />,
}
