import { useTranslation } from "react-i18next"
import type { BuyerRequest } from "../../lib/types"
import { TimeLeft } from "../common/time-left"

/** How long the seller has to answer; nothing once there is nothing to answer. */
export function RequestDeadline({
  request: { respond_by, state },
}: {
  request: Pick<BuyerRequest, "respond_by" | "state">
}) {
  const { t } = useTranslation()
  if (!respond_by || state !== "waiting") {
    return null
  }
  return (
    <span className="txt-compact-small text-ui-fg-subtle block">
      {t("marketplaces.requests.respond_by")} <TimeLeft at={respond_by} />
    </span>
  )
}
