import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { GetSettlementCountsType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetSettlementCountsType>,
  res: MedusaResponse
) => {
  const { fields: _, ...filters } = req.validatedQuery
  res.json(
    await marketplacesOf(req.scope).settlementReader.countSettlements(
      filters,
      new Date()
    )
  )
}
