import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { deadlineOf } from "../../lib/deadline"
import type { ChannelOrder } from "../../lib/types"
import { Moment } from "../common/moment"

/** What is due and when, in words; a late one says so and is red. */
export function OrderDeadline({
  order,
}: {
  order: Pick<ChannelOrder, "deadline_at" | "deadline_kind">
}) {
  const { t } = useTranslation()
  const deadline = deadlineOf(order, new Date())
  if (!deadline) {
    return <span className="text-ui-fg-muted">—</span>
  }
  const { kind, at, overdue } = deadline
  return (
    <span className={clx(overdue && "text-ui-fg-error")}>
      <span className={clx("block", !overdue && "text-ui-fg-subtle")}>
        {t(`marketplaces.deadline.${kind}`)}
        {overdue && ` · ${t("marketplaces.deadline.overdue")}`}
      </span>
      <Moment value={at} relative />
    </span>
  )
}
