import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { GetBuyerRequestCountsType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetBuyerRequestCountsType>,
  res: MedusaResponse
) => {
  const { fields: _, ...filters } = req.validatedQuery
  res.json(await marketplacesOf(req.scope).buyerRequests.counts(filters))
}
