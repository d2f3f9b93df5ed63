import { MedusaContainer } from "@medusajs/framework/types"
import { orderIdentities } from "../../domain/orders/identities"
import { DraftReservation } from "../../domain/orders/order-draft"
import { releaseUnitsWorkflow } from "../host-orders/workflows/release-units"
import { reserveUnitsWorkflow } from "../host-orders/workflows/reserve-units"
import { ImportableOrder } from "./importable-order"

/** A channel order, with what is to be kept for it. */
export type HeldOrder = {
  row: Pick<ImportableOrder, "id" | "reservation_generation">
  holds: DraftReservation[]
}

/** Units that Medusa would not keep, in its own words. */
export type RefusedHold = {
  channel_order_id: string
  line_item_id: string
  message: string
}

/**
 * Keeps the units of orders. An order of which any reservation was given back before, perhaps by
 * a process that died before it wrote that down, keeps all its units under ids of the next
 * generation, which its row then counts.
 */
export async function reserveHolds(
  container: MedusaContainer,
  orders: HeldOrder[]
): Promise<RefusedHold[]> {
  const refused: RefusedHold[] = []
  let due = orders.filter(({ holds }) => holds.length > 0)
  while (due.length) {
    const { result } = await reserveUnitsWorkflow(container).run({
      input: { reservations: due.flatMap(({ holds }) => holds) },
    })
    const spent = new Set(result.spent)
    const again = due.filter(({ holds }) =>
      holds.some(({ id }) => spent.has(id))
    )
    const owners = new Map(
      due
        .filter((order) => !again.includes(order))
        .flatMap(({ row, holds }) => holds.map(({ id }) => [id, row.id]))
    )
    for (const { id, line_item_id, message } of result.refused) {
      const channel_order_id = owners.get(id)
      if (channel_order_id) {
        refused.push({ channel_order_id, line_item_id, message })
      }
    }
    await renewHolds(container, again)
    due = again
  }
  return refused
}

/**
 * Gives back what is kept for orders, whose holds become those of the next generation: a
 * given-back reservation keeps its id taken.
 */
export async function renewHolds(
  container: MedusaContainer,
  orders: HeldOrder[]
): Promise<void> {
  await releaseLines(
    container,
    orders.flatMap(({ holds }) => holds.map(({ line_item_id }) => line_item_id))
  )
  for (const order of orders) {
    order.holds = nextGeneration(order.row, order.holds)
  }
}

/** Gives the units of lines back; gives the lines that had any. */
export async function releaseLines(
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

/** The same units under ids that were never used. */
function nextGeneration(
  row: HeldOrder["row"],
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
