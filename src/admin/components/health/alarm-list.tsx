import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { sayAlarm } from "../../../domain/health/say-alarm"
import { useFormat } from "../../hooks/use-format"
import type { Channel, HealthAlarm } from "../../lib/types"
import { Moment } from "../common/moment"
import { AlarmActionButton } from "./alarm-action"

/** What is wrong, since when, what to do, and the button that does it. */
export function AlarmList({
  alarms,
  channels,
}: {
  alarms: HealthAlarm[]
  channels: Channel[]
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className="divide-y" aria-label={t("marketplaces.health_page.wrong")}>
      {alarms.map((alarm) => {
        const words = sayAlarm(alarm)
        return (
          <li
            key={alarm.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 px-6 py-4"
          >
            <div className="flex min-w-0 flex-col gap-y-1">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <StatusBadge
                  color={alarm.severity === "broken" ? "red" : "orange"}
                  className="whitespace-nowrap"
                >
                  {t(`marketplaces.health_page.state.${alarm.severity}`)}
                </StatusBadge>
                <Text size="small" className="text-ui-fg-muted">
                  {t("marketplaces.health_page.since")}{" "}
                  <Moment value={alarm.since} relative />
                </Text>
              </div>
              <Text size="small" weight="plus" className="break-words">
                {format.localized(words.message)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle break-words">
                {t("marketplaces.health_page.to_do")}:{" "}
                {format.localized(words.remedy)}
              </Text>
            </div>
            <AlarmActionButton
              alarm={alarm}
              channel={channels.find(({ id }) => id === alarm.channel_id)}
            />
          </li>
        )
      })}
    </ul>
  )
}
