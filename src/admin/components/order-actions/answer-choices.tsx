import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PickupSlot } from "../../../domain/provider/confirms-orders"
import { useFormat } from "../../hooks/use-format"
import { FilterSelect } from "../common/filter-select"

type Option = { value: string; label: string }

function Choice({
  label,
  all,
  options,
  value,
  onChange,
}: {
  label: string
  /** What happens without a choice. */
  all: string
  options: Option[]
  value: string
  onChange: (value: string) => void
}) {
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" weight="plus">
        {label}
      </Text>
      <FilterSelect
        wide
        label={label}
        all={all}
        value={value}
        options={options}
        onChange={onChange}
      />
    </div>
  )
}

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
        <Choice
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
        <Choice
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
