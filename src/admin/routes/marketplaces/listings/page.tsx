import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ChannelFilter } from "../../../components/channels/channel-filter"
import { NothingYet } from "../../../components/channels/nothing-yet"
import { CountTabs } from "../../../components/common/count-tabs"
import { Crumb } from "../../../components/common/crumb"
import { PageHeader } from "../../../components/common/page-header"
import { AutoLinkModal } from "../../../components/listings/auto-link-modal"
import { DownloadListingsDrawer } from "../../../components/listings/download-listings-drawer"
import { LinkDrawer } from "../../../components/listings/link-drawer"
import { ListingTable } from "../../../components/listings/listing-table"
import { RunDrawer } from "../../../components/runs/run-drawer"
import { useChannels } from "../../../hooks/api/channels"
import { useListingCounts } from "../../../hooks/api/listings"
import { PAGE_SIZE, useUrlState } from "../../../hooks/use-url-state"
import { LINK_STATES } from "../../../../domain/listings/diff-listing"

/** Everything the marketplaces list, and what it is linked to in the shop. */
const ListingsPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const channels = useChannels().data?.channels
  const state = LINK_STATES.find((one) => one === url.get("link_state"))
  const filters = {
    channel_id: url.get("channel_id") || undefined,
    q: url.get("q") || undefined,
  }
  const counts = useListingCounts(filters).data?.by_link_state
  const total =
    counts && LINK_STATES.reduce((sum, one) => sum + (counts[one] ?? 0), 0)
  const noChannels = channels?.length === 0

  const download = (
    <Button
      size="small"
      variant="secondary"
      onClick={() => url.set({ download: "1" }, { keepPage: true })}
    >
      {t("marketplaces.listings.download")}
    </Button>
  )
  return (
    <Container className="divide-y p-0">
      <PageHeader
        title={t("marketplaces.listings.title")}
        hint={t("marketplaces.listings.subtitle")}
      >
        {!noChannels && (
          <>
            <Button
              size="small"
              variant="secondary"
              onClick={() => url.set({ auto_link: "1" }, { keepPage: true })}
            >
              {t("marketplaces.listings.auto_link")}
            </Button>
            {download}
          </>
        )}
      </PageHeader>
      <CountTabs
        label={t("marketplaces.fields.link")}
        active={state ?? "all"}
        tabs={[
          {
            key: "all",
            label: t("marketplaces.tabs.all"),
            count: total,
            to: url.href({ link_state: null }),
          },
          ...LINK_STATES.map((one) => ({
            key: one,
            label: t(`marketplaces.link_state.${one}`),
            count: counts && (counts[one] ?? 0),
            to: url.href({ link_state: one }),
            urgent: one === "unlinked" || one === "changed",
          })),
        ]}
      />
      <ListingTable
        query={{
          ...filters,
          link_state: state,
          limit: PAGE_SIZE,
          offset: url.offset,
          order: url.get("sort") || undefined,
        }}
        channels={channels ?? []}
        filtered={Boolean(state || filters.channel_id)}
        filters={
          <ChannelFilter
            channels={channels}
            value={url.get("channel_id")}
            onChange={(channel_id) => url.set({ channel_id })}
          />
        }
        empty={
          <NothingYet of="listings" noChannels={noChannels}>
            {download}
          </NothingYet>
        }
        onLink={(link) => url.set({ link }, { keepPage: true })}
        onRun={(run) => url.set({ run }, { keepPage: true })}
      />
      {url.get("link") && (
        <LinkDrawer
          id={url.get("link")}
          onClose={() => url.set({ link: null }, { keepPage: true })}
        />
      )}
      {url.get("auto_link") && channels && (
        <AutoLinkModal
          channels={channels}
          initialChannel={url.get("channel_id") || channels[0]?.id || ""}
          onClose={() => url.set({ auto_link: null }, { keepPage: true })}
        />
      )}
      {url.get("download") && channels && (
        <DownloadListingsDrawer
          channels={channels}
          onStarted={(run) =>
            url.set({ download: null, run }, { keepPage: true })
          }
          onClose={() => url.set({ download: null }, { keepPage: true })}
        />
      )}
      {url.get("run") && (
        <RunDrawer
          id={url.get("run")}
          title={t("marketplaces.runs.one")}
          onClose={() => url.set({ run: null }, { keepPage: true })}
        />
      )}
    </Container>
  )
}

export default ListingsPage

export const config = defineRouteConfig({
  label: "marketplaces.listings.title",
  translationNs: "translation",
  rank: 6,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.listings.title" />,
}
