import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useChannels } from "../../hooks/api/channels"
import { useProvider } from "../../hooks/api/providers"
import type { ChannelOrder } from "../../lib/types"

/** Leads to the order's page at the marketplace, where the provider knows it. */
export function MarketplaceLink({ order }: { order: ChannelOrder }) {
  const { t } = useTranslation()
  const { data } = useChannels()
  const channel = data?.channels.find(({ id }) => id === order.channel_id)
  const template = useProvider(channel?.provider_id)?.order_url
  if (!template?.startsWith("https://")) {
    return null
  }
  return (
    <Button asChild size="small" variant="secondary">
      <a
        href={template.replace("{id}", encodeURIComponent(order.external_id))}
        target="_blank"
        rel="noreferrer"
      >
        {t("marketplaces.orders.at_marketplace")}
        <ArrowUpRightOnBox />
      </a>
    </Button>
  )
}
