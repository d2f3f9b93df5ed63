import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Run } from "../../lib/types"

const COLORS = {
  running: "blue",
  done: "green",
  failed: "red",
  needs_mapping: "orange",
} as const

export function RunStatusBadge({ status }: Pick<Run, "status">) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLORS[status] ?? "grey"} className="whitespace-nowrap">
      {t(`marketplaces.run_status.${status}`, { defaultValue: status })}
    </StatusBadge>
  )
}
