import type { AdminApi } from "../../support/admin-api"
import { type Sale, SKUS } from "./sales"

export type Level = { stocked: number; reserved: number }

type Reservation = {
  inventory_item_id: string
  line_item_id: string | null
  quantity: number
}
type Item = {
  id: string
  sku: string
  stocked_quantity: number
}

/**
 * What Medusa has of the morning's articles, over all locations, and what orders keep of it:
 * units held for sales without an order are no order's. Medusa answers in any order.
 */
export async function readLevels(
  api: AdminApi
): Promise<Record<string, Level>> {
  const query = SKUS.map((sku) => `sku[]=${sku}`).join("&")
  const { inventory_items } = await api.get<{ inventory_items: Item[] }>(
    `/inventory-items?${query}&fields=id,sku,stocked_quantity`
  )
  const items = inventory_items.map(({ id }) => `inventory_item_id[]=${id}`)
  const { reservations } = await api.get<{ reservations: Reservation[] }>(
    `/reservations?limit=1000&fields=inventory_item_id,line_item_id,quantity&${items.join("&")}`
  )
  return Object.fromEntries(
    SKUS.map((sku) => {
      const item = inventory_items.find((one) => one.sku === sku)
      return [
        sku,
        {
          stocked: item?.stocked_quantity ?? NaN,
          reserved: reservations
            .filter(
              ({ inventory_item_id, line_item_id }) =>
                inventory_item_id === item?.id && line_item_id !== null
            )
            .reduce((sum, { quantity }) => sum + quantity, 0),
        },
      ]
    })
  )
}

/** Units of an article in these orders. */
export function unitsIn(sales: Sale[], sku: string): number {
  return sales
    .flatMap(({ lines }) => lines)
    .filter(({ seller_sku }) => seller_sku === sku)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}
