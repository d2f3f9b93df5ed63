import { provesDeparture } from "../statuses"
import { WireItem, WireOrder, WireShipping } from "../types"
import { Fields } from "./fields"
import { clearTime, ifReadable } from "./figures"

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
