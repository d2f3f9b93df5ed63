import {
  deleteReservationsWorkflow,
  updateReservationsWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import {
  ChangeActionType,
  ContainerRegistrationKeys,
} from "@medusajs/framework/utils"
import {
  DraftReservation,
  OrderDraft,
} from "../../../domain/orders/order-draft"
import { ReduceHostOrdersResult } from "../types"
import { confirmChanges } from "./confirm-changes"
import { derivedId } from "./derived-id"
import {
  inventoryService,
  orderService,
  whileOrdersLocked,
} from "./module-services"
import { adjustmentRows } from "./order-row"

/** What of the graph is read here. */
type OrderRow = {
  id: string
  items?: { id: string; detail: { quantity: unknown } }[]
}

type Change = { order_id: string; actions: Record<string, unknown>[] }

/** Lowers orders and their reservations to what the drafts still have. */
export function reduceOrders(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<ReduceHostOrdersResult> {
  return whileOrdersLocked(
    container,
    drafts.map(({ order_id }) => order_id),
    () => reduceLocked(container, drafts)
  )
}

async function reduceLocked(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<ReduceHostOrdersResult> {
  const byId = new Map(drafts.map((draft) => [draft.order_id, draft]))
  const changes = (await readOrders(container, [...byId.keys()])).flatMap(
    (order) => changeOf(order, byId.get(order.id))
  )
  const reduced = changes.map(({ order_id }) => order_id)
  await lowerReservations(
    container,
    drafts.filter(({ order_id }) => reduced.includes(order_id))
  )
  await changeItems(container, changes)
  return { reduced }
}

async function readOrders(
  container: MedusaContainer,
  order_ids: string[]
): Promise<OrderRow[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "items.*"],
    filters: { id: order_ids },
  })
  return data as unknown as OrderRow[]
}

/** One change for all lines that shrank; none when nothing did. */
function changeOf(order: OrderRow, draft: OrderDraft | undefined): Change[] {
  const wanted = new Map(draft?.items.map((item) => [item.id, item]))
  const actions = (order.items ?? []).flatMap(({ id, detail }) => {
    const item = wanted.get(id)
    const quantity = item?.quantity ?? 0
    return quantity < Number(detail.quantity)
      ? {
          action: ChangeActionType.ITEM_UPDATE,
          details: {
            reference_id: id,
            quantity,
            unit_price: item?.unit_price,
            adjustments: adjustmentRows(item?.adjustments ?? []),
          },
        }
      : []
  })
  return actions.length ? [{ order_id: order.id, actions }] : []
}

/** Units of cancelled lines go back; lowering keeps a reservation beyond the stock as it is. */
async function lowerReservations(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<void> {
  const lines = await lineIdsOf(container, drafts)
  if (!lines.length) {
    return
  }
  const live = await inventoryService(container).listReservationItems(
    { line_item_id: lines },
    {
      select: ["id", "line_item_id", "inventory_item_id", "quantity"],
      take: null as never,
    }
  )
  const wanted = new Map(
    drafts
      .flatMap(({ reservations }) => reservations)
      .map((reservation) => [placeOf(reservation), reservation.quantity])
  )
  const updates: { id: string; quantity: number }[] = []
  const ended: string[] = []
  for (const reservation of live) {
    const quantity = wanted.get(placeOf(reservation)) ?? 0
    if (quantity === 0) {
      ended.push(reservation.id)
    } else if (quantity < Number(reservation.quantity)) {
      updates.push({ id: reservation.id, quantity })
    }
  }
  if (updates.length) {
    await updateReservationsWorkflow(container).run({ input: { updates } })
  }
  if (ended.length) {
    await deleteReservationsWorkflow(container).run({ input: { ids: ended } })
  }
}

async function lineIdsOf(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<string[]> {
  const orders = await readOrders(
    container,
    drafts.map(({ order_id }) => order_id)
  )
  return orders.flatMap(({ items }) => (items ?? []).map(({ id }) => id))
}

function placeOf({
  line_item_id,
  inventory_item_id,
}: Pick<DraftReservation, "inventory_item_id"> & {
  line_item_id?: string | null
}): string {
  return `${line_item_id} ${inventory_item_id}`
}

/** The change's id follows from what it changes, so that a replay begins none anew. */
async function changeItems(
  container: MedusaContainer,
  changes: Change[]
): Promise<void> {
  const orders = orderService(container)
  const ids = changes.map(({ order_id, actions }) =>
    derivedId("ordch", order_id, JSON.stringify(actions))
  )
  const begun = await orders.listOrderChanges({ id: ids }, { select: ["id"] })
  const known = new Set(begun.map(({ id }) => id))
  const fresh = changes.filter((_, index) => !known.has(ids[index]))
  if (fresh.length) {
    await orders.createOrderChange(
      fresh.map(({ order_id, actions }) => ({
        id: derivedId("ordch", order_id, JSON.stringify(actions)),
        order_id,
        change_type: "edit",
        actions,
      }))
    )
  }
  await confirmChanges(container, ids)
}
