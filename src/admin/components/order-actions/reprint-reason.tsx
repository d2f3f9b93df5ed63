import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { TextField } from "./text-field"

export const REPRINT_REASONS = [
  "lost",
  "damaged",
  "address",
  "printer",
] as const

/** Why a waybill is printed again: the usual reasons are one click. */
export function ReprintReason({
  value,
  onChange,
}: {
  value: string
  onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-y-2">
      <TextField
        label={t("marketplaces.order_actions.reprint_reason")}
        value={value}
        onChange={onChange}
      />
      <div className="flex flex-wrap gap-2">
        {REPRINT_REASONS.map((name) => {
          const text = t(`marketplaces.order_actions.reprint_reasons.${name}`)
          return (
            <Button
              key={name}
              type="button"
              size="small"
              variant="secondary"
              aria-pressed={value === text}
              onClick={() => onChange(text)}
            >
              {text}
            </Button>
          )
        })}
      </div>
    </div>
  )
}
