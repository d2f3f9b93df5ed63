import { PLATFORM_CARRIER } from "../carriers"
import { Order, OrderStatus, Unit } from "./order"

/** Steps that parcels take, each by itself; an order follows its slowest one. */
export const PARCEL_MOVES = [
  "AWAITING_COLLECTION",
  "IN_TRANSIT",
  "DELIVERED",
] as const
export type ParcelMove = (typeof PARCEL_MOVES)[number]

const FROM: Record<ParcelMove, Unit["status"]> = {
  AWAITING_COLLECTION: "AWAITING_SHIPMENT",
  IN_TRANSIT: "AWAITING_COLLECTION",
  DELIVERED: "IN_TRANSIT",
}

export const isParcelMove = (status: OrderStatus): status is ParcelMove =>
  (PARCEL_MOVES as readonly OrderStatus[]).includes(status)

export const isLive = ({ status }: Unit) => status !== "CANCELLED"

/** `place` counts the packages that the order has had. */
export const packageId = (order_id: string, place: number) =>
  `1153${order_id.slice(-13)}${String(place).padStart(2, "0")}`

/** The platform's number for a package. */
export const trackingNumber = (package_id: string) =>
  `DEMOVN${package_id.slice(-11, -2)}${Number(package_id.slice(-2))}`

/** How the parcels go; the platform's own carrier and number unless named. */
export type Dispatch = { tracking_number?: string; carrier_id?: string }

/**
 * Moves the live units of some packages that stand just before `to`; others stay.
 * @param package_ids null for all packages of the order.
 * @param now seconds, UTC.
 */
export function moveUnits(
  order: Order,
  package_ids: readonly string[] | null,
  to: ParcelMove,
  now: number,
  { tracking_number, carrier_id }: Dispatch = {}
): Order {
  const move = (unit: Unit): Unit => {
    const id = unit.package_id
    const meant = id !== null && (package_ids?.includes(id) ?? true)
    if (!meant || unit.status !== FROM[to]) {
      return unit
    }
    switch (to) {
      case "AWAITING_COLLECTION":
        return {
          ...unit,
          status: to,
          rts_time: now,
          tracking_number: tracking_number ?? trackingNumber(id),
          carrier_id: carrier_id ?? PLATFORM_CARRIER.id,
        }
      case "IN_TRANSIT":
        return { ...unit, status: to, collection_time: now }
      default:
        return { ...unit, status: to }
    }
  }
  return settle({ ...order, units: order.units.map(move) }, now)
}

const RANKS: readonly Unit["status"][] = [
  "AWAITING_SHIPMENT",
  "AWAITING_COLLECTION",
  "IN_TRANSIT",
  "DELIVERED",
  "COMPLETED",
]

/**
 * Brings the order's status and times in line with its live units. The times of
 * arranging and collecting are those of the first parcel, delivery that of the last.
 */
export function settle(order: Order, now: number): Order {
  const live = order.units.filter(isLive)
  const waiting = order.status === "UNPAID" || order.status === "ON_HOLD"
  if (waiting || !live.length) {
    return order
  }
  const ranks = live.map(({ status }) => RANKS.indexOf(status))
  const slowest = RANKS[Math.min(...ranks)]
  const partly = slowest === "AWAITING_SHIPMENT" && Math.max(...ranks) > 0
  const status = partly ? "PARTIALLY_SHIPPING" : slowest
  const delivered = status === "DELIVERED" && order.delivery_time === null
  const some = (field: "rts_time" | "collection_time") =>
    order.units.some((unit) => unit[field] !== null)
  return {
    ...order,
    status,
    update_time: status === order.status ? order.update_time : now,
    rts_time: order.rts_time ?? (some("rts_time") ? now : null),
    collection_time:
      order.collection_time ?? (some("collection_time") ? now : null),
    delivery_time: delivered ? now : order.delivery_time,
    paid_time: delivered ? (order.paid_time ?? now) : order.paid_time,
    tracking_number:
      live.find(({ tracking_number }) => tracking_number)?.tracking_number ??
      order.tracking_number,
  }
}
