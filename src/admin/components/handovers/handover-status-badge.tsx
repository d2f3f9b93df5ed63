import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Handover } from "../../lib/types"

export function HandoverStatusBadge({ status }: Pick<Handover, "status">) {
  const { t } = useTranslation()
  return (
    <StatusBadge
      color={status === "open" ? "orange" : "green"}
      className="whitespace-nowrap"
    >
      {t(`marketplaces.handover_status.${status}`)}
    </StatusBadge>
  )
}
