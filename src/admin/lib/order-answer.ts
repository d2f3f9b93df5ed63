import type { OrderAction } from "../../domain/orders/order-action"
import type { OrderActionInput } from "../hooks/api/orders"
import type { Confirmation } from "./types"

/** Why an order cannot be answered, for the person who wants to. */
export const HINDRANCES = [
  "confirmed",
  "refused",
  "not_offered",
  "may_not_refuse",
  "no_lines",
] as const
export type Hindrance = (typeof HINDRANCES)[number]

/** Null when the action may go on, as far as this read tells. */
export function hindranceOf(
  action: OrderAction,
  confirmation: Confirmation | null
): Hindrance | null {
  if (!confirmation) {
    return null
  }
  if (confirmation.state !== "waiting") {
    return confirmation.state
  }
  if (action === "refuse_order") {
    return confirmation.may_refuse ? null : "may_not_refuse"
  }
  return confirmation.lines.length > 0 ? null : "no_lines"
}

/** What to ask the server for: lines are named only when some are left out. */
export function answerOf(choice: {
  action: OrderAction
  orders: { id: string }[]
  lines: { id: string }[]
  left_out: string[]
  slot: string
  warehouse: string
}): OrderActionInput {
  const { action, orders, lines, left_out, slot, warehouse } = choice
  const confirms = action === "confirm_order"
  return {
    action,
    ids: orders.map(({ id }) => id),
    params: {
      ...(confirms &&
        left_out.length > 0 && {
          line_ids: lines
            .map(({ id }) => id)
            .filter((id) => !left_out.includes(id)),
        }),
      ...(confirms && slot && { pickup_slot: slot }),
      ...(warehouse && { warehouse_external_id: warehouse }),
    },
  }
}
