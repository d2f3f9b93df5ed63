import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ClaimState } from "../../../domain/statements/claim"

/** Colours of a badge; the word beside it says the same. */
const COLORS: Record<
  ClaimState,
  "green" | "orange" | "red" | "blue" | "grey" | "purple"
> = {
  draft: "orange",
  sent: "blue",
  accepted: "purple",
  refused: "red",
  paid: "green",
  dropped: "grey",
}

export function ClaimStateBadge({ state }: { state: ClaimState }) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLORS[state]} className="whitespace-nowrap">
      {t(`marketplaces.claims.state.${state}`)}
    </StatusBadge>
  )
}
