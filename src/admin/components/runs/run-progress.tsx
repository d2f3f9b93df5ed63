import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { errorCodes } from "../../lib/result-line"
import type { Run } from "../../lib/types"
import { RunStatusBadge } from "./run-status-badge"

/** Phases that count items; in the others nobody knows how much is left. */
const COUNTING = ["reading", "creating", "acting"]

/** How far a run is, and how many results of each kind it has. */
export function RunProgress({ run }: { run: Run }) {
  const { t } = useTranslation()
  const format = useFormat()
  const done = run.progress?.done ?? 0
  /** Nothing announced yet counts as unknown. */
  const total = run.progress?.total || null
  const running = run.status === "running"
  const phase = run.progress?.phase ?? ""
  const percent =
    total && COUNTING.includes(phase)
      ? Math.min(100, Math.round((done / total) * 100))
      : null
  return (
    <div className="flex flex-col gap-y-3" aria-live="polite">
      <div className="flex flex-wrap items-center gap-3">
        <RunStatusBadge status={run.status} />
        <Text size="small" className="text-ui-fg-subtle">
          {total === null
            ? t("marketplaces.runs.done_so_far", { done: format.number(done) })
            : t("marketplaces.runs.done_of", {
                done: format.number(done),
                total: format.number(total),
              })}
          {running &&
            phase &&
            ` · ${t(`marketplaces.run_phase.${phase}`, { defaultValue: phase })}`}
        </Text>
      </div>
      <div
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={running ? (percent ?? undefined) : 100}
        className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
      >
        <div
          className={
            running && percent === null
              ? "bg-ui-bg-interactive h-full w-1/3 animate-pulse rounded-full"
              : "bg-ui-bg-interactive h-full rounded-full transition-all"
          }
          style={
            running && percent === null
              ? undefined
              : { width: `${running ? percent : 100}%` }
          }
        />
      </div>
      <div className="flex flex-wrap gap-2">
        {Object.entries(run.counts ?? {})
          .filter(([, count]) => count > 0)
          .map(([code, count]) => (
            <Badge
              key={code}
              size="xsmall"
              color={errorCodes(run).includes(code) ? "orange" : "grey"}
            >
              {t(
                [
                  `marketplaces.result_names.${code}`,
                  `marketplaces.block_names.${code}`,
                ],
                { defaultValue: code }
              )}
              : {format.number(count)}
            </Badge>
          ))}
      </div>
      {run.status === "failed" && run.kind !== "statement_import" && (
        <Text size="small" className="text-ui-fg-error">
          {run.error ?? t("marketplaces.runs.failed_hint")}
        </Text>
      )}
    </div>
  )
}
