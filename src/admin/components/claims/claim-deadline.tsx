import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isUrgent } from "../../lib/claims"
import type { Claim } from "../../lib/types"
import { Moment } from "../common/moment"
import { TimeLeft } from "../common/time-left"

/** Until when the marketplace takes it; one that is close or over stands out until it is sent. */
export function ClaimDeadline({ claim }: { claim: Claim }) {
  const { t } = useTranslation()
  const { deadline_at, state } = claim
  if (!deadline_at) {
    return (
      <span className="text-ui-fg-muted">
        {t("marketplaces.claims.no_deadline")}
      </span>
    )
  }
  if (state !== "draft") {
    return <Moment value={deadline_at} />
  }
  return isUrgent(claim, new Date()) ? (
    <StatusBadge color="red" className="whitespace-nowrap">
      <TimeLeft at={deadline_at} />
    </StatusBadge>
  ) : (
    <TimeLeft at={deadline_at} />
  )
}
