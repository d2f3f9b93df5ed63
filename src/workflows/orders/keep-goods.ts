import { MedusaContainer } from "@medusajs/framework/types"
import { isKeptAsPlanned, keptGoods } from "../../domain/orders/kept-goods"
import { OrderDraft } from "../../domain/orders/order-draft"
import { loadOrderStates } from "../host-orders/utils/load-order-states"
import { inventoryService } from "../host-orders/utils/module-services"
import { OrderState } from "../host-orders/utils/move-plan"

/**
 * Drafts of orders that Medusa has, with the goods that are reserved for them in place of those
 * that their listings are linked to by now.
 */
export async function keepGoods(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<OrderDraft[]> {
  const differing = await keptOtherwise(container, drafts)
  if (!differing.length) {
    return drafts
  }
  const states = await loadOrderStates(
    container,
    differing.map(({ order_id }) => order_id)
  )
  return drafts.map((draft) => {
    const state = states.get(draft.order_id)
    return state
      ? { ...draft, reservations: keptGoods(draft, linesOf(state)) }
      : draft
  })
}

/** Drafts of orders for which something is reserved that they do not name. */
async function keptOtherwise(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<OrderDraft[]> {
  const lines = drafts.flatMap(({ items }) => items.map(({ id }) => id))
  if (!lines.length) {
    return []
  }
  const live = await inventoryService(container).listReservationItems(
    { line_item_id: lines },
    { select: ["id", "line_item_id"], take: null }
  )
  return drafts.filter((draft) => {
    const own = new Set(draft.items.map(({ id }) => id))
    return !isKeptAsPlanned(
      draft,
      live.filter(({ line_item_id }) => own.has(line_item_id ?? ""))
    )
  })
}

function linesOf({ lines, reservations }: OrderState) {
  return lines.map(({ id, fulfilled }) => ({
    id,
    fulfilled,
    kept: reservations
      .filter(({ line_item_id }) => line_item_id === id)
      .map(({ title: _title, sku: _sku, ...kept }) => kept),
  }))
}
