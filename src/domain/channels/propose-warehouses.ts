import { Warehouse } from "../provider/marketplace-provider"
import { ChannelSettings } from "./channel-settings"

/**
 * The mapping a channel starts with: the marketplace's default warehouse, or its only
 * one, to the shop's own place. Nothing where that would be a guess.
 */
export function proposeWarehouses(
  warehouses: Warehouse[],
  stock_location_id: string | null
): ChannelSettings["warehouses"] {
  const chosen =
    warehouses.find(({ is_default }) => is_default) ??
    (warehouses.length === 1 ? warehouses[0] : undefined)
  return chosen && stock_location_id
    ? [{ external_id: chosen.external_id, stock_location_id }]
    : []
}
