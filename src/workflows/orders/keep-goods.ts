import { MedusaContainer } from "@medusajs/framework/types"
import {
  isKeptAsPlanned,
  keptGoods,
  KeptLine,
} from "../../domain/orders/kept-goods"
import { DraftReservation, OrderDraft } from "../../domain/orders/order-draft"
import { mappedLocation } from "../../domain/orders/plan-order"
import { loadOrderStates } from "../host-orders/utils/load-order-states"
import { inventoryService } from "../host-orders/utils/module-services"
import { OrderState } from "../host-orders/utils/move-plan"
import { renewHolds, reserveHolds } from "./reserve-holds"
import { SettlingOrder } from "./settling-order"

/** An order that Medusa has, with what is planned of it now. */
export type PlannedAgain = Pick<SettlingOrder, "row" | "order" | "facts"> & {
  draft: OrderDraft
}

type Failures = Map<string, string>
type Placed = PlannedAgain & { location_id: string | null }

/**
 * Gives the drafts the goods that are reserved for their orders, in place of those that their
 * listings are linked to by now. Goods that the marketplace lets leave from another warehouse
 * are reserved there instead.
 */
export async function keepGoods(
  container: MedusaContainer,
  orders: PlannedAgain[],
  failures: Failures
): Promise<OrderDraft[]> {
  const differing = await keptOtherwise(container, orders.map(toPlaced))
  const states = differing.length
    ? await loadOrderStates(
        container,
        differing.map(({ draft }) => draft.order_id)
      )
    : new Map<string, OrderState>()
  const moving: { row: PlannedAgain["row"]; holds: DraftReservation[] }[] = []
  const drafts = new Map(orders.map(({ row, draft }) => [row.id, draft]))
  for (const { row, draft, location_id } of differing) {
    const state = states.get(draft.order_id)
    if (state) {
      const reservations = keptGoods(draft, linesOf(state), location_id)
      drafts.set(row.id, { ...draft, reservations })
      if (isMoved(reservations, state)) {
        moving.push({ row, holds: reservations })
      }
    }
  }
  await renewHolds(container, moving)
  for (const refused of await reserveHolds(container, moving)) {
    failures.set(refused.channel_order_id, refused.message)
  }
  for (const { row, holds } of moving) {
    const draft = drafts.get(row.id)
    if (draft) {
      drafts.set(row.id, { ...draft, reservations: holds })
    }
  }
  return orders.flatMap(({ row }) =>
    failures.has(row.id) ? [] : (drafts.get(row.id) ?? [])
  )
}

function toPlaced(planned: PlannedAgain): Placed {
  const { order, facts } = planned
  return {
    ...planned,
    location_id: order && mappedLocation(order, facts.settings),
  }
}

/** Orders for which something is reserved that they do not name, or elsewhere. */
async function keptOtherwise(
  container: MedusaContainer,
  orders: Placed[]
): Promise<Placed[]> {
  const lines = orders.flatMap(({ draft }) => draft.items.map(({ id }) => id))
  if (!lines.length) {
    return []
  }
  const live = await inventoryService(container).listReservationItems(
    { line_item_id: lines },
    { select: ["id", "line_item_id", "location_id"], take: null }
  )
  return orders.filter(({ draft, location_id }) => {
    const own = new Set(draft.items.map(({ id }) => id))
    return !isKeptAsPlanned(
      draft,
      live.filter(({ line_item_id }) => own.has(line_item_id ?? "")),
      location_id
    )
  })
}

function linesOf({ lines, reservations }: OrderState): KeptLine[] {
  return lines.map(({ id, fulfilled }) => ({
    id,
    fulfilled,
    kept: reservations
      .filter(({ line_item_id }) => line_item_id === id)
      .map(({ title: _title, sku: _sku, ...kept }) => kept),
  }))
}

function isMoved(
  reservations: DraftReservation[],
  { reservations: kept }: OrderState
): boolean {
  const places = new Map(kept.map(({ id, location_id }) => [id, location_id]))
  return reservations.some(
    ({ id, location_id }) => (places.get(id) ?? location_id) !== location_id
  )
}
