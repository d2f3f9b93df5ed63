import { StatusMeaning } from "../../domain/orders/neutral-order"
import { OrderStatus } from "../../domain/orders/order-status"

const status = (value: OrderStatus): StatusMeaning => ({
  kind: "status",
  status: value,
})
const not_yet_with_seller: StatusMeaning = { kind: "not_yet_with_seller" }
const cancelled: StatusMeaning = { kind: "cancelled" }

/**
 * The way of a cross-border shipment; the goods have left the seller. These words belong to
 * shipments: orders may carry them, but Tiki's list of orders knows no filter by them.
 */
const SHIPMENT_MEANINGS = {
  transferring_to_foreign_warehouses: status("in_transit"),
  has_come_to_foreign_warehouses: status("in_transit"),
  rotating_to_vietnam: status("in_transit"),
  customs_clearance: status("in_transit"),
  customs_clearance_complete: status("in_transit"),
  item_arrived_in_vietnam: status("in_transit"),
  ready_for_delivery: status("in_transit"),
  on_delivery: status("in_transit"),
} as const satisfies Record<string, StatusMeaning>

/** Every known order status ("Order status v2"), and what it means by itself. */
const MEANINGS = {
  waiting_payment: not_yet_with_seller,
  payment_review: not_yet_with_seller,
  processing: not_yet_with_seller,
  queueing: status("new"),
  paid: status("new"),
  picking: status("confirmed"),
  packaging: status("packing"),
  finished_packing: status("packed"),
  ready_to_ship: status("packed"),
  handover_to_partner: status("in_transit"),
  shipping: status("in_transit"),
  delivered: status("succeeded"),
  successful_delivery: status("succeeded"),
  complete: status("succeeded"),
  returned: status("returning"),
  canceled: cancelled,
  closed: cancelled,
  ...SHIPMENT_MEANINGS,
} as const satisfies Record<string, StatusMeaning>
type PlainStatus = keyof typeof MEANINGS

/** Held by Tiki because of a problem: the order stands where it stood before. */
const HELD = "holded"

/** Every raw status there is. */
export const RAW_STATUSES = [
  ...(Object.keys(MEANINGS) as PlainStatus[]),
  HELD,
] as const
export type RawStatus = (typeof RAW_STATUSES)[number]

export function isHeld(raw_status: string): boolean {
  return raw_status === HELD
}

/**
 * What a raw status means; a word that is not in the table means `unknown`.
 * @param earlier raw statuses the order went through, oldest first.
 */
export function meaningOf(
  raw_status: string,
  earlier: string[] = []
): StatusMeaning {
  if (isHeld(raw_status)) {
    const before = earlier.filter((one) => !isHeld(one)).pop()
    return before === undefined ? status("new") : meaningOf(before)
  }
  return isPlain(raw_status) ? MEANINGS[raw_status] : { kind: "unknown" }
}

/** True for a status that an order only reaches when its goods have left the seller. */
export function provesDeparture(raw_status: string): boolean {
  const meaning = meaningOf(raw_status)
  return (
    !isHeld(raw_status) &&
    meaning.kind === "status" &&
    ["in_transit", "succeeded", "returning"].includes(meaning.status)
  )
}

/** True for a status in which an order waits for the seller's confirmation. */
export function awaitsSeller(raw_status: string): boolean {
  return raw_status === "queueing" || raw_status === "paid"
}

/**
 * The raw statuses that orders of these neutral statuses have. Tiki knows neither who
 * cancelled nor our own marks, and a held order may stand anywhere, so the result may
 * hold more orders than asked for, never fewer, but for those that carry a shipment's word:
 * it is no filter. None given means no filter: undefined.
 */
export function rawStatusesOf(
  statuses: OrderStatus[] | undefined
): RawStatus[] | undefined {
  if (!statuses?.length) {
    return undefined
  }
  const wanted = new Set(statuses.flatMap(rawStatusesOfOne))
  return RAW_STATUSES.filter(
    (raw) => wanted.has(raw) && !Object.hasOwn(SHIPMENT_MEANINGS, raw)
  )
}

/** What our own marks and returns make of an order that Tiki still shows elsewhere. */
const LED_ON_FROM: Partial<Record<OrderStatus, OrderStatus[]>> = {
  packing: ["confirmed"],
  packed: ["confirmed", "packing"],
  awaiting_collection: ["confirmed", "packing", "packed"],
  returning: ["in_transit", "succeeded"],
  returned: ["in_transit", "succeeded", "returning"],
}

function rawStatusesOfOne(wanted: OrderStatus): RawStatus[] {
  const sources = [wanted, ...(LED_ON_FROM[wanted] ?? [])]
  const may_be_cancelled =
    wanted.startsWith("cancelled_") ||
    LED_ON_FROM[wanted]?.includes("succeeded")
  return RAW_STATUSES.filter((raw) => {
    if (raw === HELD) {
      return !wanted.startsWith("cancelled_")
    }
    const meaning: StatusMeaning = MEANINGS[raw]
    return meaning.kind === "status"
      ? sources.includes(meaning.status)
      : meaning.kind === "cancelled" && may_be_cancelled
  })
}

/** Neutral statuses that Tiki itself tells apart, for the download dialog. */
export const DOWNLOADABLE_STATUSES: OrderStatus[] = [
  "new",
  "confirmed",
  "packing",
  "packed",
  "in_transit",
  "succeeded",
  "returning",
  "cancelled_by_seller",
  "cancelled_by_buyer",
  "cancelled_by_system",
]

function isPlain(value: string): value is PlainStatus {
  return Object.hasOwn(MEANINGS, value)
}
