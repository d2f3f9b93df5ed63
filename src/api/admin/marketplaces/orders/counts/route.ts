import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { findByDisplayId } from "../read-orders"
import { GetOrderCountsType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetOrderCountsType>,
  res: MedusaResponse
) => {
  const { fields: _, ...filters } = req.validatedQuery
  res.json(
    await marketplacesOf(req.scope).orderReader.counts({
      ...filters,
      q_medusa_order_ids: await findByDisplayId(req.scope, filters.q),
    })
  )
}
