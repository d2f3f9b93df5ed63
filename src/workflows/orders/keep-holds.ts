import { MedusaContainer } from "@medusajs/framework/types"
import { orderIdentities } from "../../domain/orders/identities"
import { DraftReservation } from "../../domain/orders/order-draft"
import { OrderPlan } from "../../domain/orders/order-plan"
import { releaseUnitsWorkflow } from "../host-orders/workflows/release-units"
import { reserveUnitsWorkflow } from "../host-orders/workflows/reserve-units"
import { ImportableOrder } from "./importable-order"
import { PlannedCopy } from "./plan-copies"

type Planned = PlannedCopy<ImportableOrder>

/** An order that Medusa did not have, with what is to be kept for it. */
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
 * blocked by. Units of a blocked order are kept under the ids that its order will have.
 */
export async function keepHolds(
  container: MedusaContainer,
  planned: Planned[]
): Promise<Unkept> {
  const unkept: Unkept = { reasons: new Map(), line_ids: new Set() }
  const waiting = planned
    .filter(
      ({ row, plan }) =>
        row.medusa_order_id === null &&
        // What Medusa's order keeps is its own, until it is moved.
        (row.unrecorded === null ||
          (row.unrecorded === "pending" && plan.kind === "ready"))
    )
    .map(({ row, plan }) => ({ row, plan, holds: holdsOf(plan) }))
  const released = await releaseLines(
    container,
    waiting.flatMap(({ row, holds }) => linesWithoutHold(row, holds))
  )
  const isTouched = ({ row }: Waiting) =>
    row.line_ids.some((id) => released.has(id))
  let due = waiting.filter(({ holds }) => holds.length > 0)
  await renewHolds(container, waiting.filter(isTouched))
  while (due.length) {
    const { result } = await reserveUnitsWorkflow(container).run({
      input: { reservations: due.flatMap(({ holds }) => holds) },
    })
    for (const { id, line_item_id, message } of result.refused) {
      const order = due.find(({ holds }) => holds.some((one) => one.id === id))
      if (order) {
        unkept.reasons.set(order.row.id, message)
        unkept.line_ids.add(line_item_id)
      }
    }
    // Given back by a process that died before it wrote down that a new generation has begun.
    const spent = new Set(result.spent)
    due = due.filter(({ holds }) => holds.some(({ id }) => spent.has(id)))
    await renewHolds(container, due)
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
  orders: Waiting[]
): Promise<void> {
  await releaseLines(
    container,
    orders.flatMap(({ holds }) => holds.map(({ line_item_id }) => line_item_id))
  )
  for (const order of orders) {
    order.holds = nextGeneration(order.row, order.holds)
  }
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
