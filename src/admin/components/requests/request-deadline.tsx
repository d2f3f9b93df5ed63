import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BuyerRequest } from "../../lib/types"
import { Moment } from "../common/moment"

/** Until when the seller may answer; nothing once there is nothing to answer. */
export function RequestDeadline({
  request: { respond_by, state },
}: {
  request: Pick<BuyerRequest, "respond_by" | "state">
}) {
  const { t } = useTranslation()
  if (!respond_by || state !== "waiting") {
    return null
  }
  const overdue = new Date(respond_by).getTime() <= Date.now()
  return (
    <span
      className={clx(
        "txt-compact-small",
        overdue ? "text-ui-fg-error" : "text-ui-fg-subtle"
      )}
    >
      {t("marketplaces.requests.respond_by")}{" "}
      <Moment value={respond_by} relative />
      {overdue && ` · ${t("marketplaces.deadline.overdue")}`}
    </span>
  )
}
