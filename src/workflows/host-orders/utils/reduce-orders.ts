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
import { randomUUID } from "node:crypto"
import { whileInventoryLocked } from "../../locks"
import { ReduceHostOrdersResult, RefusedOrder } from "../types"
import { activeChanges } from "./active-changes"
import { confirmChanges } from "./confirm-changes"
import { derivedId } from "./derived-id"
import { applyHalving } from "./halving"
import {
  inventoryService,
  orderService,
  whileOrdersLocked,
} from "./module-services"
import { adjustmentRows } from "./order-row"

/** What of the graph is read here. */
type OrderRow = {
  id: string
  items?: {
    id: string
    detail: { quantity: unknown; fulfilled_quantity: unknown }
  }[]
}

type Change = { order_id: string; actions: Record<string, unknown>[] }

/** Begins the ids of the order changes made here. */
const REDUCE_PREFIX = "ordch_mpreduce"

/**
 * Lowers orders and their reservations to what the drafts still have, each for itself: one
 * that Medusa refuses keeps nobody else from it.
 */
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
  const orders = (await readOrders(container, [...byId.keys()])).filter(
    (order) => changeOf(order, byId.get(order.id)) !== null
  )
  if (!orders.length) {
    return { reduced: [], refused: [] }
  }
  const held = await dropOwnChanges(
    container,
    orders.map(({ id }) => id)
  )
  const refused: RefusedOrder[] = []
  const due: OrderDraft[] = []
  for (const order of orders) {
    const draft = byId.get(order.id)
    const message = refusalOf(order, draft, held)
    if (message !== null) {
      refused.push({ order_id: order.id, message })
    } else if (draft) {
      due.push(draft)
    }
  }
  const failed = await applyHalving(due, (batch) =>
    reduceTogether(container, batch)
  )
  refused.push(
    ...failed.map(({ row, message }) => ({ order_id: row.order_id, message }))
  )
  const out = new Set(refused.map(({ order_id }) => order_id))
  const reduced = orders.flatMap(({ id }) => (out.has(id) ? [] : id))
  return { reduced, refused }
}

/** Read anew, as orders before one that was refused have been reduced already. */
async function reduceTogether(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<void> {
  const byId = new Map(drafts.map((draft) => [draft.order_id, draft]))
  const orders = await readOrders(container, [...byId.keys()])
  const changes = orders.flatMap(
    (order) => changeOf(order, byId.get(order.id)) ?? []
  )
  await lowerReservations(container, drafts, orders)
  try {
    await changeItems(container, changes)
  } catch (error) {
    await dropOwnChanges(
      container,
      drafts.map(({ order_id }) => order_id)
    )
    throw error
  }
}

/**
 * Cancels changes that an earlier run had begun here and not finished: what they ask for may
 * no longer be right. @returns the orders that somebody else's change holds.
 */
async function dropOwnChanges(
  container: MedusaContainer,
  order_ids: string[]
): Promise<Set<string>> {
  const active = await activeChanges(container, order_ids)
  const own = active.filter(({ id }) => id.startsWith(REDUCE_PREFIX))
  if (own.length) {
    await orderService(container).cancelOrderChange(own.map(({ id }) => id))
  }
  return new Set(
    active.flatMap((change) => (own.includes(change) ? [] : change.order_id))
  )
}

/** Found out before anything is given back, as units of a refused order stay kept. */
function refusalOf(
  order: OrderRow,
  draft: OrderDraft | undefined,
  held: ReadonlySet<string>
): string | null {
  if (held.has(order.id)) {
    return `Order ${order.id} has an open order change`
  }
  const wanted = new Map(draft?.items.map((item) => [item.id, item.quantity]))
  const sent = (order.items ?? []).find(
    ({ id, detail }) =>
      Number(detail.fulfilled_quantity ?? 0) > (wanted.get(id) ?? 0)
  )
  return sent
    ? `Order ${order.id} has fulfillments with more of item ${sent.id} than the marketplace still wants`
    : null
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

/** One change for all lines that shrank; null when nothing did. */
function changeOf(
  order: OrderRow,
  draft: OrderDraft | undefined
): Change | null {
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
  return actions.length ? { order_id: order.id, actions } : null
}

/** Units of cancelled lines go back; lowering keeps a reservation beyond the stock as it is. */
async function lowerReservations(
  container: MedusaContainer,
  drafts: OrderDraft[],
  orders: OrderRow[]
): Promise<void> {
  const lines = orders.flatMap(({ items }) => (items ?? []).map(({ id }) => id))
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
    await whileInventoryLocked(container, () =>
      updateReservationsWorkflow(container).run({ input: { updates } })
    )
  }
  if (ended.length) {
    await whileInventoryLocked(container, () =>
      deleteReservationsWorkflow(container).run({ input: { ids: ended } })
    )
  }
}

function placeOf({
  line_item_id,
  inventory_item_id,
}: Pick<DraftReservation, "inventory_item_id"> & {
  line_item_id?: string | null
}): string {
  return `${line_item_id} ${inventory_item_id}`
}

async function changeItems(
  container: MedusaContainer,
  changes: Change[]
): Promise<void> {
  if (!changes.length) {
    return
  }
  const rows = changes.map((change) => ({
    ...change,
    id: derivedId(REDUCE_PREFIX, randomUUID()),
    change_type: "edit",
  }))
  await orderService(container).createOrderChange(rows)
  await confirmChanges(
    container,
    rows.map(({ id }) => id)
  )
}
