import type { AdminApi } from "../../support/admin-api"
import type { Shop } from "../../support/shop"
import { type Sale, isTiki } from "./sales"

/** Units by what became of them. */
export type Units = { delivered: number; good: number; damaged: number }

type MedusaOrder = {
  status: string
  items: {
    variant_sku: string
    detail: {
      delivered_quantity: number
      return_received_quantity: number
      return_dismissed_quantity: number
    }
  }[]
}

/** What the morning's Medusa orders say of an article. */
export async function unitsInMedusa(
  api: AdminApi,
  sales: Sale[],
  sku: string
): Promise<Units> {
  const ids = sales.map(({ medusa_order_id }) => `id[]=${medusa_order_id}`)
  const { orders } = await api.get<{ orders: MedusaOrder[] }>(
    `/orders?limit=200&fields=status,*items,*items.detail&${ids.join("&")}`
  )
  const details = orders
    .flatMap(({ items }) => items)
    .filter(({ variant_sku }) => variant_sku === sku)
    .map(({ detail }) => detail)
  const sum = (column: keyof (typeof details)[number]) =>
    details.reduce((total, detail) => total + Number(detail[column]), 0)
  return {
    delivered: sum("delivered_quantity"),
    good: sum("return_received_quantity"),
    damaged: sum("return_dismissed_quantity"),
  }
}

const DELIVERED = ["DELIVERED", "COMPLETED", "successful_delivery", "complete"]

/** The morning's orders that have reached their buyers, as the marketplaces themselves say. */
export async function deliveredByMarketplaces(
  { tiktok_shop, tiki }: Shop,
  sales: Sale[]
): Promise<Sale[]> {
  const delivered: Sale[] = []
  for (const sale of sales) {
    const { external_id } = sale
    const status = isTiki(sale)
      ? (await tiki.readOrder(external_id)).status
      : await tiktok_shop.statusOf(external_id)
    if (DELIVERED.includes(status)) {
      delivered.push(sale)
    }
  }
  return delivered
}
