import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { describeListings } from "../../../../workflows/listings/describe-listings"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { toListingFilters } from "./helpers"
import { GetListingsType } from "./validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetListingsType>,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields: _, ...filters } = req.validatedQuery
  const { ids, count } = await marketplacesOf(req.scope).listingReader.listIds(
    await toListingFilters(req.scope, filters),
    { limit, offset, order }
  )
  const listings = await describeListings(req.scope, ids)
  res.json({ listings, count, offset, limit })
}
