import { goodsLeftAt } from "./determine-status"
import { draftOrder, lineItemId } from "./draft-order"
import { OrderIdentities, orderIdentities } from "./identities"
import { NeutralOrder } from "./neutral-order"
import { DraftReservation } from "./order-draft"
import { OrderPlan, StockRule } from "./order-plan"
import { isCancelled } from "./order-status"
import { LinePlan, lineReasons, planLines } from "./plan-lines"
import {
  channelReasons,
  priceReasons,
  statusReasons,
  warehouseReasons,
} from "./plan-reasons"
import { isCounted, planReservations } from "./plan-stock"
import { PlanningFacts } from "./planning-facts"
import { malformedReason } from "./malformed-order"
import { orderedUnits, priceOrder } from "./price-order"
import { StatusDecision } from "./status-decision"

export type PlanOrderInput = {
  channel_order_id: string
  order: NeutralOrder
  status: StatusDecision
  facts: PlanningFacts
  /** Medusa has its order. */
  is_made?: boolean
}

/**
 * Decides what becomes of a channel order: a complete Medusa order, the reasons why
 * not yet, or nothing by a named rule. Never throws, never guesses.
 *
 * A cancelled order needs no links, for nothing is to be shipped; its unlinked lines
 * are made without a variant, and noted. One that Medusa has needs neither links nor places:
 * it goes on with what it was made with.
 */
export function planOrder(input: PlanOrderInput): OrderPlan {
  const { order, status, facts } = input
  if (status.kind === "ignored") {
    return { kind: "ignored", rule: status.rule }
  }
  const malformed = malformedReason(order)
  if (malformed) {
    return { kind: "blocked", reasons: [malformed], holds: [] }
  }
  if (
    order.lines.every(({ fulfilled_by }) => fulfilled_by === "other_seller")
  ) {
    return { kind: "ignored", rule: "foreign_seller_items" }
  }
  const effect = stockEffect(order, status, facts)
  if (
    facts.settings.import_history === "channel_only" &&
    isHistory(order, facts)
  ) {
    return { kind: "ignored", rule: "before_stock_from" }
  }
  return decide(input, effect)
}

/** How far the order as a whole may touch stock. */
type StockEffect = "reserves" | "cancelled" | "before_stock_from"

function stockEffect(
  order: NeutralOrder,
  status: StatusDecision,
  facts: PlanningFacts
): StockEffect {
  const cancelled =
    status.kind === "status"
      ? isCancelled(status.status)
      : order.cancelled_at !== null
  if (cancelled) {
    return "cancelled"
  }
  return leftBeforeCounting(order, facts) ? "before_stock_from" : "reserves"
}

function leftBeforeCounting(
  order: NeutralOrder,
  { settings }: PlanningFacts
): boolean {
  const left_at = goodsLeftAt(order)
  return left_at !== null && left_at < new Date(settings.stock_from)
}

/** Over before counting began: the goods had left, or the order was cancelled. */
function isHistory(order: NeutralOrder, facts: PlanningFacts): boolean {
  const cancelled_at = order.cancelled_at
  return (
    leftBeforeCounting(order, facts) ||
    (cancelled_at !== null &&
      cancelled_at < new Date(facts.settings.stock_from))
  )
}

function decide(input: PlanOrderInput, effect: StockEffect): OrderPlan {
  const { channel_order_id, order, status, facts, is_made = false } = input
  const ids = orderIdentities(channel_order_id)
  const lines = planLines(order, facts, effect === "reserves" && !is_made)
  const location_id = locationOf(order, facts)
  const reservations =
    effect === "reserves" && location_id !== null
      ? reserve(order, lines, location_id, facts, ids)
      : []
  const price = priceOrder(order)
  const reasons = is_made
    ? []
    : [
        ...channelReasons(order, facts),
        ...lineReasons(lines),
        ...(needsPlace(lines, effect) && location_id === null
          ? warehouseReasons(order)
          : []),
      ]
  if (status.kind !== "status" || !price.ok || reasons.length > 0) {
    return {
      kind: "blocked",
      reasons: [
        ...statusReasons(status),
        ...reasons,
        ...priceReasons(order, price),
      ],
      holds: reservations,
    }
  }
  const variants = new Map(lines.map(({ line, variant }) => [line, variant]))
  return {
    kind: "ready",
    draft: draftOrder({
      channel_order_id,
      ids,
      order,
      status: status.status,
      facts,
      price,
      variantOf: (line) =>
        effect === "before_stock_from" ? null : (variants.get(line) ?? null),
      reservations,
      location_id,
    }),
    stock_rule: stockRule(order, effect, reservations),
    notes: lines.flatMap(({ note }) => note ?? []),
  }
}

/**
 * Where an order's goods leave from, and come back to. The order's warehouse chooses; one
 * that nobody mapped is not replaced by another, unless the shop maps none at all.
 */
export function locationOf(
  order: Pick<NeutralOrder, "warehouse_external_id">,
  {
    settings,
    default_location_id,
  }: Pick<PlanningFacts, "settings" | "default_location_id">
): string | null {
  const named = order.warehouse_external_id
  if (named === null || settings.warehouses.length === 0) {
    return default_location_id
  }
  return mappedLocation(order, settings)
}

/** Where the warehouse that the order names is in the shop; null where that is not said. */
export function mappedLocation(
  { warehouse_external_id: named }: Pick<NeutralOrder, "warehouse_external_id">,
  { warehouses }: Pick<PlanningFacts["settings"], "warehouses">
): string | null {
  const mapped = warehouses.find(({ external_id }) => external_id === named)
  return mapped?.stock_location_id ?? null
}

/** Only goods that are counted need a place. */
function needsPlace(lines: LinePlan[], effect: StockEffect): boolean {
  return (
    effect === "reserves" &&
    lines.some(({ variant }) => variant && isCounted(variant))
  )
}

function reserve(
  order: NeutralOrder,
  lines: LinePlan[],
  location_id: string,
  facts: PlanningFacts,
  ids: OrderIdentities
): DraftReservation[] {
  const kept = lines.flatMap(({ line, variant }) => {
    const quantity = orderedUnits(order, line)
    return variant && quantity > 0
      ? { line_item_id: lineItemId(line, ids), variant, quantity }
      : []
  })
  const generation = facts.reservation_generation
  return planReservations(order, kept, location_id, generation, ids)
}

function stockRule(
  order: NeutralOrder,
  effect: StockEffect,
  reservations: DraftReservation[]
): StockRule {
  if (effect !== "reserves") {
    return effect
  }
  if (order.lines.every(({ fulfilled_by }) => fulfilled_by !== "seller")) {
    return "fulfilled_by_marketplace"
  }
  return reservations.length > 0 ? "reserved" : "not_counted"
}
