import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Handover } from "../../lib/types"
import { Moment } from "../common/moment"
import { HandoverStatusBadge } from "./handover-status-badge"

/** One row per record, leading to its page. */
export function HandoverRows({ handovers }: { handovers: Handover[] }) {
  const { t } = useTranslation()
  return (
    <ul className="divide-y">
      {handovers.map((handover) => (
        <li key={handover.id}>
          <Link
            to={`/marketplaces/handovers/${handover.id}`}
            className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover grid grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.4fr)] items-center gap-x-4 px-6 py-3 outline-none"
          >
            <Text size="small" weight="plus">
              {t("marketplaces.handovers.numbered", {
                number: handover.number,
              })}
              <span className="text-ui-fg-subtle block font-normal">
                {t(`marketplaces.handover_direction.${handover.direction}`)}
              </span>
            </Text>
            <Text size="small" className="text-ui-fg-subtle truncate">
              {[
                handover.channel_name ?? t("marketplaces.tabs.all_channels"),
                handover.carrier ?? t("marketplaces.handovers.any_carrier"),
              ].join(" · ")}
            </Text>
            <HandoverStatusBadge status={handover.status} />
            <Text size="small" className="text-ui-fg-subtle">
              {handover.parcel_count !== undefined &&
                t("marketplaces.handovers.parcels", {
                  count: handover.parcel_count,
                })}
            </Text>
            <Text size="small" className="text-ui-fg-subtle text-right">
              <Moment value={handover.closed_at ?? handover.created_at} />
              <span className="block">{handover.created_by_name}</span>
            </Text>
          </Link>
        </li>
      ))}
    </ul>
  )
}
