import { MedusaContainer } from "@medusajs/framework/types"
import { activeChanges } from "../host-orders/utils/active-changes"
import { MOVE_PREFIX } from "../host-orders/utils/move-plan"
import { shipHostOrdersWorkflow } from "../host-orders/workflows/ship-host-orders"
import { SettlingOrder } from "./settling-order"

type Failures = Map<string, string>

/**
 * Finishes moves that an earlier run was taken away from, whatever has become of the orders
 * since: Medusa allows one open change for each order, and everything else would be refused.
 */
export async function finishBegunMoves(
  container: MedusaContainer,
  settling: SettlingOrder[],
  failures: Failures
): Promise<void> {
  const byOrder = new Map(
    settling.map(({ order_id, row }) => [order_id, row.id])
  )
  const begun = (await activeChanges(container, [...byOrder.keys()])).filter(
    ({ id, metadata }) => id.startsWith(MOVE_PREFIX) && metadata?.plan
  )
  if (!begun.length) {
    return
  }
  const { result } = await shipHostOrdersWorkflow(container).run({
    input: {
      orders: begun.map(({ order_id }) => ({ order_id, items: [] })),
    },
  })
  for (const { order_id, message } of result.refused) {
    const id = byOrder.get(order_id)
    if (id) {
      failures.set(id, message)
    }
  }
}
