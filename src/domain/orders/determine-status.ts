import { handedOverAt, ShopStep, shopStep } from "../parcels/shop-step"
import { NeutralOrder } from "./neutral-order"
import { OrderStatus } from "./order-status"
import { orderedUnits } from "./price-order"
import { StatusContext, StatusDecision } from "./status-decision"
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
    withReturns(withShopStep(decision, order, context), order, context),
    order,
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
  return handedOverAt(context.marks)
    ? decided("returning", "completed_after_handover")
    : decided("cancelled_by_system", "completed_unshipped")
}

/** Goods that had left have to come back before the order is done. */
function cancelled(order: NeutralOrder, context: StatusContext): Decided {
  if (goodsLeftShop(order)) {
    return decided("returning", "cancelled_after_collection")
  }
  if (handedOverAt(context.marks)) {
    return decided("returning", "cancelled_after_handover")
  }
  const initiator = order.cancellation?.initiator ?? "system"
  return decided(`cancelled_by_${initiator}`, `raw:${order.raw_status}`)
}

const STEP_RULES: Record<ShopStep, string> = {
  packing: "mark:waybill_printed",
  packed: "mark:packed",
  awaiting_collection: "mark:handed_over",
}

/** The shop's marks lead on from *confirmed*; they never outrank the marketplace. */
function withShopStep(
  decision: Decided,
  order: NeutralOrder,
  { marks }: StatusContext
): Decided {
  const step = shopStep(order.parcels, marks)
  return step &&
    SHOP_STEPS.includes(decision.status) &&
    compareProgress(step, decision.status) > 0
    ? decided(step, STEP_RULES[step])
    : decision
}

/** Only when every live unit is coming back does the order itself count as returning. */
function withReturns(
  decision: Decided,
  order: NeutralOrder,
  { returns }: StatusContext
): Decided {
  if (decision.status !== "succeeded" && decision.status !== "in_transit") {
    return decision
  }
  const units = returns
    .filter(({ state }) => state === "open" || state === "received")
    .reduce((sum, { units }) => sum + units, 0)
  const live = liveUnits(order)
  return live > 0 && units >= live
    ? decided("returning", "all_units_coming_back")
    : decision
}

/** Everything was scanned back in. */
function withReceipt(
  decision: Decided,
  order: NeutralOrder,
  { received_units }: StatusContext
): Decided {
  const isBack = received_units > 0 && received_units >= liveUnits(order)
  return isBack &&
    (decision.status === "returning" || decision.status === "succeeded")
    ? decided("returned", "received_back")
    : decision
}

/** Units that were to go out; those of a cancelled order count as ordered. */
export function liveUnits(order: NeutralOrder): number {
  return order.lines
    .filter(({ fulfilled_by }) => fulfilled_by !== "other_seller")
    .reduce((sum, line) => sum + orderedUnits(order, line), 0)
}

export { compareProgress, isMovedBack } from "./status-progress"
export { UNTOUCHED } from "./status-decision"
export type {
  ReturnFact,
  StatusContext,
  StatusDecision,
} from "./status-decision"
