import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { toClaimFilters } from "../claim-filters"
import { GetClaimCountsType } from "../validators"

/** How many claims there are in each state, and what they ask for. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetClaimCountsType>,
  res: MedusaResponse
) => {
  res.json(
    await marketplacesOf(req.scope).claims.countByState(
      toClaimFilters(req.validatedQuery)
    )
  )
}
