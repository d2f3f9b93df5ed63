import { MedusaContainer } from "@medusajs/framework/types"
import { orderIdentities } from "../../domain/orders/identities"
import { ReservedLine, reservedLines } from "../../domain/returns/coming-back"
import { receivableLines } from "../../domain/returns/receivable"
import { reduceDraft } from "../../domain/returns/reduce-draft"
import { ShipHostOrder } from "../host-orders/types"
import { loadOrderStates } from "../host-orders/utils/load-order-states"
import { OrderState } from "../host-orders/utils/move-plan"
import { isTransient, messageOf } from "../host-orders/utils/transient-error"
import { reduceHostOrdersWorkflow } from "../host-orders/workflows/reduce-host-orders"
import { shipHostOrdersWorkflow } from "../host-orders/workflows/ship-host-orders"
import { SettlingOrder } from "../orders/settling-order"

type Failures = Map<string, string>
type Release = { settling: SettlingOrder; lines: ReservedLine[] }

/**
 * Goods that came back before their units left the count (stock is deducted at success):
 * good units are given back by taking them out of the order, damaged and missing ones leave
 * the count by being shipped. An order of which everything came back good is left to be
 * cancelled as a whole.
 *
 * Where staff has shipped the order by hand, its units are no longer reserved: what comes
 * back of it is received like that of any shipped order.
 * @returns ids of the channel orders whose good units need no return, as they never left.
 */
export async function releaseReceived(
  container: MedusaContainer,
  settling: SettlingOrder[],
  failures: Failures
): Promise<Set<string>> {
  const waiting = settling.flatMap((order) =>
    !failures.has(order.row.id) && isReserved(order) ? toRelease(order) : []
  )
  const released = new Set<string>()
  if (!waiting.length) {
    return released
  }
  const states = await loadOrderStates(
    container,
    waiting.map(({ settling }) => settling.order_id)
  )
  for (const { settling: order, lines } of waiting) {
    const state = states.get(order.order_id)
    if (!state || isShippedByHand(state, lines)) {
      order.to = order.to === "canceled" ? "shipped" : order.to
      continue
    }
    released.add(order.row.id)
    const problem = await takeOut(container, order, state, lines)
    if (problem !== null) {
      failures.set(order.row.id, problem)
    }
  }
  return released
}

/** @returns why Medusa refused; null when the order has what is left of it. */
async function takeOut(
  container: MedusaContainer,
  order: SettlingOrder,
  state: OrderState,
  lines: ReservedLine[]
): Promise<string | null> {
  if (order.plan.kind !== "ready" || !staysOpen(lines)) {
    return null
  }
  try {
    const { result: reduction } = await reduceHostOrdersWorkflow(container).run(
      {
        input: {
          drafts: [reduceDraft(order.plan.draft, remaining(state, lines))],
        },
      }
    )
    if (reduction.refused.length) {
      return reduction.refused[0].message
    }
    const { result } = await shipHostOrdersWorkflow(container).run({
      input: { orders: shipmentOf(order, lines) },
    })
    return result.refused[0]?.message ?? null
  } catch (error) {
    if (isTransient(error)) {
      throw error
    }
    return messageOf(error)
  }
}

function isReserved({ channel, from, receipts, plan }: SettlingOrder): boolean {
  return (
    from === "pending" &&
    channel.settings.deduct_stock_on === "succeeded" &&
    plan.kind === "ready" &&
    plan.draft.status === "pending" &&
    receipts.length > 0
  )
}

function toRelease(settling: SettlingOrder): Release[] {
  const { order, row, receipts } = settling
  if (!order) {
    return []
  }
  const lines = receivableLines(order, orderIdentities(row.id))
  const received = receipts.flatMap((receipt) => receipt.lines)
  return [{ settling, lines: reservedLines(lines, received) }]
}

/** More has been shipped than what is damaged or missing. */
function isShippedByHand(state: OrderState, lines: ReservedLine[]): boolean {
  return state.lines.some(
    ({ id, fulfilled }) =>
      fulfilled > (lines.find(({ line_id }) => line_id === id)?.gone ?? 0)
  )
}

/** An order that nothing is left of is cancelled, and is not emptied line by line. */
function staysOpen(lines: ReservedLine[]): boolean {
  return lines.some(({ gone, kept }) => gone + kept > 0)
}

function remaining(state: OrderState, lines: ReservedLine[]) {
  return lines.map(({ line_id, gone, kept }) => {
    const shipped = state.lines.find(({ id }) => id === line_id)?.fulfilled ?? 0
    return {
      line_id,
      units: gone + kept,
      reserved: Math.max(0, gone + kept - shipped),
    }
  })
}

function shipmentOf(
  { order_id, order }: SettlingOrder,
  lines: ReservedLine[]
): ShipHostOrder[] {
  const items = lines.flatMap(({ line_id, gone }) =>
    gone > 0 ? { id: line_id, quantity: gone } : []
  )
  return items.length
    ? [
        {
          order_id,
          items,
          shipped_at: order?.collected_at ?? order?.external_updated_at,
        },
      ]
    : []
}
