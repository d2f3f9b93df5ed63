import { MedusaContainer } from "@medusajs/framework/types"
import { lineItemId } from "../../domain/orders/draft-order"
import { orderIdentities } from "../../domain/orders/identities"
import { isHeldOtherwise } from "../../domain/orders/kept-goods"
import { DraftReservation } from "../../domain/orders/order-draft"
import { OrderPlan } from "../../domain/orders/order-plan"
import { inventoryService } from "../host-orders/utils/module-services"
import { ImportableOrder } from "./importable-order"
import { PlannedCopy } from "./plan-copies"
import { releaseLines, renewHolds, reserveHolds } from "./reserve-holds"

type Planned = PlannedCopy<ImportableOrder>
type Waiting = {
  row: ImportableOrder
  holds: DraftReservation[]
  /** Lines under which units may be kept. */
  line_ids: string[]
}

/** What Medusa would not keep. */
export type Unkept = {
  /** Why, by channel order. */
  reasons: Map<string, string>
  /** Ids of the order lines whose units are not all kept. */
  line_ids: Set<string>
}

/**
 * Units kept for an order that Medusa did not have follow its newest plan: what it no
 * longer keeps is given back, so that a cancelled order frees its units whatever it was
 * blocked by; other goods, units and places replace what was kept before. Units of a blocked
 * order are kept under the ids that its order will have.
 */
export async function keepHolds(
  container: MedusaContainer,
  planned: Planned[]
): Promise<Unkept> {
  const unmade = planned.filter(({ row }) => row.medusa_order_id === null)
  const waiting = unmade
    .filter((copy) => !isHalfMade(copy))
    .map((copy) => ({
      ...toWaiting(copy),
      // A cancelled one keeps nothing: what is left was kept while the order was blocked.
      ...(copy.row.unrecorded === "canceled" && { holds: [] }),
    }))
  const released = await releaseLines(
    container,
    waiting.flatMap(linesWithoutHold)
  )
  const otherwise = await heldOtherwise(container, waiting)
  await renewHolds(
    container,
    waiting.filter(
      (order) =>
        otherwise.has(order) || order.line_ids.some((id) => released.has(id))
    )
  )
  const refused = await reserveHolds(container, [
    ...waiting,
    ...(await lackingHolds(
      container,
      unmade.filter(isHalfMade).map(toWaiting)
    )),
  ])
  return {
    reasons: new Map(
      refused.map(({ channel_order_id, message }) => [
        channel_order_id,
        message,
      ])
    ),
    line_ids: new Set(refused.map(({ line_item_id }) => line_item_id)),
  }
}

/** Medusa has an open order of it, which is made whole once its plan is ready. */
function isHalfMade({ row, plan }: Planned): boolean {
  return row.unrecorded === "pending" && plan.kind !== "ready"
}

/**
 * What an open Medusa order keeps is its own, until it is moved; what it lacks was never kept,
 * because the process died before it came to that.
 */
async function lackingHolds(
  container: MedusaContainer,
  orders: Waiting[]
): Promise<Waiting[]> {
  const live = await keptUnder(container, orders)
  const kept = new Set(live.map(({ line_item_id }) => line_item_id))
  return orders.map((order) => ({
    ...order,
    holds: order.holds.filter(({ line_item_id }) => !kept.has(line_item_id)),
  }))
}

/** Orders for which something is kept that their holds do not name just so. */
async function heldOtherwise(
  container: MedusaContainer,
  waiting: Waiting[]
): Promise<Set<Waiting>> {
  const live = await keptUnder(container, waiting)
  return new Set(
    waiting.filter(({ line_ids, holds }) =>
      isHeldOtherwise(
        holds,
        live.flatMap(({ id, line_item_id, location_id, quantity }) =>
          line_item_id && line_ids.includes(line_item_id)
            ? { id, location_id, quantity: Number(quantity) }
            : []
        )
      )
    )
  )
}

/** What is reserved under the orders' lines. */
async function keptUnder(container: MedusaContainer, orders: Waiting[]) {
  const lines = orders.flatMap(({ line_ids }) => line_ids)
  // An empty filter would match every reservation of the shop.
  return lines.length
    ? inventoryService(container).listReservationItems(
        { line_item_id: lines },
        {
          select: ["id", "line_item_id", "location_id", "quantity"],
          take: null,
        }
      )
    : []
}

function toWaiting({ row, order, plan }: Planned): Waiting {
  return { row, line_ids: lineIdsOf({ row, order }), holds: holdsOf(plan) }
}

/** A ready plan's reservations are made together with its order. */
function holdsOf(plan: OrderPlan): DraftReservation[] {
  switch (plan.kind) {
    case "blocked":
      return plan.holds
    case "ready":
      return plan.draft.reservations
    case "ignored":
      return []
  }
}

/**
 * The lines stored so far, and those of the copy: a process that kept units for them may have
 * died before it stored them.
 */
function lineIdsOf({ row, order }: Pick<Planned, "row" | "order">): string[] {
  const ids = orderIdentities(row.id)
  return [
    ...new Set([
      ...row.line_ids,
      ...(order?.lines ?? []).map((line) => lineItemId(line, ids)),
    ]),
  ]
}

function linesWithoutHold({ line_ids, holds }: Waiting): string[] {
  const held = new Set(holds.map(({ line_item_id }) => line_item_id))
  return line_ids.filter((id) => !held.has(id))
}
