import type { OrderAction } from "../../domain/orders/order-action"
import type { ChannelOrder } from "./types"

/** Actions in sight when orders are selected, in the order of a morning's work. */
export const FIRST_ACTIONS = [
  "arrange_shipment",
  "print_waybills",
  "print_pick_list",
  "confirm_order",
] as const satisfies readonly OrderAction[]

/** Actions behind "more"; refusing a buyer's request needs a look at the request itself. */
export const MORE_ACTIONS = [
  "mark_packed",
  "undo_packed",
  "mark_awaiting_collection",
  "mark_returned",
  "refuse_order",
  "approve_cancellation",
] as const satisfies readonly OrderAction[]

/** Actions that answer a buyer. */
export const REQUEST_ACTIONS: readonly OrderAction[] = [
  "approve_cancellation",
  "reject_cancellation",
  "approve_return",
  "reject_return",
]

/** Actions that undo something, or that the marketplace punishes. */
export const HARSH_ACTIONS: readonly OrderAction[] = [
  "refuse_order",
  "reject_cancellation",
  "reject_return",
]

type Actionable = Pick<ChannelOrder, "actions">

/**
 * Orders that an action applies to. Bringing orders on their way takes those to be confirmed
 * along: at a marketplace without arranging, confirming is what calls the carrier.
 */
export function applicable<TOrder extends Actionable>(
  action: OrderAction,
  orders: TOrder[]
): TOrder[] {
  const wanted: OrderAction[] =
    action === "arrange_shipment" ? [action, "confirm_order"] : [action]
  return orders.filter(({ actions }) =>
    wanted.some((one) => actions?.includes(one))
  )
}

/** Which orders are arranged and which are confirmed when both kinds are brought on their way. */
export function shipPlan<TOrder extends Actionable>(
  orders: TOrder[]
): { arrange: TOrder[]; confirm: TOrder[] } {
  const confirm = orders.filter(({ actions }) =>
    actions?.includes("confirm_order")
  )
  return { arrange: orders.filter((one) => !confirm.includes(one)), confirm }
}
