import {
  NeutralParcel,
  ParcelState,
  StatusMeaning,
} from "../../domain/orders/neutral-order"
import { OrderStatus } from "../../domain/orders/order-status"

/** The statuses of API versions 202309 and later. */
export const RAW_STATUSES = [
  "UNPAID",
  "ON_HOLD",
  "AWAITING_SHIPMENT",
  "PARTIALLY_SHIPPING",
  "AWAITING_COLLECTION",
  "IN_TRANSIT",
  "DELIVERED",
  "COMPLETED",
  "CANCELLED",
] as const
export type RawStatus = (typeof RAW_STATUSES)[number]

const status = (value: OrderStatus): StatusMeaning => ({
  kind: "status",
  status: value,
})
const cancelled: StatusMeaning = { kind: "cancelled" }
const completed: StatusMeaning = { kind: "completed" }

const MEANINGS: Record<RawStatus, StatusMeaning> = {
  UNPAID: status("new"),
  ON_HOLD: status("new"),
  AWAITING_SHIPMENT: status("awaiting_confirmation"),
  // Unless its parcels tell more.
  PARTIALLY_SHIPPING: status("awaiting_confirmation"),
  AWAITING_COLLECTION: status("confirmed"),
  IN_TRANSIT: status("in_transit"),
  DELIVERED: status("succeeded"),
  COMPLETED: completed,
  CANCELLED: cancelled,
}

/** Other spellings of the same: webhooks, and the numbers used before 202309. */
const ALIASES = new Map<string, RawStatus>([
  ["CANCEL", "CANCELLED"],
  ["100", "UNPAID"],
  ["105", "ON_HOLD"],
  ["111", "AWAITING_SHIPMENT"],
  ["112", "AWAITING_COLLECTION"],
  ["114", "PARTIALLY_SHIPPING"],
  ["121", "IN_TRANSIT"],
  ["122", "DELIVERED"],
  ["130", "COMPLETED"],
  ["140", "CANCELLED"],
])

/** How far a parcel has come, least first; one that is cancelled does not count. */
const MEANING_OF_PARCEL: [ParcelState, StatusMeaning][] = [
  ["to_arrange", status("awaiting_confirmation")],
  ["arranged", status("confirmed")],
  ["collected", status("in_transit")],
  ["delivered", status("succeeded")],
]

/**
 * What a raw status means; a word that is not in the table means `unknown`. An order that
 * is partly on its way stands where its least advanced live parcel stands.
 * @param parcels the order's, when every live unit has one.
 */
export function meaningOf(
  raw_status: string,
  parcels: Pick<NeutralParcel, "state">[] = []
): StatusMeaning {
  const known = isRawStatus(raw_status) ? raw_status : ALIASES.get(raw_status)
  if (!known) {
    return { kind: "unknown" }
  }
  const least =
    known === "PARTIALLY_SHIPPING" &&
    MEANING_OF_PARCEL.find(([state]) =>
      parcels.some((parcel) => parcel.state === state)
    )
  return least ? least[1] : MEANINGS[known]
}

/**
 * The raw statuses that orders of these neutral statuses have. TikTok's search takes one
 * raw status a call and knows neither who cancelled nor our own marks, so the result may
 * hold more orders than asked for, never fewer. None given means no filter: undefined.
 */
export function rawStatusesOf(
  statuses: OrderStatus[] | undefined
): RawStatus[] | undefined {
  if (!statuses?.length) {
    return undefined
  }
  const wanted = new Set(statuses.flatMap((one) => RAW_OF[one]))
  return RAW_STATUSES.filter((raw) => wanted.has(raw))
}

const RAW_OF: Record<OrderStatus, RawStatus[]> = {
  new: ["UNPAID", "ON_HOLD"],
  awaiting_confirmation: ["AWAITING_SHIPMENT", "PARTIALLY_SHIPPING"],
  confirmed: ["PARTIALLY_SHIPPING", "AWAITING_COLLECTION"],
  packing: ["AWAITING_SHIPMENT", "PARTIALLY_SHIPPING", "AWAITING_COLLECTION"],
  packed: ["AWAITING_SHIPMENT", "PARTIALLY_SHIPPING", "AWAITING_COLLECTION"],
  awaiting_collection: ["PARTIALLY_SHIPPING", "AWAITING_COLLECTION"],
  in_transit: ["PARTIALLY_SHIPPING", "IN_TRANSIT"],
  succeeded: ["PARTIALLY_SHIPPING", "DELIVERED", "COMPLETED"],
  returning: ["CANCELLED", "DELIVERED", "COMPLETED"],
  returned: ["CANCELLED", "DELIVERED", "COMPLETED"],
  cancelled_by_seller: ["CANCELLED"],
  cancelled_by_buyer: ["CANCELLED"],
  // A full refund before shipping completes the order.
  cancelled_by_system: ["CANCELLED", "COMPLETED"],
}

/** Neutral statuses that TikTok itself tells apart, for the download dialog. */
export const DOWNLOADABLE_STATUSES: OrderStatus[] = [
  "new",
  "awaiting_confirmation",
  "confirmed",
  "in_transit",
  "succeeded",
  "cancelled_by_seller",
  "cancelled_by_buyer",
  "cancelled_by_system",
]

function isRawStatus(value: string): value is RawStatus {
  return (RAW_STATUSES as readonly string[]).includes(value)
}
