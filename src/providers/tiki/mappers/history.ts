import { provesDeparture } from "../statuses"
import {
  WireDelivery,
  WireHistory,
  WireItem,
  WireOrder,
  WireShipping,
} from "../types"
import { Fields } from "./fields"

/** A status that an order went through; Tiki sometimes leaves the time out. */
export type Step = { raw_status: string; at: Date | null }

/** What the order went through, oldest first as far as times are known. */
export function mapHistory(order: Fields<WireOrder>): Step[] {
  const steps = stepsIn(order, "status_histories")
  return steps.every(({ at }) => at !== null)
    ? steps.sort((one, other) => Number(one.at) - Number(other.at))
    : steps
}

/**
 * When the goods left the shop, as far as the order's history proves it.
 * @param latest stands for a step without a time.
 */
export function departedAt(
  order: Fields<WireOrder>,
  history: Step[],
  latest: Date
): Date | null {
  const departure = [...history, ...shipmentHistory(order)].find(
    ({ raw_status }) => provesDeparture(raw_status)
  )
  return departure ? (departure.at ?? latest) : null
}

/** True when goods are on their way back to the seller, so that they must have left. */
export function isComingBack(order: Fields<WireOrder>): boolean {
  const shipping = order.object<WireShipping>("shipping")
  return (
    shipping?.text("return_shipping_code") != null ||
    order
      .list<WireItem>("items")
      .some((item) => item.list("inventory_withdrawals").length > 0)
  )
}

export function deliveredAt(
  order: Fields<WireOrder>,
  history: Step[]
): Date | null {
  const delivery = order.object<WireDelivery>("delivery")
  const delivered = ["delivered", "successful_delivery", "complete"]
  return (
    delivery?.time("delivery_confirmed_at") ??
    delivery?.time("delivery_confirmed_by_customer_at") ??
    timeOf(history, delivered)
  )
}

/** When the order first had one of these statuses. */
export function timeOf(history: Step[], raw_statuses: string[]): Date | null {
  return (
    history.find(({ raw_status }) => raw_statuses.includes(raw_status))?.at ??
    null
  )
}

/** The way of a cross-border shipment; its form is not documented, so that only what is understood counts. */
function shipmentHistory(order: Fields<WireOrder>): Step[] {
  try {
    return stepsIn(order, "shipment_status_histories")
  } catch {
    return []
  }
}

function stepsIn(
  order: Fields<WireOrder>,
  name: "status_histories" | "shipment_status_histories"
): Step[] {
  return order.list<WireHistory>(name).flatMap((one) => {
    const raw_status = one.text("status")
    return raw_status ? [{ raw_status, at: one.time("created_at") }] : []
  })
}
