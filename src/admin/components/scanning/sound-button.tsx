import { BellAlert, XMark } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Turns the sound of scans off and on. */
export function SoundButton({
  on,
  onToggle,
}: {
  on: boolean
  onToggle: () => void
}) {
  const { t } = useTranslation()
  return (
    <Button
      size="small"
      variant="secondary"
      aria-pressed={on}
      onClick={onToggle}
    >
      {on ? <BellAlert /> : <XMark />}
      {t(
        on
          ? "marketplaces.scanning.sound_on"
          : "marketplaces.scanning.sound_off"
      )}
    </Button>
  )
}
