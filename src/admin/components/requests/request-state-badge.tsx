import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BuyerRequestState } from "../../../domain/returns/buyer-request"

const COLORS: Record<
  BuyerRequestState,
  "green" | "orange" | "red" | "grey" | "blue" | "purple"
> = {
  waiting: "orange",
  offered: "grey",
  approved: "blue",
  shipped_back: "purple",
  settled: "green",
  refused: "red",
  withdrawn: "grey",
  not_understood: "red",
}

export function RequestStateBadge({ state }: { state: BuyerRequestState }) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLORS[state] ?? "grey"} className="whitespace-nowrap">
      {t(`marketplaces.request_state.${state}`, { defaultValue: state })}
    </StatusBadge>
  )
}
