/** What staff may do with channel orders, one or many at once. */
export const ORDER_ACTIONS = [
  "confirm_order",
  "refuse_order",
  "arrange_shipment",
  "print_waybills",
  "print_pick_list",
  "mark_packed",
  "undo_packed",
  "mark_awaiting_collection",
  "mark_returned",
  "approve_cancellation",
  "reject_cancellation",
  "approve_return",
  "reject_return",
] as const
export type OrderAction = (typeof ORDER_ACTIONS)[number]

export function isOrderAction(name: string): name is OrderAction {
  return (ORDER_ACTIONS as readonly string[]).includes(name)
}
