import { DeliverHostOrdersInput, ShipHostOrdersInput } from "../types"
import { MoveRequest } from "./move-plan"

const iso = (date: Date | string) => new Date(date).toISOString()

/** @param now stands in for dates that the caller leaves out. */
export function shipRequests(
  { orders }: ShipHostOrdersInput,
  now: Date
): MoveRequest[] {
  return orders.map((order) => ({
    order_id: order.order_id,
    fulfil: true,
    location_id: order.location_id ?? null,
    tracking_numbers: order.tracking_numbers ?? [],
    shipped_at: iso(order.shipped_at ?? now),
    delivered_at: order.delivered_at ? iso(order.delivered_at) : null,
    targets: order.items
      ? Object.fromEntries(
          order.items.map(({ id, quantity }) => [id, quantity])
        )
      : null,
  }))
}

export function deliverRequests({
  orders,
}: DeliverHostOrdersInput): MoveRequest[] {
  return orders.map(({ order_id, delivered_at }) => ({
    order_id,
    fulfil: false,
    location_id: null,
    tracking_numbers: [],
    shipped_at: iso(delivered_at),
    delivered_at: iso(delivered_at),
    targets: null,
  }))
}
