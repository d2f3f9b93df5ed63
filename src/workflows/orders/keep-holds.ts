import { MedusaContainer } from "@medusajs/framework/types"
import { orderIdentities } from "../../domain/orders/identities"
import { DraftReservation } from "../../domain/orders/order-draft"
import { OrderPlan } from "../../domain/orders/order-plan"
import { releaseUnitsWorkflow } from "../host-orders/workflows/release-units"
import { reserveUnitsWorkflow } from "../host-orders/workflows/reserve-units"
import { ImportableOrder } from "./importable-order"
import { PlannedCopy } from "./plan-copies"

type Planned = PlannedCopy<ImportableOrder>

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
 * blocked by. Units of a blocked order are kept under the ids that its order will have.
 */
export async function keepHolds(
  container: MedusaContainer,
  planned: Planned[]
): Promise<Unkept> {
  const unkept: Unkept = { reasons: new Map(), line_ids: new Set() }
  const waiting = planned
    .filter(({ row }) => row.medusa_order_id === null)
    .map(({ row, plan }) => ({ row, plan, holds: holdsOf(plan) }))
  const released = await releaseLines(
    container,
    waiting.flatMap(({ row, holds }) => linesWithoutHold(row, holds))
  )
  const reservations: DraftReservation[] = []
  const keptFor = new Map<string, { order: string; line: string }>()
  for (const order of waiting) {
    const touched = order.row.line_ids.some((id) => released.has(id))
    const own = touched ? await renewHolds(container, order) : order.holds
    own.forEach(({ id, line_item_id }) =>
      keptFor.set(id, { order: order.row.id, line: line_item_id })
    )
    reservations.push(...own)
  }
  if (!reservations.length) {
    return unkept
  }
  const { result } = await reserveUnitsWorkflow(container).run({
    input: { reservations },
  })
  for (const { id, message } of result.refused) {
    const kept = keptFor.get(id)
    if (kept) {
      unkept.reasons.set(kept.order, message)
      unkept.line_ids.add(kept.line)
    }
  }
  return unkept
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

/** Gives the units of lines back; gives the lines that had any. */
async function releaseLines(
  container: MedusaContainer,
  line_item_ids: string[]
): Promise<Set<string>> {
  if (!line_item_ids.length) {
    return new Set()
  }
  const { result } = await releaseUnitsWorkflow(container).run({
    input: { line_item_ids },
  })
  return new Set(
    line_item_ids.filter((line) =>
      result.released.some((id) => id.startsWith(`resitem_${line}_`))
    )
  )
}

/** A given-back reservation keeps its id taken: what stays held moves to the next generation. */
async function renewHolds(
  container: MedusaContainer,
  { row, holds }: { row: ImportableOrder; holds: DraftReservation[] }
): Promise<DraftReservation[]> {
  await releaseLines(
    container,
    holds.map(({ line_item_id }) => line_item_id)
  )
  return nextGeneration(row, holds)
}

/** The same units under ids that were never used. */
export function nextGeneration(
  row: Pick<ImportableOrder, "id" | "reservation_generation">,
  reservations: DraftReservation[]
): DraftReservation[] {
  row.reservation_generation += 1
  const ids = orderIdentities(row.id)
  return reservations.map((reservation) => ({
    ...reservation,
    id: ids.reservationId(
      reservation.line_item_id,
      reservation.inventory_item_id,
      row.reservation_generation
    ),
  }))
}
