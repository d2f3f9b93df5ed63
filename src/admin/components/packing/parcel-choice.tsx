import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PackingParcel } from "../../lib/types"

/** Which of several parcels is meant. */
export function ParcelChoice({
  parcels,
  onChoose,
}: {
  parcels: PackingParcel[]
  onChoose: (parcel: PackingParcel) => void
}) {
  const { t } = useTranslation()
  return (
    <ul className="divide-y">
      {parcels.map((parcel) => (
        <li
          key={parcel.id}
          className="flex items-center justify-between gap-x-4 px-6 py-3"
        >
          <div className="min-w-0">
            <Text weight="plus" className="break-all font-mono">
              {parcel.tracking_number ?? parcel.external_id}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {parcel.lines
                .map(({ title, quantity }) => `${title} ×${quantity}`)
                .join(", ")}
            </Text>
          </div>
          <Button
            size="small"
            variant="secondary"
            onClick={() => onChoose(parcel)}
          >
            {t("marketplaces.packing.this_one")}
          </Button>
        </li>
      ))}
    </ul>
  )
}
