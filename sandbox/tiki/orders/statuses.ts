/** Every status there is, in Tiki's spelling. */
export const RAW_STATUSES = [
  "waiting_payment",
  "payment_review",
  "processing",
  "queueing",
  "paid",
  "holded",
  "picking",
  "packaging",
  "finished_packing",
  "ready_to_ship",
  "handover_to_partner",
  "shipping",
  "delivered",
  "successful_delivery",
  "complete",
  "returned",
  "canceled",
  "closed",
] as const
export type RawStatus = (typeof RAW_STATUSES)[number]

export const FULFILLMENT_TYPES = [
  "dropship",
  "tiki_delivery",
  "seller_delivery",
  "cross_border",
] as const
export type FulfillmentType = (typeof FULFILLMENT_TYPES)[number]

/** Not the seller's yet; such an order may still vanish. */
export const NOT_WITH_SELLER: readonly RawStatus[] = [
  "waiting_payment",
  "payment_review",
  "processing",
]

export const FINAL: readonly RawStatus[] = ["canceled", "closed", "returned"]

const BEFORE = ["waiting_payment", "processing", "queueing", "picking"] as const

/** The way an order goes when nothing happens to it. */
export const PATHS: Record<FulfillmentType, readonly RawStatus[]> = {
  dropship: [
    ...BEFORE,
    "handover_to_partner",
    "shipping",
    "successful_delivery",
    "complete",
  ],
  tiki_delivery: [
    ...BEFORE,
    "packaging",
    "finished_packing",
    "ready_to_ship",
    "handover_to_partner",
    "shipping",
    "delivered",
    "complete",
  ],
  seller_delivery: [...BEFORE, "shipping", "successful_delivery", "complete"],
  cross_border: [...BEFORE, "shipping", "successful_delivery", "complete"],
}

/** How far along a status is, whatever the model; the two words for delivered are equal. */
const SAME: Partial<Record<RawStatus, RawStatus>> = {
  successful_delivery: "delivered",
}

/** -1 for a status beside the path. */
export const rankOf = (status: RawStatus): number =>
  PATHS.tiki_delivery.indexOf(SAME[status] ?? status)

/** `main_state`, the coarser word beside each status. */
export const MAIN_STATE: Record<RawStatus, string> = {
  waiting_payment: "awaiting_payment",
  payment_review: "awaiting_payment",
  processing: "processing",
  queueing: "awaiting_confirmation",
  paid: "awaiting_confirmation",
  holded: "processing",
  picking: "picking",
  packaging: "packing",
  finished_packing: "packing",
  ready_to_ship: "packing",
  handover_to_partner: "shipping",
  shipping: "shipping",
  delivered: "delivered",
  successful_delivery: "delivered",
  complete: "complete",
  returned: "returned",
  canceled: "canceled",
  closed: "closed",
}
