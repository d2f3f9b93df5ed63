import { NeutralOrder } from "./neutral-order"
import { OrderStatus } from "./order-status"
import { StatusContext, StatusDecision, StatusMark } from "./status-decision"
import { compareProgress } from "./status-progress"

/** Our own steps between the marketplace's *confirmed* and *in transit*. */
const SHOP_STEPS: readonly OrderStatus[] = [
  "confirmed",
  "packing",
  "packed",
  "awaiting_collection",
]

/**
 * The status of an order: a function of the newest raw order, its returns and the
 * shop's own marks, never of the status it had before.
 */
export function determineStatus(
  order: NeutralOrder,
  context: StatusContext
): StatusDecision {
  const decision = fromMarketplace(order, context)
  if (decision.kind !== "status") {
    return decision
  }
  return withReceipt(
    withReturns(withShopSteps(decision, context), order, context),
    context
  )
}

/** When the goods left the shop, as far as anybody proved it. */
export function goodsLeftAt(
  order: NeutralOrder,
  handed_over_at: Date | null = null
): Date | null {
  const proofs = [order.collected_at, order.delivered_at, handed_over_at]
  const earliest = proofs
    .filter((proof): proof is Date => proof !== null)
    .sort((a, b) => a.getTime() - b.getTime())
  return earliest[0] ?? (saysShipped(order) ? order.external_updated_at : null)
}

/** True when the marketplace proves that the goods are no longer in the shop. */
export function goodsLeftShop(order: NeutralOrder): boolean {
  return goodsLeftAt(order) !== null
}

/** Statuses that only shipped goods reach, for marketplaces that give no times. */
function saysShipped(order: NeutralOrder): boolean {
  return (
    order.meaning.kind === "status" &&
    compareProgress(order.meaning.status, "in_transit") >= 0 &&
    compareProgress(order.meaning.status, "returned") <= 0
  )
}

type Decided = Extract<StatusDecision, { kind: "status" }>

function decided(status: OrderStatus, rule: string): Decided {
  return { kind: "status", status, rule }
}

function fromMarketplace(
  order: NeutralOrder,
  context: StatusContext
): StatusDecision {
  switch (order.meaning.kind) {
    case "unknown":
      return { kind: "unknown", raw_status: order.raw_status }
    case "not_yet_with_seller":
      return { kind: "ignored", rule: "not_yet_with_seller" }
    case "status":
      return decided(order.meaning.status, `raw:${order.raw_status}`)
    case "completed":
      return completed(order, context)
    case "cancelled":
      return cancelled(order, context)
  }
}

/** A full refund before shipping also ends as completed: nothing was sold. */
function completed(order: NeutralOrder, context: StatusContext): Decided {
  if (goodsLeftShop(order)) {
    return decided("succeeded", `raw:${order.raw_status}`)
  }
  return context.handed_over_at
    ? decided("returning", "completed_after_handover")
    : decided("cancelled_by_system", "completed_unshipped")
}

/** Goods that had left have to come back before the order is done. */
function cancelled(order: NeutralOrder, context: StatusContext): Decided {
  if (goodsLeftShop(order)) {
    return decided("returning", "cancelled_after_collection")
  }
  if (context.handed_over_at) {
    return decided("returning", "cancelled_after_handover")
  }
  const initiator = order.cancellation?.initiator ?? "system"
  return decided(`cancelled_by_${initiator}`, `raw:${order.raw_status}`)
}

/** The shop's marks lead on from *confirmed*; they never outrank the marketplace. */
function withShopSteps(decision: Decided, context: StatusContext): Decided {
  if (!SHOP_STEPS.includes(decision.status)) {
    return decision
  }
  const steps: Decided[] = (context.marks ?? [])
    .filter((mark) => mark.status !== "returned")
    .map((mark) => decided(mark.status, `mark:${mark.status}`))
  if (context.handed_over_at) {
    steps.push(decided("awaiting_collection", "handed_over"))
  }
  return steps.reduce(
    (furthest, step) =>
      compareProgress(step.status, furthest.status) > 0 ? step : furthest,
    decision
  )
}

/** Only when every live unit is coming back does the order itself count as returning. */
function withReturns(
  decision: Decided,
  order: NeutralOrder,
  context: StatusContext
): Decided {
  if (decision.status !== "succeeded" && decision.status !== "in_transit") {
    return decision
  }
  const coming = (context.returns ?? []).filter(
    ({ state }) => state === "open" || state === "received"
  )
  const units = coming.reduce((sum, { units }) => sum + units, 0)
  const live = order.lines.reduce(
    (sum, line) => sum + line.quantity - line.cancelled_quantity,
    0
  )
  if (live === 0 || units < live) {
    return decision
  }
  return coming.every(({ state }) => state === "received")
    ? decided("returned", "all_units_received_back")
    : decided("returning", "all_units_coming_back")
}

/** The parcel was scanned back in. */
function withReceipt(decision: Decided, context: StatusContext): Decided {
  const received = (mark: StatusMark) => mark.status === "returned"
  return decision.status === "returning" && context.marks?.some(received)
    ? decided("returned", "mark:returned")
    : decision
}

export { compareProgress, isMovedBack } from "./status-progress"
export type {
  ReturnFact,
  StatusContext,
  StatusDecision,
  StatusMark,
} from "./status-decision"
