import { useTranslation } from "react-i18next"
import type { OrderCounts } from "../../lib/types"
import { CountTabs } from "../common/count-tabs"
import { tabCount, tabLabel, visibleTabs } from "./order-tabs"

/** Status tabs with their counts. */
export function OrderStatusTabs({
  counts,
  active,
  hrefOf,
}: {
  counts: OrderCounts | undefined
  /** Null where no tab is the current one. */
  active: string | null
  hrefOf: (tab: string) => string
}) {
  const { t } = useTranslation()
  return (
    <CountTabs
      label={t("marketplaces.fields.status")}
      active={active}
      tabs={visibleTabs(counts, active ?? "").map((tab) => ({
        key: tab.key,
        label: t(tabLabel(tab)),
        count: tabCount(tab, counts),
        to: hrefOf(tab.key),
        urgent: tab.key === "blocked" || tab.key === "late_soon",
      }))}
    />
  )
}
