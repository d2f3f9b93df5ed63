import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { statusText } from "../../lib/result-line"
import type { HandoverParcel } from "../../lib/types"
import { Moment } from "../common/moment"
import { ParcelCondition } from "./parcel-condition"

/** Parcels of a record, with what is odd about them. */
export function HandoverParcels({
  parcels,
  inbound,
  onOpen,
  onRemove,
}: {
  parcels: HandoverParcel[]
  inbound: boolean
  onOpen?: (parcel: HandoverParcel) => void
  onRemove?: (parcel: HandoverParcel) => void
}) {
  const { t } = useTranslation()
  return (
    <ul className="divide-y">
      {parcels.map((parcel) => (
        <li
          key={parcel.scan_id ?? parcel.parcel_id ?? parcel.external_id}
          className="grid grid-cols-[minmax(0,4fr)_minmax(0,3fr)_minmax(0,3fr)_auto] items-center gap-x-4 px-6 py-3"
        >
          <div>
            <Text size="small" weight="plus" className="break-all font-mono">
              {parcel.tracking_number ?? parcel.external_id}
            </Text>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {[parcel.channel_name, parcel.carrier]
                .filter(Boolean)
                .join(" · ")}
              {parcel.scanned_at && (
                <>
                  {" · "}
                  <Moment value={parcel.scanned_at} />
                </>
              )}
            </Text>
          </div>
          <div>
            {parcel.orders.map((order) => (
              <Text key={order.id} size="small">
                <Link
                  to={`/marketplaces/orders?order=${order.id}`}
                  className="text-ui-fg-interactive"
                >
                  {order.external_id}
                </Link>{" "}
                <span className="text-ui-fg-subtle">
                  {statusText(t, order.status)}
                </span>
              </Text>
            ))}
          </div>
          <div className="flex flex-wrap gap-1">
            {parcel.warning && (
              <Badge size="2xsmall" color="orange">
                ⚠{" "}
                {t(`marketplaces.scans.${parcel.warning}.title`, {
                  defaultValue: parcel.warning,
                })}
              </Badge>
            )}
            {inbound && <ParcelCondition parcel={parcel} />}
          </div>
          <div className="flex justify-end gap-2">
            {onOpen && (
              <Button
                size="small"
                variant="secondary"
                onClick={() => onOpen(parcel)}
              >
                {t("marketplaces.actions.details")}
              </Button>
            )}
            {onRemove && (
              <Button
                size="small"
                variant="transparent"
                onClick={() => onRemove(parcel)}
              >
                {t("marketplaces.handovers.take_out")}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
