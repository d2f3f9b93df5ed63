import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isWorthRepeating } from "../../../domain/orders/order-action-codes"
import type { OrderAction } from "../../../domain/orders/order-action"
import { useAllRunResults, useRun } from "../../hooks/api/runs"
import { orderIdOf } from "../../lib/result-line"
import { RunFiles } from "../runs/run-files"
import { RunPanel } from "../runs/run-panel"
import type { StartedRun } from "./order-action-form"

function useOutcome(id: string) {
  const run = useRun(id).data?.run
  const over = run !== undefined && run.status !== "running"
  return { over: !id || over, run, results: useAllRunResults(id, over).data }
}

/**
 * What became of each order, and another try for those that failed. One click may have begun
 * two runs; they are shown as one piece of work.
 */
export function OrderActionRuns({
  action,
  runs,
  onRetry,
  onPrint,
  onClose,
}: {
  action: OrderAction
  /** One or two. */
  runs: StartedRun[]
  /** Takes the ids of the orders to try again, and why they failed. */
  onRetry: (ids: string[], codes: string[]) => void
  /** Goes on with the waybills of these orders. */
  onPrint: (ids: string[]) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const first = useOutcome(runs[0]?.id ?? "")
  const second = useOutcome(runs[1]?.id ?? "")
  const over = first.over && second.over
  const results = [...(first.results ?? []), ...(second.results ?? [])]
  const again = results.filter(
    ({ ok, code }) => ok === false && isWorthRepeating(code)
  )
  const failed = idsOf(again)
  const done = idsOf(results.filter(({ ok }) => ok)).filter(
    (id) => !failed.includes(id)
  )
  const prints =
    (action === "arrange_shipment" || action === "confirm_order") &&
    done.length > 0
  return (
    <div className="flex flex-col gap-y-6">
      {!over && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("marketplaces.order_actions.goes_on")}
        </Text>
      )}
      {action === "print_waybills" && first.run && over && (
        <RunFiles run={first.run} open />
      )}
      {runs.map(({ id, label }) => (
        <section key={id} className="flex flex-col gap-y-3">
          {label && runs.length > 1 && <Heading level="h3">{label}</Heading>}
          <RunPanel id={id} files={false} />
        </section>
      ))}
      <div className="flex flex-wrap justify-end gap-2">
        {over && failed.length > 0 && (
          <Button
            variant="secondary"
            onClick={() =>
              onRetry(
                failed,
                again.map(({ code }) => code)
              )
            }
          >
            {t("marketplaces.order_actions.retry", { count: failed.length })}
          </Button>
        )}
        {over && prints && (
          <Button variant="secondary" onClick={() => onPrint(done)}>
            {t("marketplaces.order_actions.next_print")}
          </Button>
        )}
        <Button onClick={onClose}>{t("marketplaces.actions.close")}</Button>
      </div>
    </div>
  )
}

function idsOf(results: Parameters<typeof orderIdOf>[0][]): string[] {
  return [...new Set(results.map(orderIdOf))]
}
