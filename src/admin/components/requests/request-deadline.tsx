import { useTranslation } from "react-i18next"
import { isToAnswer } from "../../../domain/returns/buyer-request"
import type { BuyerRequest } from "../../lib/types"
import { TimeLeft } from "../common/time-left"

/** How long the seller has to answer; nothing once there is nothing to answer. */
export function RequestDeadline({ request }: { request: BuyerRequest }) {
  const { t } = useTranslation()
  const { respond_by } = request
  if (!respond_by || !isToAnswer(request)) {
    return null
  }
  return (
    <span className="txt-compact-small text-ui-fg-subtle block">
      {t("marketplaces.requests.respond_by")} <TimeLeft at={respond_by} />
    </span>
  )
}
