import { Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Parcel, ParcelMark } from "../../lib/types"
import { Moment } from "../common/moment"

/** What the shop did with a parcel, who and when. */
function ParcelMarks({ marks }: { marks: ParcelMark[] }) {
  const { t } = useTranslation()
  return (
    <ul>
      {marks.map((mark) => (
        <li key={`${mark.kind}-${mark.at}`}>
          <Text size="xsmall" className="break-words">
            {t(`marketplaces.marks.${mark.kind}`)}
            {" · "}
            <span className="text-ui-fg-subtle">
              <Moment value={mark.at} />
              {mark.actor_name && ` · ${mark.actor_name}`}
              {mark.reason && ` · ${mark.reason}`}
            </span>
          </Text>
        </li>
      ))}
    </ul>
  )
}

export function OrderParcels({ parcels }: { parcels: Parcel[] }) {
  const { t } = useTranslation()
  if (parcels.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-muted px-6 py-3">
        {t("marketplaces.orders.no_parcels")}
      </Text>
    )
  }
  return (
    <ul className="divide-y">
      {parcels.map((parcel) => (
        <li key={parcel.id} className="px-6 py-3">
          <Text
            size="small"
            weight="plus"
            className="flex items-center gap-x-1"
          >
            {parcel.tracking_number ?? t("marketplaces.orders.no_tracking")}
            {parcel.tracking_number && (
              <Copy content={parcel.tracking_number} variant="mini" />
            )}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle break-words">
            {[
              parcel.carrier,
              parcel.state && t(`marketplaces.parcel_state.${parcel.state}`),
              parcel.status,
              parcel.external_id,
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
          <ParcelMarks marks={parcel.marks ?? []} />
        </li>
      ))}
    </ul>
  )
}
