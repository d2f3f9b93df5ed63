import { MedusaContainer } from "@medusajs/framework/types"
import { returnService } from "./return-service"

/** Those of these orders that a return waits for goods of. */
export async function openOrders(
  container: MedusaContainer,
  order_ids: string[]
): Promise<Set<string>> {
  if (!order_ids.length) {
    return new Set()
  }
  const rows = await returnService(container).listReturns(
    { order_id: order_ids, status: ["requested", "partially_received"] },
    { select: ["id", "order_id"], take: null }
  )
  return new Set(rows.map(({ order_id }) => order_id))
}
