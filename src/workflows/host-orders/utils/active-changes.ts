import { MedusaContainer } from "@medusajs/framework/types"
import { orderService } from "./module-services"
import { MovePlan } from "./move-plan"

export type ActiveChange = {
  id: string
  order_id: string
  metadata?: { plan?: MovePlan } | null
}

/** The changes that stand open on these orders; Medusa allows one for each order. */
export async function activeChanges(
  container: MedusaContainer,
  order_ids: string[]
): Promise<ActiveChange[]> {
  return (await orderService(container).listOrderChanges(
    { order_id: order_ids, status: ["pending", "requested"] } as never,
    { select: ["id", "order_id", "metadata"], take: null } as never
  )) as unknown as ActiveChange[]
}
