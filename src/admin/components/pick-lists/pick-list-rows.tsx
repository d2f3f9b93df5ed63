import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { PickList } from "../../lib/types"
import { Moment } from "../common/moment"

export function PickListStatusBadge({ status }: Pick<PickList, "status">) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={status === "open" ? "orange" : "green"}>
      {t(`marketplaces.pick_list_status.${status}`)}
    </StatusBadge>
  )
}

/** One row per list, leading to its page. */
export function PickListRows({ pick_lists }: { pick_lists: PickList[] }) {
  const { t } = useTranslation()
  return (
    <ul className="divide-y">
      {pick_lists.map((list) => (
        <li key={list.id}>
          <Link
            to={`/marketplaces/pick-lists/${list.id}`}
            className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)] items-center gap-x-4 px-6 py-3 outline-none"
          >
            <Text size="small" weight="plus">
              {t("marketplaces.pick_lists.numbered", { number: list.number })}
            </Text>
            <PickListStatusBadge status={list.status} />
            <Text size="small" className="text-ui-fg-subtle">
              {t("marketplaces.orders.count", { count: list.order_count })}
            </Text>
            <Text size="small" className="text-ui-fg-subtle text-right">
              <Moment value={list.created_at} />
              <span className="block">{list.created_by_name}</span>
            </Text>
          </Link>
        </li>
      ))}
    </ul>
  )
}
