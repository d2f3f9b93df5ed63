import { Hint, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ChannelSettings } from "../../../domain/channels/channel-settings"
import { useStockLocations } from "../../hooks/api/shop"
import type { Channel } from "../../lib/types"
import { FilterSelect } from "../common/filter-select"
import { QueryState } from "../common/query-state"

type Warehouses = ChannelSettings["warehouses"]

/** The marketplace's warehouses, named where they are known, each with the location that serves it. */
function rowsOf(channel: Channel, mapped: Warehouses) {
  const known = channel.warehouses ?? []
  const rest = mapped.filter(
    ({ external_id }) => !known.some((one) => one.external_id === external_id)
  )
  return [
    ...known,
    ...rest.map(({ external_id }) => ({ external_id, name: external_id })),
  ]
}

/** True when two warehouses share a location, which the server refuses. */
export function sharesLocation(mapped: Warehouses): boolean {
  const ids = mapped.map(({ stock_location_id }) => stock_location_id)
  return new Set(ids).size < ids.length
}

/** Which of our stock locations serves which marketplace warehouse. */
export function WarehouseFields({
  channel,
  value,
  onChange,
}: {
  channel: Channel
  value: Warehouses
  onChange: (value: Warehouses) => void
}) {
  const { t } = useTranslation()
  const locations = useStockLocations()
  const rows = rowsOf(channel, value)
  const choose = (external_id: string, stock_location_id: string) => {
    const others = value.filter((one) => one.external_id !== external_id)
    onChange(
      stock_location_id
        ? [...others, { external_id, stock_location_id }]
        : others
    )
  }
  if (rows.length === 0) {
    return <Hint>{t("marketplaces.settings.no_warehouses")}</Hint>
  }
  return (
    <QueryState query={locations} rows={1}>
      {({ stock_locations }) => (
        <div className="flex flex-col gap-y-2">
          {rows.map(({ external_id, name }) => (
            <div
              key={external_id}
              className="grid grid-cols-2 items-center gap-x-4"
            >
              <Text size="small" className="break-words">
                {name}
              </Text>
              <FilterSelect
                wide
                label={name}
                all={t("marketplaces.settings.not_mapped")}
                value={
                  value.find((one) => one.external_id === external_id)
                    ?.stock_location_id ?? ""
                }
                options={stock_locations.map((location) => ({
                  value: location.id,
                  label: location.name,
                }))}
                onChange={(location) => choose(external_id, location)}
              />
            </div>
          ))}
          {sharesLocation(value) && (
            <Hint variant="error">
              {t("marketplaces.settings.shared_location")}
            </Hint>
          )}
        </div>
      )}
    </QueryState>
  )
}
