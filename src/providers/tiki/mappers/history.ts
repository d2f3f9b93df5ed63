import { provesDeparture } from "../statuses"
import { WireDelivery, WireHistory, WireOrder } from "../types"
import { Fields } from "./fields"
import { clearTime } from "./figures"

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

export function deliveredAt(
  order: Fields<WireOrder>,
  history: Step[]
): Date | null {
  const delivery = order.object<WireDelivery>("delivery")
  const delivered = ["delivered", "successful_delivery", "complete"]
  return (
    clearTime(delivery, "delivery_confirmed_at") ??
    clearTime(delivery, "delivery_confirmed_by_customer_at") ??
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
    return raw_status ? [{ raw_status, at: clearTime(one, "created_at") }] : []
  })
}
