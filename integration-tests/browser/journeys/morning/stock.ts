import type { AdminApi } from "../../support/admin-api"
import { type Sale, SKUS } from "./sales"

export type Level = { stocked: number; reserved: number }

type Item = {
  sku: string
  stocked_quantity: number
  reserved_quantity: number
}

/** What Medusa has of the morning's articles, over all locations; Medusa answers in any order. */
export async function readLevels(
  api: AdminApi
): Promise<Record<string, Level>> {
  const query = SKUS.map((sku) => `sku[]=${sku}`).join("&")
  const { inventory_items } = await api.get<{ inventory_items: Item[] }>(
    `/inventory-items?${query}&fields=sku,stocked_quantity,reserved_quantity`
  )
  return Object.fromEntries(
    SKUS.map((sku) => {
      const item = inventory_items.find((one) => one.sku === sku)
      return [
        sku,
        {
          stocked: item?.stocked_quantity ?? NaN,
          reserved: item?.reserved_quantity ?? NaN,
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
