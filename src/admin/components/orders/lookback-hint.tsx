import { Hint } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import { type DayRange, rangeMoments } from "../../lib/date-range"
import type { Channel } from "../../lib/types"

const DAY_MS = 86_400_000

/** Says which channels read less than the days that were asked for, and where to change it. */
export function LookbackHint({
  channels,
  range,
}: {
  channels: Channel[]
  range: DayRange
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const from = Date.parse(rangeMoments(range).from ?? "")
  const cut = channels.filter(({ settings: { order_lookback_days: days } }) =>
    days ? from < Date.now() - days * DAY_MS : false
  )
  return (
    <>
      {cut.map(({ id, name, settings }) => (
        <Hint key={id}>
          {t("marketplaces.download.lookback", {
            name,
            days: format.number(settings.order_lookback_days ?? 0),
          })}{" "}
          <Link
            to={`/marketplaces/channels/${id}#order_lookback_days`}
            className="text-ui-fg-interactive"
          >
            {t("marketplaces.remedies.change_lookback")}
          </Link>
        </Hint>
      ))}
    </>
  )
}
