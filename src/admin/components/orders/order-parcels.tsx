import { Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Parcel } from "../../lib/types"

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
            {[parcel.carrier, parcel.status, parcel.external_id]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </li>
      ))}
    </ul>
  )
}
