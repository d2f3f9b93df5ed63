import { MedusaContainer } from "@medusajs/framework/types"
import { HostState } from "../../domain/orders/host-state"
import { orderIdentities } from "../../domain/orders/identities"
import { orderService } from "../host-orders/utils/module-services"

type StoredOrder = { id: string; medusa_order_id: string | null }

/**
 * Where Medusa orders stand that their channel orders do not name: the process died, or a newer
 * copy was stored, after one was made and before that was recorded. Whoever plans the newer copy
 * has to move what is there, and not to take it for what the copy itself would make.
 * @returns by channel order.
 */
export async function readUnrecordedOrders(
  container: MedusaContainer,
  orders: StoredOrder[]
): Promise<Map<string, HostState>> {
  const byOrder = new Map(
    orders
      .filter(({ medusa_order_id }) => medusa_order_id === null)
      .map(({ id }) => [orderIdentities(id).order_id, id])
  )
  if (!byOrder.size) {
    return new Map()
  }
  const made = await orderService(container).listOrders(
    { id: [...byOrder.keys()] },
    { select: ["id", "status"], take: byOrder.size }
  )
  return new Map(
    made.flatMap(({ id, status }) => {
      const channel_order_id = byOrder.get(id)
      return channel_order_id
        ? [[channel_order_id, status === "canceled" ? "canceled" : "pending"]]
        : []
    })
  )
}
