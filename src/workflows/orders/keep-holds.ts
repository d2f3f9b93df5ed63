import { MedusaContainer } from "@medusajs/framework/types"
import { isHeldOtherwise } from "../../domain/orders/kept-goods"
import { DraftReservation } from "../../domain/orders/order-draft"
import { OrderPlan } from "../../domain/orders/order-plan"
import { inventoryService } from "../host-orders/utils/module-services"
import { ImportableOrder } from "./importable-order"
import { PlannedCopy } from "./plan-copies"
import { releaseLines, renewHolds, reserveHolds } from "./reserve-holds"

type Planned = PlannedCopy<ImportableOrder>
type Waiting = { row: ImportableOrder; holds: DraftReservation[] }

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
  const waiting = planned
    .filter(
      ({ row, plan }) =>
        row.medusa_order_id === null &&
        // What an open Medusa order keeps is its own, until it is moved.
        (row.unrecorded !== "pending" || plan.kind === "ready")
    )
    .map(({ row, plan }) => ({
      row,
      // A cancelled one keeps nothing: what is left was kept while the order was blocked.
      holds: row.unrecorded === "canceled" ? [] : holdsOf(plan),
    }))
  const released = await releaseLines(
    container,
    waiting.flatMap(({ row, holds }) => linesWithoutHold(row, holds))
  )
  const otherwise = await heldOtherwise(container, waiting)
  await renewHolds(
    container,
    waiting.filter(
      (order) =>
        otherwise.has(order) ||
        order.row.line_ids.some((id) => released.has(id))
    )
  )
  const refused = await reserveHolds(container, waiting)
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

/** Orders for which something is kept that their holds do not name just so. */
async function heldOtherwise(
  container: MedusaContainer,
  waiting: Waiting[]
): Promise<Set<Waiting>> {
  const stored = waiting.flatMap(({ row }) => row.line_ids)
  const live = stored.length
    ? await inventoryService(container).listReservationItems(
        { line_item_id: stored },
        {
          select: ["id", "line_item_id", "location_id", "quantity"],
          take: null,
        }
      )
    : []
  return new Set(
    waiting.filter(({ row, holds }) =>
      isHeldOtherwise(
        holds,
        live.flatMap(({ id, line_item_id, location_id, quantity }) =>
          line_item_id && row.line_ids.includes(line_item_id)
            ? { id, location_id, quantity: Number(quantity) }
            : []
        )
      )
    )
  )
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

function linesWithoutHold(
  row: ImportableOrder,
  holds: DraftReservation[]
): string[] {
  const held = new Set(holds.map(({ line_item_id }) => line_item_id))
  return row.line_ids.filter((id) => !held.has(id))
}
