import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { toListingFilters } from "../helpers"
import { GetListingCountsType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetListingCountsType>,
  res: MedusaResponse
) => {
  const { fields: _, ...filters } = req.validatedQuery
  res.json(
    await marketplacesOf(req.scope).listingReader.counts(
      await toListingFilters(req.scope, filters)
    )
  )
}
