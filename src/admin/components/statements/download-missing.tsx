import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useDownloadSettlementOrders } from "../../hooks/api/settlements"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { Statement } from "../../lib/types"

/** Orders of a statement that were never downloaded come in by their numbers. */
export function DownloadMissing({
  statement,
  onRun,
}: {
  statement: Statement
  onRun: (run_id: string) => void
}) {
  const { t } = useTranslation()
  const onError = useFailureToast()
  const download = useDownloadSettlementOrders()
  const count = statement.counts.not_found ?? 0
  if (count === 0) {
    return null
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
      <Text size="small">
        {t("marketplaces.statements.order.download_text")}
      </Text>
      <Button
        size="small"
        isLoading={download.isPending}
        title={t("marketplaces.statements.order.download_hint")}
        onClick={() =>
          download.mutate(
            { statement_id: statement.id },
            { onSuccess: ({ run }) => onRun(run.id), onError }
          )
        }
      >
        {t("marketplaces.statements.order.download")}
      </Button>
    </div>
  )
}
