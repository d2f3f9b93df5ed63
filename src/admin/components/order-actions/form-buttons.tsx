import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Calls an action off, or begins it. */
export function FormButtons({
  label,
  harsh = false,
  disabled = false,
  busy,
  onCancel,
  onGo,
}: {
  label: string
  /** What it does cannot be undone, or costs something. */
  harsh?: boolean
  disabled?: boolean
  busy: boolean
  onCancel: () => void
  onGo: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="flex justify-end gap-2">
      <Button variant="secondary" onClick={onCancel}>
        {t("marketplaces.actions.cancel")}
      </Button>
      <Button
        variant={harsh ? "danger" : "primary"}
        disabled={disabled}
        isLoading={busy}
        autoFocus={!harsh}
        onClick={onGo}
      >
        {label}
      </Button>
    </div>
  )
}
