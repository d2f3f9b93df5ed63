import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ChannelRows } from "../../../components/channels/channel-rows"
import { ConnectDrawer } from "../../../components/channels/connect-drawer"
import { ConnectReturn } from "../../../components/channels/connect-return"
import { UnclaimedAuthorizations } from "../../../components/channels/unclaimed-authorizations"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState } from "../../../components/common/empty-state"
import { PageHeader } from "../../../components/common/page-header"
import { QueryState } from "../../../components/common/query-state"
import { useChannels } from "../../../hooks/api/channels"
import { useUrlState } from "../../../hooks/use-url-state"

/** Connected shops, and connecting another one. */
const ChannelsPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const channels = useChannels()
  const openConnect = () => url.set({ connect: "1" })
  const button = (
    <Button size="small" variant="secondary" onClick={openConnect}>
      {t("marketplaces.channels.connect")}
    </Button>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <ConnectReturn />
      <UnclaimedAuthorizations />
      <Container className="divide-y p-0">
        <PageHeader
          title={t("marketplaces.channels.title")}
          hint={t("marketplaces.channels.subtitle")}
        >
          {button}
        </PageHeader>
        <QueryState query={channels}>
          {(data) =>
            data.channels.length === 0 ? (
              <EmptyState
                title={t("marketplaces.channels.empty")}
                hint={t("marketplaces.channels.empty_hint")}
              >
                {button}
              </EmptyState>
            ) : (
              <ChannelRows channels={data.channels} />
            )
          }
        </QueryState>
      </Container>
      {url.get("connect") && (
        <ConnectDrawer onClose={() => url.set({ connect: null })} />
      )}
    </div>
  )
}

export default ChannelsPage

export const config = defineRouteConfig({
  label: "marketplaces.channels.title",
  translationNs: "translation",
  rank: 9,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.channels.title" />,
}
