import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { createClaims } from "../../../../workflows/claims/create-claims"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { toClaimFilters } from "./claim-filters"
import { showClaims, showClaimsById } from "./show-claims"
import { GetClaimsType, PostClaimsType } from "./validators"

/** What the shop asks marketplaces for; those whose time ends first come first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetClaimsType>,
  res: MedusaResponse
) => {
  const { limit, offset, order, ...query } = req.validatedQuery
  const { claims } = marketplacesOf(req.scope)
  const filters = toClaimFilters(query)
  const [rows, count] = await Promise.all([
    claims.list(filters, { limit, offset, order }),
    claims.count(filters),
  ])
  res.json({ claims: await showClaims(req.scope, rows), count, offset, limit })
}

/** Claims what is short, missing or wrongly charged; what was left out says why. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostClaimsType>,
  res: MedusaResponse
) => {
  const { ids, skipped } = await createClaims(req.scope, {
    settlement_ids: req.validatedBody.settlement_ids,
    actor: req.auth_context.actor_id,
  })
  res.json({ claims: await showClaimsById(req.scope, ids), skipped })
}
