import { useTranslation } from "react-i18next"
import type { PickupSlot } from "../../../domain/provider/confirms-orders"
import { useFormat } from "../../hooks/use-format"
import { LabelledSelect } from "../common/labelled-select"

/** Pickup time and warehouse, where the marketplace leaves a choice. */
export function AnswerChoices({
  slots,
  slot,
  onSlot,
  warehouses,
  warehouse,
  onWarehouse,
}: {
  slots: PickupSlot[]
  slot: string
  onSlot: (value: string) => void
  warehouses: { external_id: string; name: string }[]
  warehouse: string
  onWarehouse: (external_id: string) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      {slots.length > 0 && (
        <LabelledSelect
          label={t("marketplaces.order_actions.pickup_slot")}
          all={t("marketplaces.order_actions.pickup_any")}
          value={slot}
          options={slots.map(({ value, label }) => ({
            value,
            label: format.localized(label),
          }))}
          onChange={onSlot}
        />
      )}
      {warehouses.length > 1 && (
        <LabelledSelect
          label={t("marketplaces.order_actions.warehouse")}
          all={t("marketplaces.order_actions.warehouse_own")}
          value={warehouse}
          options={warehouses.map(({ external_id, name }) => ({
            value: external_id,
            label: name,
          }))}
          onChange={onWarehouse}
        />
      )}
    </>
  )
}
