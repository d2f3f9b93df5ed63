import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { RunPanel } from "../runs/run-panel"

/** The download as it goes, and a way to start another one. */
export function DownloadRun({
  id,
  onAgain,
  onClose,
}: {
  id: string
  onAgain: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-y-6">
      <RunPanel id={id} />
      <div className="flex justify-end gap-2">
        <Button variant="secondary" onClick={onAgain}>
          {t("marketplaces.download.again")}
        </Button>
        <Button onClick={onClose}>{t("marketplaces.actions.close")}</Button>
      </div>
    </div>
  )
}
