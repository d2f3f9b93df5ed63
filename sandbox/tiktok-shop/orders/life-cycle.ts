import { UnitPhase } from "../products/unit-moves"
import { Initiator, Order, OrderStatus, Unit } from "./order"
import {
  isLive,
  isParcelMove,
  moveUnits,
  packageId,
  settle,
} from "./parcel-moves"

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

/** Cancelled or completed: nothing moves any more. */
export const isClosed = ({ status }: Order) =>
  status === "CANCELLED" || status === "COMPLETED"

/** The status after this one; null at the end of the path. */
export function nextStatus(order: Order): PathStatus | null {
  if (order.status === "PARTIALLY_SHIPPING") {
    return "AWAITING_COLLECTION"
  }
  const place = STRAIGHT_PATH.indexOf(order.status as PathStatus)
  return place < 0 ? null : (STRAIGHT_PATH[place + 1] ?? null)
}

/** The statuses on the way to the target, this one's left out. */
export function stepsTo(order: Order, target: PathStatus): PathStatus[] {
  const next = nextStatus(order)
  const first = next ? STRAIGHT_PATH.indexOf(next) : STRAIGHT_PATH.length
  return STRAIGHT_PATH.slice(first, STRAIGHT_PATH.indexOf(target) + 1)
}

/**
 * Takes the order one step along the path, with all its parcels.
 * @param now seconds, UTC.
 * @throws {WrongTurn} unless `to` is the next status, or COMPLETED, which a full refund
 * reaches from anywhere after payment.
 */
export function step(order: Order, to: PathStatus, now: number): Order {
  const refunded =
    to === "COMPLETED" && order.paid_time !== null && !isClosed(order)
  if (to !== nextStatus(order) && !refunded) {
    throw new WrongTurn(order, to)
  }
  if (isParcelMove(to)) {
    return moveUnits(order, null, to, now)
  }
  const changed = { ...order, status: to, update_time: now }
  switch (to) {
    case "ON_HOLD":
      return pay(changed, now)
    case "AWAITING_SHIPMENT":
      return order.paid_time === null && !order.units[0].package_id
        ? pay(changed, now)
        : { ...changed, units: withStatus(order, to) }
    default:
      return { ...changed, units: withStatus(order, to) }
  }
}

const withStatus = (order: Order, status: Unit["status"]) =>
  order.units.map((unit) => (isLive(unit) ? { ...unit, status } : unit))

/** In South-East Asia the package is there as soon as the order is paid. */
function pay(order: Order, now: number): Order {
  return {
    ...order,
    paid_time: order.is_cod ? null : now,
    units: order.units.map((unit) => ({
      ...unit,
      status: isLive(unit) ? "AWAITING_SHIPMENT" : unit.status,
      package_id: packageId(order.id, 1),
    })),
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
  if (isClosed(order)) {
    throw new WrongTurn(order, "CANCELLED")
  }
  const units = order.units.map((unit) =>
    isLive(unit) && (!unit_ids || unit_ids.includes(unit.id))
      ? {
          ...unit,
          status: "CANCELLED" as const,
          cancel: { user: by, reason },
        }
      : unit
  )
  if (units.some(isLive)) {
    return settle({ ...order, units }, now)
  }
  return {
    ...order,
    units,
    status: "CANCELLED",
    cancellation: { initiator: by, reason },
    cancel_requested: false,
    cancel_time: now,
    update_time: now,
  }
}

/** What each unit does to the seller's shelf; null when the order does not exist yet. */
export function unitPhase(order: Order | null, unit: Unit): UnitPhase {
  if (!order || order.fulfillment_type === "FULFILLMENT_BY_TIKTOK") {
    return "none"
  }
  if (unit.collection_time !== null) {
    return "gone"
  }
  return unit.status === "CANCELLED" || order.status === "COMPLETED"
    ? "released"
    : "held"
}
