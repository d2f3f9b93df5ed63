import { MedusaContainer } from "@medusajs/framework/types"
import { hostMoves } from "../../domain/orders/host-state"
import { RefusedOrder, ShipHostOrder } from "../host-orders/types"
import { cancelHostOrdersWorkflow } from "../host-orders/workflows/cancel-host-orders"
import { completeHostOrdersWorkflow } from "../host-orders/workflows/complete-host-orders"
import { deliverHostOrdersWorkflow } from "../host-orders/workflows/deliver-host-orders"
import { restoreHostOrdersWorkflow } from "../host-orders/workflows/restore-host-orders"
import { shipHostOrdersWorkflow } from "../host-orders/workflows/ship-host-orders"
import { lineItemId } from "../../domain/orders/draft-order"
import { orderIdentities } from "../../domain/orders/identities"
import { orderedUnits } from "../../domain/orders/price-order"
import { reserveHolds } from "./reserve-holds"
import { SettlingOrder } from "./settling-order"

type Failures = Map<string, string>
type Move = NonNullable<ReturnType<typeof hostMoves>>[number]

/** The bulk call behind each move; gives what Medusa refused, by order. */
const MOVES: Record<
  Move,
  (
    container: MedusaContainer,
    orders: SettlingOrder[]
  ) => Promise<RefusedOrder[]>
> = {
  restore: async (container, orders) => {
    const { result } = await restoreHostOrdersWorkflow(container).run({
      input: { order_ids: orders.map(({ order_id }) => order_id) },
    })
    const refused = new Set(result.refused.map(({ order_id }) => order_id))
    // Those that an earlier try restored may still be without their units.
    const unkept = await reserveAgain(
      container,
      orders.filter(({ order_id }) => !refused.has(order_id))
    )
    return [...result.refused, ...unkept]
  },
  cancel: async (container, orders) => {
    const { result } = await cancelHostOrdersWorkflow(container).run({
      input: { order_ids: orders.map(({ order_id }) => order_id) },
    })
    return result.refused
  },
  ship: async (container, orders) => {
    const { result } = await shipHostOrdersWorkflow(container).run({
      input: { orders: orders.map(toShipment) },
    })
    return result.refused
  },
  deliver: async (container, orders) => {
    const { result } = await deliverHostOrdersWorkflow(container).run({
      input: {
        orders: orders.map((settling) => ({
          order_id: settling.order_id,
          delivered_at: deliveredAt(settling),
        })),
      },
    })
    return result.refused
  },
  complete: async (container, orders) => {
    const { result } = await completeHostOrdersWorkflow(container).run({
      input: {
        order_ids: orders.map(({ order_id }) => order_id),
        keep_unpaid: orders
          .filter(
            ({ channel }) =>
              channel.settings.capture_payments === "when_settled"
          )
          .map(({ order_id }) => order_id),
      },
    })
    return result.refused
  },
}

const SEQUENCE: Move[] = ["restore", "cancel", "ship", "deliver", "complete"]

/** Makes every order's moves, one kind after the other over all of them. */
export async function moveHostOrders(
  container: MedusaContainer,
  settling: SettlingOrder[],
  failures: Failures
): Promise<void> {
  for (const move of SEQUENCE) {
    const due = settling.filter(
      (order) => !failures.has(order.row.id) && needs(order, move)
    )
    if (!due.length) {
      continue
    }
    const byOrder = new Map(due.map(({ order_id, row }) => [order_id, row.id]))
    for (const { order_id, message } of await MOVES[move](container, due)) {
      const id = byOrder.get(order_id)
      if (id) {
        failures.set(id, message)
      }
    }
  }
}

/** Shipping delivers as well where both are due: one change of the order, not two. */
function needs({ from, to }: SettlingOrder, move: Move): boolean {
  const moves = hostMoves(from, to) ?? []
  return moves.includes(move) && !(move === "deliver" && moves.includes("ship"))
}

function deliveredAt({ order }: SettlingOrder): Date {
  return order?.delivered_at ?? order?.external_updated_at ?? new Date()
}

/**
 * Cancelling gave the units back; an order that lives again keeps them under new ids.
 * @returns orders of which Medusa would not keep something.
 */
async function reserveAgain(
  container: MedusaContainer,
  orders: SettlingOrder[]
): Promise<RefusedOrder[]> {
  const held = orders.flatMap(({ row, plan }) =>
    plan.kind === "ready" ? { row, holds: plan.draft.reservations } : []
  )
  const byRow = new Map(orders.map(({ row, order_id }) => [row.id, order_id]))
  const refused = await reserveHolds(container, held)
  return refused.flatMap(({ channel_order_id, message }) => {
    const order_id = byRow.get(channel_order_id)
    return order_id ? { order_id, message } : []
  })
}

function toShipment(settling: SettlingOrder): ShipHostOrder {
  const { order_id, order, row, from, to } = settling
  const ids = orderIdentities(row.id)
  const tracking = (order?.parcels ?? []).flatMap(
    ({ tracking_number }) => tracking_number ?? []
  )
  return {
    order_id,
    tracking_numbers: [...new Set(tracking)],
    shipped_at: order?.collected_at ?? order?.external_updated_at,
    delivered_at: hostMoves(from, to)?.includes("deliver")
      ? deliveredAt(settling)
      : null,
    items: order?.lines.flatMap((line) => {
      const quantity = orderedUnits(order, line)
      return quantity > 0 ? { id: lineItemId(line, ids), quantity } : []
    }),
  }
}
