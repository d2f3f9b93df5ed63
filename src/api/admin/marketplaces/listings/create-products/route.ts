import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { requireListings } from "../../../../../workflows/listings/require-listings"
import { startRun } from "../../../../../workflows/runs/start-run"
import { PostCreateProductsType } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PostCreateProductsType>,
  res: MedusaResponse
) => {
  const { listing_ids } = req.validatedBody
  await requireListings(req.scope, listing_ids)
  const run = await startRun(req.scope, {
    kind: "product_creation",
    params: { listing_ids },
    created_by: req.auth_context.actor_id,
  })
  res.status(202).json({ run })
}
