/** What staff may do with channel orders at their marketplace, one or many at once. */
export const ORDER_ACTIONS = ["confirm_order", "refuse_order"] as const
export type OrderAction = (typeof ORDER_ACTIONS)[number]

export function isOrderAction(name: string): name is OrderAction {
  return (ORDER_ACTIONS as readonly string[]).includes(name)
}
