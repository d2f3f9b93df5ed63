import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useRun } from "../../hooks/api/runs"
import type { Channel, Provider } from "../../lib/types"
import { FocusDialog } from "../common/focus-dialog"
import { DownloadForm } from "./download-form"
import { DownloadRun } from "./download-run"

/**
 * Tải đơn hàng: choose, preview what would happen, download, read the results.
 * The run goes on when this is closed; its page has it.
 */
export function DownloadModal({
  channels,
  providers,
  run_id,
  onRun,
  onClose,
}: {
  channels: Channel[]
  providers: Provider[]
  /** The download being followed; empty while choosing. */
  run_id: string
  onRun: (run_id: string | null) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const running = useRun(run_id).data?.run.status === "running"
  const close = () => {
    if (running) {
      toast.info(t("marketplaces.download.goes_on"), {
        action: {
          label: t("marketplaces.runs.open"),
          altText: t("marketplaces.runs.open"),
          onClick: () => navigate(`/marketplaces/runs/${run_id}`),
        },
      })
    }
    onClose()
  }
  return (
    <FocusDialog
      title={t("marketplaces.orders.download")}
      hint={t("marketplaces.download.hint")}
      onClose={close}
    >
      {run_id ? (
        <DownloadRun id={run_id} onAgain={() => onRun(null)} onClose={close} />
      ) : (
        <DownloadForm
          channels={channels}
          providers={providers}
          onStarted={onRun}
        />
      )}
    </FocusDialog>
  )
}
