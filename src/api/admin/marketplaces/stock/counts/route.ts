import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { GetStockCountsType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetStockCountsType>,
  res: MedusaResponse
) => {
  const { fields: _, ...filters } = req.validatedQuery
  res.json(await marketplacesOf(req.scope).stockReader.counts(filters))
}
