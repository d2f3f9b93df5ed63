import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { findByDisplayId, readOrders } from "./read-orders"
import { GetOrdersType } from "./validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetOrdersType>,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields: _, ...filters } = req.validatedQuery
  const { ids, count } = await marketplacesOf(req.scope).orderReader.listIds(
    {
      ...filters,
      q_medusa_order_ids: await findByDisplayId(req.scope, filters.q),
    },
    { limit, offset, order }
  )
  res.json({ orders: await readOrders(req.scope, ids), count, offset, limit })
}
