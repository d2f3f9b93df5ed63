import { liveUnits } from "./determine-status"
import { NeutralOrder } from "./neutral-order"
import { OrderFlag } from "./order-status"
import { StatusContext, StatusDecision } from "./status-decision"

/** What is said of an order beside its status when it is planned. */
export function plannedFlags(
  order: NeutralOrder,
  status: StatusDecision,
  context: StatusContext
): OrderFlag[] {
  return isPartlyBack(order, status, context)
    ? withFlag(order.flags, "partially_returned")
    : order.flags
}

/** The flags as they are now: nothing may touch an order while its deadline passes. */
export function shownFlags(
  flags: readonly string[],
  deadline_at: Date | null,
  now: Date
): OrderFlag[] {
  const planned = flags as readonly OrderFlag[]
  return deadline_at !== null && deadline_at < now
    ? withFlag(planned, "overdue")
    : [...planned]
}

/** Some units come back or have come back, and the buyer keeps the others. */
function isPartlyBack(
  order: NeutralOrder,
  status: StatusDecision,
  { returns, received_units }: StatusContext
): boolean {
  if (
    status.kind !== "status" ||
    (status.status !== "succeeded" && status.status !== "in_transit")
  ) {
    return false
  }
  const coming = returns
    .filter(({ state }) => state === "open" || state === "received")
    .reduce((sum, { units }) => sum + units, 0)
  const units = Math.max(coming, received_units)
  return units > 0 && units < liveUnits(order)
}

function withFlag(flags: readonly OrderFlag[], flag: OrderFlag): OrderFlag[] {
  return [...new Set([...flags, flag])]
}
