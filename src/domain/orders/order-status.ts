/** Where an order stands, in the words of the trade; the same for every marketplace. */
export const ORDER_STATUSES = [
  "new",
  "awaiting_confirmation",
  "confirmed",
  "packing",
  "packed",
  "awaiting_collection",
  "in_transit",
  "succeeded",
  "returning",
  "returned",
  "cancelled_by_seller",
  "cancelled_by_buyer",
  "cancelled_by_system",
] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export const CANCELLED_STATUSES = [
  "cancelled_by_seller",
  "cancelled_by_buyer",
  "cancelled_by_system",
] as const satisfies readonly OrderStatus[]

/** The shop has nothing more to do for the buyer. */
export const ENDED_STATUSES: readonly OrderStatus[] = [
  "succeeded",
  "returned",
  ...CANCELLED_STATUSES,
]

export function isCancelled(status: OrderStatus): boolean {
  return (CANCELLED_STATUSES as readonly OrderStatus[]).includes(status)
}

/** Said of an order beside its status. */
export const ORDER_FLAGS = [
  "on_hold",
  "buyer_cancel_requested",
  "address_changed",
  "combined",
  "overdue",
  "partially_returned",
] as const
export type OrderFlag = (typeof ORDER_FLAGS)[number]
