import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { describeListing } from "../../../../../../workflows/listings/describe-listings"
import { setStockRulesWorkflow } from "../../../../../../workflows/stock/workflows/set-stock-rules"
import { PostListingStockRulesType } from "../../../stock/validators"

/** Changes a listing's own rules of stock; its number follows at once. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostListingStockRulesType>,
  res: MedusaResponse
) => {
  const { id } = req.params
  await setStockRulesWorkflow(req.scope).run({
    input: {
      listing_id: id,
      rules: req.validatedBody,
      actor: req.auth_context.actor_id,
    },
  })
  res.json({ listing: await describeListing(req.scope, id) })
}
