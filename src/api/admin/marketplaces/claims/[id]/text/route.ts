import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { claimText } from "../../../../../../domain/statements/claims/claim-text"
import { claimFacts } from "../../../../../../workflows/claims/claim-facts"
import { marketplacesOf } from "../../../../../../workflows/marketplaces"
import { retrieveClaim } from "../../show-claims"
import { GetClaimTextType } from "../../validators"

/** The claim as it can be sent to the marketplace's support. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetClaimTextType>,
  res: MedusaResponse
) => {
  const { locale } = req.validatedQuery
  const claim = await retrieveClaim(req.scope, req.params.id)
  res.json({
    id: claim.id,
    locale,
    ...claimText(claimFacts(marketplacesOf(req.scope), claim), locale),
  })
}
