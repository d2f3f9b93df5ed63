import { UnitPhase } from "../products/stock"
import { Initiator, Order, OrderStatus, Unit } from "./order"

/** The way an order goes when nothing happens to it. */
export const STRAIGHT_PATH = [
  "UNPAID",
  "ON_HOLD",
  "AWAITING_SHIPMENT",
  "AWAITING_COLLECTION",
  "IN_TRANSIT",
  "DELIVERED",
  "COMPLETED",
] as const satisfies readonly OrderStatus[]
export type PathStatus = (typeof STRAIGHT_PATH)[number]

export class WrongTurn extends Error {
  constructor(order: Order, to: string) {
    super(`order ${order.id} is ${order.status} and cannot become ${to}`)
    this.name = "WrongTurn"
  }
}

const packageId = (order: Order, place: number) =>
  `1153${order.id.slice(-13)}${String(place).padStart(2, "0")}`
const trackingNumber = (order: Order, place: number) =>
  `DEMOVN${order.id.slice(-9)}${place}`

const live = (unit: Unit) => unit.status !== "CANCELLED"

/** The status after this one; null at the end of the path. */
export function nextStatus(order: Order): PathStatus | null {
  if (order.status === "PARTIALLY_SHIPPING") {
    return "AWAITING_COLLECTION"
  }
  const place = STRAIGHT_PATH.indexOf(order.status as PathStatus)
  return place < 0 ? null : (STRAIGHT_PATH[place + 1] ?? null)
}

/**
 * Takes the order one step along the path.
 * @param now seconds, UTC.
 * @throws {WrongTurn} unless `to` is the next status, or COMPLETED, which a full refund
 * reaches from anywhere after payment.
 */
export function step(order: Order, to: PathStatus, now: number): Order {
  const closed = order.status === "CANCELLED" || order.status === "COMPLETED"
  const refunded = to === "COMPLETED" && order.paid_time !== null && !closed
  if (to !== nextStatus(order) && !refunded) {
    throw new WrongTurn(order, to)
  }
  const changed = { ...order, status: to, update_time: now }
  switch (to) {
    case "ON_HOLD":
      return pay(changed, now)
    case "AWAITING_SHIPMENT":
      return order.paid_time === null && !order.units[0].package_id
        ? pay(changed, now)
        : { ...changed, units: withStatus(order, to) }
    case "AWAITING_COLLECTION":
      return arrange({ ...changed, rts_time: now }, now)
    case "IN_TRANSIT":
      return {
        ...changed,
        collection_time: now,
        units: withStatus(order, to),
      }
    case "DELIVERED":
      return {
        ...changed,
        delivery_time: now,
        paid_time: order.paid_time ?? now,
        units: withStatus(order, to),
      }
    default:
      return { ...changed, units: withStatus(order, to) }
  }
}

const withStatus = (order: Order, status: Unit["status"]) =>
  order.units.map((unit) => (live(unit) ? { ...unit, status } : unit))

/** In South-East Asia the package is there as soon as the order is paid. */
function pay(order: Order, now: number): Order {
  return {
    ...order,
    paid_time: order.is_cod ? null : now,
    units: order.units.map((unit) => ({
      ...unit,
      status: live(unit) ? "AWAITING_SHIPMENT" : unit.status,
      package_id: packageId(order, 1),
    })),
  }
}

function arrange(order: Order, now: number): Order {
  const number = order.tracking_number || trackingNumber(order, 1)
  return {
    ...order,
    tracking_number: number,
    units: order.units.map((unit) =>
      live(unit) && unit.status === "AWAITING_SHIPMENT"
        ? {
            ...unit,
            status: "AWAITING_COLLECTION",
            rts_time: now,
            tracking_number: number,
          }
        : unit
    ),
  }
}

/**
 * Arranges shipment of some units in a package of their own.
 * @throws {WrongTurn} when the order is not waiting for shipment.
 */
export function arrangePart(
  order: Order,
  unit_ids: readonly string[],
  now: number
): Order {
  const open = ["AWAITING_SHIPMENT", "PARTIALLY_SHIPPING"]
  if (!open.includes(order.status)) {
    throw new WrongTurn(order, "PARTIALLY_SHIPPING")
  }
  const packages = new Set(order.units.map(({ package_id }) => package_id))
  const place = packages.size + 1
  const units = order.units.map((unit) =>
    unit_ids.includes(unit.id) && unit.status === "AWAITING_SHIPMENT"
      ? {
          ...unit,
          status: "AWAITING_COLLECTION" as const,
          rts_time: now,
          package_id: packageId(order, place),
          tracking_number: trackingNumber(order, place),
        }
      : unit
  )
  const rest = units.some(({ status }) => status === "AWAITING_SHIPMENT")
  return {
    ...order,
    units,
    split: true,
    status: rest ? "PARTIALLY_SHIPPING" : "AWAITING_COLLECTION",
    rts_time: order.rts_time ?? now,
    update_time: now,
  }
}

/**
 * Cancels the order, or some of its units; the order is cancelled when no unit is left.
 * @throws {WrongTurn} when it is closed already.
 */
export function cancel(
  order: Order,
  by: Initiator,
  reason: string,
  now: number,
  unit_ids?: readonly string[]
): Order {
  if (order.status === "CANCELLED" || order.status === "COMPLETED") {
    throw new WrongTurn(order, "CANCELLED")
  }
  const units = order.units.map((unit) =>
    live(unit) && (!unit_ids || unit_ids.includes(unit.id))
      ? {
          ...unit,
          status: "CANCELLED" as const,
          cancel: { user: by, reason },
        }
      : unit
  )
  if (units.some(live)) {
    return { ...order, units }
  }
  return {
    ...order,
    units,
    status: "CANCELLED",
    cancellation: { initiator: by, reason },
    cancel_time: now,
    update_time: now,
  }
}

/** What each unit does to the seller's shelf; null when the order does not exist yet. */
export function unitPhase(order: Order | null, unit: Unit): UnitPhase {
  if (!order || order.fulfillment_type === "FULFILLMENT_BY_TIKTOK") {
    return "none"
  }
  if (order.collection_time !== null) {
    return "gone"
  }
  return unit.status === "CANCELLED" || order.status === "COMPLETED"
    ? "released"
    : "held"
}
