import { Container, Heading, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useLocation, useParams } from "react-router-dom"
import { ChannelActions } from "../../../../components/channels/channel-actions"
import { ChannelHealth } from "../../../../components/channels/channel-health"
import { ChannelSettingsForm } from "../../../../components/channels/channel-settings-form"
import { ChannelStatusBadge } from "../../../../components/channels/channel-status-badge"
import { ReconnectDrawer } from "../../../../components/channels/reconnect-drawer"
import { RenameDrawer } from "../../../../components/channels/rename-drawer"
import { ChannelStock } from "../../../../components/stock/channel-stock"
import { StockWarnings } from "../../../../components/stock/stock-warnings"
import { Crumb } from "../../../../components/common/crumb"
import { QueryState } from "../../../../components/common/query-state"
import { useChannel } from "../../../../hooks/api/channels"
import { useProvider } from "../../../../hooks/api/providers"
import { useFormat } from "../../../../hooks/use-format"
import type { Channel } from "../../../../lib/types"

function ChannelDetail({ channel }: { channel: Channel }) {
  const { t } = useTranslation()
  const format = useFormat()
  const provider = useProvider(channel.provider_id)
  const takesStock = provider?.capabilities.includes("stock") ?? false
  const { hash } = useLocation()
  const [renaming, setRenaming] = useState(false)
  const [reconnecting, setReconnecting] = useState(false)
  const askForKeys = provider?.connect_fields.length
    ? () => setReconnecting(true)
    : undefined

  useEffect(() => {
    if (hash) {
      document.getElementById(hash.slice(1))?.scrollIntoView()
    }
  }, [hash, takesStock])

  return (
    <>
      {takesStock && <StockWarnings />}
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
          <div className="min-w-0">
            <Heading level="h1" className="break-words">
              {channel.name}
            </Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {provider
                ? format.localized(provider.label)
                : channel.provider_id}
              {" · "}
              {channel.external_id}
            </Text>
          </div>
          <div className="flex items-center gap-x-2">
            <ChannelStatusBadge status={channel.status} />
            <ChannelActions
              channel={channel}
              onRename={() => setRenaming(true)}
              onChangeKeys={askForKeys}
            />
          </div>
        </div>
        <nav className="txt-compact-small-plus text-ui-fg-interactive flex flex-wrap gap-x-6 gap-y-2 px-6 py-3">
          <Link to={`/marketplaces/listings?channel_id=${channel.id}`}>
            {t("marketplaces.listings.title")}
          </Link>
          <Link to={`/marketplaces/orders?channel_id=${channel.id}`}>
            {t("marketplaces.orders.title")}
          </Link>
          <Link to={`/marketplaces/stock?channel_id=${channel.id}`}>
            {t("marketplaces.stock.title")}
          </Link>
          {channel.sales_channel_id && (
            <Link to={`/settings/sales-channels/${channel.sales_channel_id}`}>
              {t("marketplaces.channels.sales_channel")}
            </Link>
          )}
        </nav>
      </Container>
      <ChannelHealth channel={channel} onReconnect={askForKeys} />
      {takesStock && <ChannelStock channel={channel} />}
      <ChannelSettingsForm channel={channel} provider={provider} />
      {renaming && (
        <RenameDrawer channel={channel} onClose={() => setRenaming(false)} />
      )}
      {reconnecting && provider && (
        <ReconnectDrawer
          channel={channel}
          provider={provider}
          onClose={() => setReconnecting(false)}
        />
      )}
    </>
  )
}

/** One shop: health, settings, and what can be done with it. */
const ChannelPage = () => {
  const { id = "" } = useParams()
  const channel = useChannel(id)
  return (
    <div className="flex flex-col gap-y-3">
      <QueryState query={channel} rows={6}>
        {(data) => <ChannelDetail key={id} channel={data.channel} />}
      </QueryState>
    </div>
  )
}

export default ChannelPage

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.actions.details" />,
}
