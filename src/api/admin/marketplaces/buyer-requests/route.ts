import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { readRequests } from "./read-requests"
import { GetBuyerRequestsType } from "./validators"

/** What buyers ask for about their orders. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetBuyerRequestsType>,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields: _, ...filters } = req.validatedQuery
  const { ids, count } = await marketplacesOf(req.scope).buyerRequests.listIds(
    filters,
    { limit, offset, order }
  )
  res.json({
    buyer_requests: await readRequests(req.scope, ids),
    count,
    offset,
    limit,
  })
}
