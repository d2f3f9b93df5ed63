import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { describeMatches } from "../../../../../workflows/listings/describe-matches"
import { autoLinkListingsWorkflow } from "../../../../../workflows/listings/workflows/auto-link-listings"
import { PostAutoLinkType } from "../validators"

/** Suggests the variants of a channel's listings; with `apply`, links the certain ones. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostAutoLinkType>,
  res: MedusaResponse
) => {
  const { result } = await autoLinkListingsWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    linked: await describeMatches(req.scope, result.linked),
    suggestions: await describeMatches(req.scope, result.suggestions),
  })
}
