import { FocusModal, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useRun } from "../../hooks/api/runs"
import type { Channel, Provider } from "../../lib/types"
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
    <FocusModal open onOpenChange={(open) => !open && close()}>
      <FocusModal.Content aria-describedby={undefined}>
        <FocusModal.Header />
        <FocusModal.Body className="overflow-y-auto">
          <div className="mx-auto flex w-full max-w-2xl flex-col gap-y-6 px-6 py-8">
            <div>
              <FocusModal.Title asChild>
                <Heading>{t("marketplaces.orders.download")}</Heading>
              </FocusModal.Title>
              <Text size="small" className="text-ui-fg-subtle">
                {t("marketplaces.download.hint")}
              </Text>
            </div>
            {run_id ? (
              <DownloadRun
                id={run_id}
                onAgain={() => onRun(null)}
                onClose={close}
              />
            ) : (
              <DownloadForm
                channels={channels}
                providers={providers}
                onStarted={onRun}
              />
            )}
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
