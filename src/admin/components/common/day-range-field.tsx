import { Button, Hint, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import {
  DAY_PRESETS,
  type DayRange,
  isDayRange,
  presetOf,
  presetRange,
} from "../../lib/date-range"

/** From and to as days, with the usual ranges one click away. */
export function DayRangeField({
  value,
  onChange,
}: {
  value: DayRange
  onChange: (range: DayRange) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const now = new Date()
  const active = presetOf(value, now)
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex flex-wrap gap-2">
        {DAY_PRESETS.map((preset) => (
          <Button
            key={preset}
            type="button"
            size="small"
            variant={preset === active ? "primary" : "secondary"}
            aria-pressed={preset === active}
            onClick={() => onChange(presetRange(preset, now))}
          >
            {t(`marketplaces.days.${preset}`)}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3">
        {(["from", "to"] as const).map((end) => (
          <div key={end} className="flex flex-col gap-y-1">
            <Label size="xsmall" htmlFor={`${id}-${end}`}>
              {t(`marketplaces.days.${end}`)}
            </Label>
            <Input
              id={`${id}-${end}`}
              type="date"
              size="small"
              value={value[end]}
              aria-invalid={!isDayRange(value)}
              onChange={(event) =>
                onChange({ ...value, [end]: event.target.value })
              }
            />
          </div>
        ))}
      </div>
      {!isDayRange(value) && (
        <Hint variant="error">{t("marketplaces.days.wrong_order")}</Hint>
      )}
    </div>
  )
}
