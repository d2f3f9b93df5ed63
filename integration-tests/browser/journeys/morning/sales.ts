import type { OrderInput } from "../../../../sandbox/tiki/orders/place-order"
import type { AdminApi } from "../../support/admin-api"
import type { Line } from "../../support/marketplaces"
import type { Shop } from "../../support/shop"

/** Every order of the morning has an article whose SKU begins so, and no other order has. */
export const SKU_PREFIX = "BAT-RAN"

/** The articles that are sold this morning. */
export const SKUS = ["BAT-RAN-TR", "BAT-RAN-XA", "CHEN-DO-60"]

/** Every third order is of two articles, three units. */
export const TIKTOK_ORDERS: Line[][] = Array.from({ length: 60 }, (_, place) =>
  place % 3 === 0
    ? [{ seller_sku: "BAT-RAN-TR" }, { seller_sku: "CHEN-DO-60", quantity: 2 }]
    : [{ seller_sku: "BAT-RAN-TR" }]
)

export const TIKI_ORDERS: OrderInput[] = Array.from(
  { length: 40 },
  (_, place) => ({
    status: "queueing",
    lines: [{ original_sku: "BAT-RAN-XA", quantity: place % 4 === 0 ? 2 : 1 }],
  })
)

/** A channel order of the morning, as far as its work needs it. */
export type Sale = {
  id: string
  external_id: string
  provider_id: string
  channel_id: string
  channel_name: string
  status: string
  medusa_order_id: string
  lines: { seller_sku: string; quantity: number }[]
  parcels: { external_id: string; tracking_number: string | null }[]
}

export const isTiki = ({ provider_id }: Sale) => provider_id === "tiki"

/** What stands on its parcel. */
export const waybillOf = ({ parcels: [parcel] }: Sale) =>
  parcel.tracking_number ?? parcel.external_id

export const statusPath = `/marketplaces/orders?q=${SKU_PREFIX}&limit=200`

/** How many of the morning's orders are in each status. */
export async function countStatuses(
  api: AdminApi
): Promise<Record<string, number>> {
  const { orders } = await api.get<{ orders: Sale[] }>(statusPath)
  const counts: Record<string, number> = {}
  for (const { status } of orders) {
    counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}

/** Every order of the morning with its parcels, in the order of their ids. */
export async function readSales(api: AdminApi): Promise<Sale[]> {
  const { orders } = await api.get<{ orders: Sale[] }>(`${statusPath}&order=id`)
  return Promise.all(
    orders.map(async ({ id }) => {
      const { order } = await api.get<{ order: Sale }>(
        `/marketplaces/orders/${id}`
      )
      return order
    })
  )
}

/**
 * Lets the shop hear what happened outside of it: TikTok Shop's webhooks, and for Tiki a
 * download, as its events are kept back.
 */
export async function hear(
  { tiktok_shop }: Shop,
  api: AdminApi,
  tiki_channel_id: string
): Promise<void> {
  await tiktok_shop.deliverWebhooks()
  const { providers } = await api.get<{
    providers: { id: string; downloadable_statuses: string[] }[]
  }>("/marketplaces/providers")
  const { run } = await api.post<{ run: { id: string } }>(
    "/marketplaces/orders/downloads",
    {
      channel_ids: [tiki_channel_id],
      statuses: providers.find(({ id }) => id === "tiki")
        ?.downloadable_statuses,
    }
  )
  await api.finishRun(run.id)
}
