import { NeutralOrder } from "./neutral-order"
import { OrderStatus } from "./order-status"

/** What has to happen to an order next, and by when (UTC). */
export type Deadline = {
  kind: "pay_by" | "ship_by" | "collect_by"
  at: Date
}

const BEFORE_HANDOVER: readonly OrderStatus[] = [
  "awaiting_confirmation",
  "confirmed",
  "packing",
  "packed",
]

/**
 * The next deadline of an order: an unpaid one has to be paid, one in the shop has to be
 * confirmed, arranged or handed over, one that waits for the carrier has to be collected.
 * Null when the marketplace names none, or nothing is owed any more.
 */
export function nextDeadline(
  { deadlines, paid_at, payment, seller_confirmation }: NeutralOrder,
  status: OrderStatus
): Deadline | null {
  const { ship_by, collect_by, cancel_at } = deadlines
  if (status === "new" && seller_confirmation !== "waiting") {
    const unpaid = paid_at === null && payment === "prepaid"
    return unpaid ? deadline("pay_by", cancel_at) : deadline("ship_by", ship_by)
  }
  if (status === "awaiting_collection") {
    return deadline("collect_by", collect_by ?? ship_by)
  }
  if (status !== "new" && !BEFORE_HANDOVER.includes(status)) {
    return null
  }
  return deadline("ship_by", ship_by) ?? deadline("collect_by", collect_by)
}

function deadline(kind: Deadline["kind"], at: Date | null): Deadline | null {
  return at && { kind, at }
}
