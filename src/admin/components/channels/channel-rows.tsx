import { TriangleRightMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useProviderLabel } from "../../hooks/use-provider-label"
import type { Channel } from "../../lib/types"
import { Moment } from "../common/moment"
import { ChannelStatusBadge } from "./channel-status-badge"

/** One row per connected shop, leading to its page. */
export function ChannelRows({ channels }: { channels: Channel[] }) {
  const { t } = useTranslation()
  const labelOf = useProviderLabel()
  return (
    <ul className="divide-y">
      {channels.map((channel) => (
        <li key={channel.id}>
          <Link
            to={`/marketplaces/channels/${channel.id}`}
            className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1.5fr)_auto] items-center gap-x-4 px-6 py-3 outline-none"
          >
            <div className="min-w-0">
              <Text size="small" weight="plus" className="truncate">
                {channel.name}
              </Text>
              <Text size="small" className="text-ui-fg-subtle truncate">
                {labelOf(channel.provider_id)} · {channel.external_id}
              </Text>
            </div>
            <ChannelStatusBadge status={channel.status} />
            <div className="min-w-0">
              <Text size="xsmall" className="text-ui-fg-muted">
                {t("marketplaces.channels.last_order_sync")}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                <Moment
                  value={channel.last_order_sync_at}
                  relative
                  empty={t("marketplaces.channels.never_synced")}
                />
              </Text>
            </div>
            <TriangleRightMini className="text-ui-fg-muted" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
