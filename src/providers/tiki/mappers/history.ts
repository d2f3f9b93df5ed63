import { provesDeparture } from "../statuses"
import {
  WireDelivery,
  WireHistory,
  WireItem,
  WireOrder,
  WireShipping,
} from "../types"
import { Fields } from "./fields"
import { clearTime, ifReadable } from "./figures"

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

/**
 * When the goods of a cancelled order left, as far as anything but the history proves it.
 * Tiki fills codes only at the handover, so that a tracking code is a proof unless the
 * shipment's own status says that nobody has come yet.
 * @param latest stands for a proof without a time.
 */
export function departedBeforeCancel(
  order: Fields<WireOrder>,
  latest: Date
): Date | null {
  const shipping = order.object<WireShipping>("shipping")
  const detail = ifReadable(
    () => shipping?.object<WireShippingDetail>("shipping_detail") ?? null
  )
  const statuses = [
    wordIn(detail, "status"),
    wordIn(shipping, "status"),
    ...stateWords(order),
  ]
  const times = order
    .list<WireItem>("items")
    .map((item) => clearTime(item, "fulfilled_at"))
    .filter((time) => time !== null)
  if (leftBy(wordIn(detail, "status"))) {
    times.push(clearTime(detail, "timestamp") ?? latest)
  }
  const left =
    times.length > 0 ||
    isComingBack(order) ||
    statuses.some(leftBy) ||
    wordIn(shipping, "delivery_shipping_code") !== "" ||
    (wordIn(shipping, "tracking_code") !== "" && !statuses.some(isWaiting))
  return left ? new Date(Math.min(...times.map(Number), Number(latest))) : null
}

/** The part of `shipping_detail` that tells where the goods are. */
type WireShippingDetail = {
  status?: string | null
  timestamp?: string | number | null
}

/** Words of carriers; their list is not public. */
const LEFT =
  /^(picked|pickup_success|handover|handed|ship(ped|ping)|transit|in_transit|on_delivery|deliver(ed|ing)|delivery_fail|successful|return)/
const WAITING =
  /^(new|created?|pending|waiting|queue|assign|ready|picking|pickup|to_pick)/

function leftBy(word: string): boolean {
  return provesDeparture(word) || LEFT.test(word)
}

function isWaiting(word: string): boolean {
  return WAITING.test(word) && !leftBy(word)
}

/** The order's states beside its statuses; their form is not documented. */
function stateWords(order: Fields<WireOrder>): string[] {
  const states = ifReadable(() =>
    order.list<{ state?: string; status?: string }>("state_histories")
  )
  return (states ?? []).flatMap((one) => [
    wordIn(one, "state"),
    wordIn(one, "status"),
  ])
}

/** A word in its simplest form; empty when there is none. */
function wordIn<Wire extends object>(
  fields: Fields<Wire> | null,
  name: keyof Wire & string
): string {
  const word = fields && ifReadable(() => fields.text(name))
  return (word ?? "").toLowerCase().replaceAll(/[\s-]+/g, "_")
}

/** True when goods are on their way back to the seller, so that they must have left. */
function isComingBack(order: Fields<WireOrder>): boolean {
  const shipping = order.object<WireShipping>("shipping")
  return (
    wordIn(shipping, "return_shipping_code") !== "" ||
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
