import { useTranslation } from "react-i18next"
import type { ChannelOrder } from "../../lib/types"
import { TimeLeft } from "../common/time-left"

/** What is due and how long there is for it, in words. */
export function OrderDeadline({
  order: { deadline_at, deadline_kind },
}: {
  order: Pick<ChannelOrder, "deadline_at" | "deadline_kind">
}) {
  const { t } = useTranslation()
  if (!deadline_at) {
    return <span className="text-ui-fg-muted">—</span>
  }
  return (
    <>
      <span className="text-ui-fg-subtle block">
        {t(`marketplaces.deadline.${deadline_kind ?? "ship_by"}`)}
      </span>
      <TimeLeft at={deadline_at} />
    </>
  )
}
