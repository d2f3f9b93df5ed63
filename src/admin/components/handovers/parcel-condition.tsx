import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { conditionTotals } from "../../lib/handover-scans"
import type { HandoverParcel } from "../../lib/types"

const COLORS = { good: "green", damaged: "red", lost: "orange" } as const
const KINDS = ["good", "damaged", "lost"] as const

/** How the goods of a parcel were found, in words. */
export function ParcelCondition({ parcel }: { parcel: HandoverParcel }) {
  const { t } = useTranslation()
  const totals = conditionTotals([parcel])
  const counted = KINDS.filter((kind) => totals[kind] > 0)
  return (
    <div className="flex flex-wrap items-center gap-1">
      {counted.length > 0
        ? counted.map((kind) => (
            <Badge key={kind} size="2xsmall" color={COLORS[kind]}>
              {t(`marketplaces.received.${kind}`)} {totals[kind]}
            </Badge>
          ))
        : parcel.condition && (
            <Badge size="2xsmall" color={COLORS[parcel.condition]}>
              {t(`marketplaces.received.${parcel.condition}`)}
            </Badge>
          )}
      {parcel.photos.length > 0 && (
        <Badge size="2xsmall" color="grey">
          {t("marketplaces.handovers.photos", { count: parcel.photos.length })}
        </Badge>
      )}
      {parcel.note && (
        <Text
          size="xsmall"
          className="text-ui-fg-subtle max-w-40 truncate"
          title={parcel.note}
        >
          {parcel.note}
        </Text>
      )}
    </div>
  )
}
