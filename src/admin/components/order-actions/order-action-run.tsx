import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isWorthRepeating } from "../../../domain/orders/order-action-codes"
import { useRun, useRunResults } from "../../hooks/api/runs"
import { errorCodes } from "../../lib/result-line"
import { RunPanel } from "../runs/run-panel"

/** As many as the server gives at once. */
const MOST = 200

/** What became of each order, and another try for those that failed. */
export function OrderActionRun({
  id,
  onRetry,
  onClose,
}: {
  id: string
  /** Takes the ids of the orders to try again. */
  onRetry: (ids: string[]) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const run = useRun(id).data?.run
  const over = run !== undefined && run.status !== "running"
  const failed = useRunResults(
    over ? id : "",
    { code: over ? errorCodes(run) : [], limit: MOST },
    false
  ).data?.results.filter(({ ok, code }) => !ok && isWorthRepeating(code))
  return (
    <div className="flex flex-col gap-y-6">
      <RunPanel id={id} />
      <div className="flex justify-end gap-2">
        {over && failed && failed.length > 0 && (
          <Button
            variant="secondary"
            onClick={() => onRetry(failed.map((result) => result.id))}
          >
            {t("marketplaces.order_actions.retry", { count: failed.length })}
          </Button>
        )}
        <Button onClick={onClose}>{t("marketplaces.actions.close")}</Button>
      </div>
    </div>
  )
}
