import { useTranslation } from "react-i18next"
import type { Channel } from "../../lib/types"
import { FilterSelect } from "../common/filter-select"

/** Shows what belongs to one channel, or to all. */
export function ChannelFilter({
  channels,
  value,
  onChange,
}: {
  /** Undefined while they are being read. */
  channels: Pick<Channel, "id" | "name">[] | undefined
  /** The channel's id; empty for all. */
  value: string
  onChange: (channel_id: string) => void
}) {
  const { t } = useTranslation()
  return (
    <FilterSelect
      label={t("marketplaces.fields.channel")}
      all={t("marketplaces.tabs.all_channels")}
      value={value}
      options={(channels ?? []).map(({ id, name }) => ({
        value: id,
        label: name,
      }))}
      onChange={onChange}
    />
  )
}
