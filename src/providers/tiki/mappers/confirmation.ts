import { ConfirmationOffer } from "../../../domain/provider/confirms-orders"
import { OrderOwner } from "../../../domain/provider/marketplace-provider"
import { awaitsSeller } from "../statuses"
import { WireConfirmation, WireItem, WireOrder } from "../types"
import { Fields } from "./fields"
import { clearTime } from "./figures"
import { splitItems } from "./owner"

type Decision = "waiting" | "confirmed" | "refused" | "unknown"

/** Where the seller's confirmation of one item stands ("Item confirmation status"). */
const DECISIONS = new Map<string | null, Decision>([
  ["waiting", "waiting"],
  ["seller_confirmed", "confirmed"],
  ["confirmed", "confirmed"],
  ["ready_to_pick", "confirmed"],
  ["seller_canceled", "refused"],
])

/**
 * Orders that a seller confirms by naming their items. What is not named is cancelled for
 * good, so nothing is offered while an item of somebody else may still be open.
 */
const BY_LINE = ["tiki_delivery", "seller_delivery", "cross_border"]
/** Orders that a seller confirms or refuses as a whole. */
const WHOLE = "dropship"

export function isRefused(item: Fields<WireItem>): boolean {
  return decisionOf(item) === "refused"
}

/**
 * What the seller may decide about an order. Nothing is offered where anything is unclear:
 * items that are partly confirmed, an order on hold, a fulfilment that is not known.
 */
export function mapConfirmation(
  order: Fields<WireOrder>,
  shop: OrderOwner
): ConfirmationOffer {
  const { own: items, others } = splitItems(order, shop)
  const waiting = items.filter((item) => decisionOf(item) === "waiting")
  const fulfillment = order.text("fulfillment_type") ?? ""
  const harms = BY_LINE.includes(fulfillment) && others.some(isOpen)
  const decided = stateOf(order, items.map(decisionOf), fulfillment)
  const state = decided === "waiting" && harms ? "not_offered" : decided
  const open = state === "waiting"
  return {
    external_id: order.required("code"),
    state,
    scope: fulfillment === WHOLE ? "whole_order" : "by_line",
    external_line_ids: open ? waiting.map((item) => item.required("id")) : [],
    may_refuse: open && fulfillment === WHOLE,
    confirm_by: open ? earliest(waiting, "available_confirm_sla") : null,
  }
}

function stateOf(
  order: Fields<WireOrder>,
  decisions: Decision[],
  fulfillment: string
): ConfirmationOffer["state"] {
  const all = (...some: Decision[]) =>
    decisions.length > 0 && decisions.every((one) => some.includes(one))
  if (all("refused")) {
    return "refused"
  }
  if (all("waiting", "refused")) {
    const offered = fulfillment === WHOLE || BY_LINE.includes(fulfillment)
    return offered && awaitsSeller(order.required("status"))
      ? "waiting"
      : "not_offered"
  }
  return all("confirmed", "refused") ? "confirmed" : "not_offered"
}

/** The first of the items' deadlines; null when none has one. */
export function earliest(
  items: Fields<WireItem>[],
  name: "available_confirm_sla" | "pickup_confirm_sla"
): Date | null {
  const times = items
    .map((item) =>
      clearTime(item.object<WireConfirmation>("confirmation"), name)
    )
    .filter((time) => time !== null)
  return times.length > 0 ? new Date(Math.min(...times.map(Number))) : null
}

function isOpen(item: Fields<WireItem>): boolean {
  return ["waiting", "unknown"].includes(decisionOf(item))
}

function decisionOf(item: Fields<WireItem>): Decision {
  const confirmation = item.object<WireConfirmation>("confirmation")
  return DECISIONS.get(confirmation?.text("status") ?? null) ?? "unknown"
}
