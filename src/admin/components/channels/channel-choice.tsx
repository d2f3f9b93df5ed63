import { Checkbox, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { Channel } from "../../lib/types"
import { ChannelStatusBadge } from "./channel-status-badge"

/** True when calls for this channel can work at all. */
export function canDownload({ status }: Channel): boolean {
  return status === "connected" || status === "expiring"
}

/** One or several channels; those that make no calls cannot be chosen. */
export function ChannelChoice({
  channels,
  value,
  onChange,
}: {
  channels: Channel[]
  value: string[]
  onChange: (ids: string[]) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">
        {t("marketplaces.channels.title")}
      </legend>
      {channels.map((channel) => (
        <div key={channel.id} className="flex items-center gap-x-2">
          <Checkbox
            id={`${id}-${channel.id}`}
            disabled={!canDownload(channel)}
            checked={value.includes(channel.id)}
            onCheckedChange={(checked) =>
              onChange(
                checked
                  ? [...value, channel.id]
                  : value.filter((one) => one !== channel.id)
              )
            }
          />
          <Label size="small" htmlFor={`${id}-${channel.id}`}>
            {channel.name}
          </Label>
          {!canDownload(channel) && (
            <ChannelStatusBadge status={channel.status} />
          )}
        </div>
      ))}
    </fieldset>
  )
}
