import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  LineState,
  SettlementState,
} from "../../../domain/statements/line-state"
import { STATE_COLORS, STATUS_COLORS } from "../../lib/statement-states"
import type { StatementStatus } from "../../lib/types"

/** How a line or an order came out; one that waits is being compared. */
export function StateBadge({
  state,
}: {
  state: LineState | SettlementState | null
}) {
  const { t } = useTranslation()
  return (
    <StatusBadge
      color={state ? STATE_COLORS[state] : "grey"}
      className="whitespace-nowrap"
    >
      {t(`marketplaces.statements.state.${state ?? "comparing"}`)}
    </StatusBadge>
  )
}

export function StatementStatusBadge({ status }: { status: StatementStatus }) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={STATUS_COLORS[status]} className="whitespace-nowrap">
      {t(`marketplaces.statements.status.${status}`)}
    </StatusBadge>
  )
}
