import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { LinkState } from "../../../domain/listings/diff-listing"

const COLORS: Record<LinkState, "green" | "orange" | "red" | "grey" | "blue"> =
  {
    unlinked: "orange",
    suggested: "blue",
    linked: "green",
    changed: "orange",
    gone: "grey",
  }

export function LinkStateBadge({ state }: { state: LinkState }) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLORS[state] ?? "grey"} className="whitespace-nowrap">
      {t(`marketplaces.link_state.${state}`, { defaultValue: state })}
    </StatusBadge>
  )
}
