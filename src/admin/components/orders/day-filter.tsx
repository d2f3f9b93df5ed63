import { Button, Popover } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type DayRange, presetOf } from "../../lib/date-range"
import { DayRangeField } from "../common/day-range-field"

function dayText(day: string): string {
  return day ? day.split("-").reverse().join("/") : "…"
}

/** Filters by the day an order was placed. */
export function DayFilter({
  value,
  onChange,
}: {
  value: DayRange
  onChange: (range: DayRange) => void
}) {
  const { t } = useTranslation()
  const preset = presetOf(value, new Date())
  const active = Boolean(value.from || value.to)
  return (
    <Popover>
      <Popover.Trigger asChild>
        <Button size="small" variant="secondary">
          {!active && t("marketplaces.days.any")}
          {active &&
            (preset
              ? t(`marketplaces.days.${preset}`)
              : `${dayText(value.from)} – ${dayText(value.to)}`)}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="start" className="flex w-96 flex-col gap-y-3 p-4">
        <DayRangeField value={value} onChange={onChange} />
        {active && (
          <Button
            size="small"
            variant="transparent"
            onClick={() => onChange({ from: "", to: "" })}
          >
            {t("marketplaces.days.any")}
          </Button>
        )}
      </Popover.Content>
    </Popover>
  )
}
