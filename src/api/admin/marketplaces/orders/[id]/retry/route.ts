import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { retryOrder } from "../../../../../../workflows/orders/retry-order"
import { readOrders } from "../../read-orders"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  await retryOrder(req.scope, req.params.id, req.auth_context.actor_id)
  const [order] = await readOrders(req.scope, [req.params.id])
  res.json({ order })
}
