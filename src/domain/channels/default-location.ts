import { Warehouse } from "../provider/marketplace-provider"
import { ChannelSettings } from "./channel-settings"

/**
 * Where goods leave from while an order names no warehouse: the location of the only
 * mapped warehouse, else of the marketplace's default one. Null where that would be a guess.
 */
export function defaultLocation(
  mapped: ChannelSettings["warehouses"],
  warehouses: Warehouse[]
): string | null {
  if (mapped.length === 1) {
    return mapped[0].stock_location_id
  }
  const standard = warehouses.find(({ is_default }) => is_default)
  return (
    mapped.find(({ external_id }) => external_id === standard?.external_id)
      ?.stock_location_id ?? null
  )
}
