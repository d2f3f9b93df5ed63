import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import type { Run } from "../../lib/types"
import { Moment } from "../common/moment"
import { RunStatusBadge } from "./run-status-badge"

/** One row per run, leading to its page. */
export function RunRows({ runs }: { runs: Run[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className="divide-y">
      {runs.map((run) => (
        <li key={run.id}>
          <Link
            to={`/marketplaces/runs/${run.id}`}
            className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)] items-center gap-x-4 px-6 py-3 outline-none"
          >
            <Text size="small" weight="plus" className="truncate">
              {t(`marketplaces.run_kind.${run.kind}`, {
                defaultValue: run.kind,
              })}
              {run.preview && ` (${t("marketplaces.runs.preview")})`}
            </Text>
            <RunStatusBadge status={run.status} />
            <Text size="small" className="text-ui-fg-subtle">
              {t("marketplaces.runs.done_so_far", {
                done: format.number(run.progress?.done ?? 0),
              })}
            </Text>
            <Text size="small" className="text-ui-fg-subtle text-right">
              <Moment value={run.created_at} />
            </Text>
          </Link>
        </li>
      ))}
    </ul>
  )
}
