import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ChannelStatus } from "../../../domain/channels/channel-settings"

const COLORS: Record<ChannelStatus, "green" | "orange" | "red" | "grey"> = {
  connected: "green",
  expiring: "orange",
  needs_authorization: "red",
  paused: "grey",
}

export function ChannelStatusBadge({ status }: { status: ChannelStatus }) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLORS[status] ?? "grey"} className="whitespace-nowrap">
      {t(`marketplaces.channel_status.${status}`, { defaultValue: status })}
    </StatusBadge>
  )
}
