import { ensureAdminUser } from "../scripts/host/admin-user"
import { marketplacesOf } from "../src/workflows/marketplaces"
import { ingestOrders } from "../src/workflows/orders/ingest-orders"
import { control, placeOrders } from "./orders"
import { BenchShop } from "./shop"

/** A parcel that waits to be packed. */
export type WaitingParcel = {
  id: string
  channel_order_id: string
  tracking_number: string
}

const ADMIN = {
  email: "packer@shop.example",
  password: "a password for benches",
}
const READ_AT_ONCE = 50

/** Places orders, arranges their shipment at the marketplace and imports them. */
export async function waitingParcels(
  shop: BenchShop,
  count: number
): Promise<WaitingParcel[]> {
  const { container, channel } = shop
  const marketplaces = marketplacesOf(container)
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const placed = await placeOrders(shop, count)
  for (const id of placed.ids) {
    await control(shop, `/orders/${id}/advance`, { to: "AWAITING_COLLECTION" })
  }
  const order_ids: string[] = []
  for (let start = 0; start < placed.ids.length; start += READ_AT_ONCE) {
    const read_started_at = new Date()
    const raws = await provider.readOrdersById(
      marketplaces.access.open(channel),
      placed.ids.slice(start, start + READ_AT_ONCE),
      "orders"
    )
    const saved = await ingestOrders(container, {
      channel,
      raws,
      read_started_at,
      source: "poll",
      actor: "system",
    })
    order_ids.push(...saved.flatMap(({ id }) => id ?? []))
  }
  const parcels = await marketplaces.orderReader.listParcels(order_ids)
  const waiting = parcels.flatMap(({ id, tracking_number, order_ids }) =>
    tracking_number
      ? { id, tracking_number, channel_order_id: order_ids[0] }
      : []
  )
  if (waiting.length !== count) {
    throw new Error(`${waiting.length} of ${count} parcels can be packed`)
  }
  return waiting
}

/** Signs a packer in. @returns headers of requests. */
export async function signIn({
  container,
  url,
}: BenchShop): Promise<Record<string, string>> {
  await ensureAdminUser(container, ADMIN)
  const answer = await fetch(`${url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ADMIN),
  })
  const { token } = (await answer.json()) as { token: string }
  return {
    "content-type": "application/json",
    authorization: `Bearer ${token}`,
  }
}
