import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { describeListing } from "../../../../../workflows/listings/describe-listings"
import { forgetListingsWorkflow } from "../../../../../workflows/listings/workflows/forget-listings"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json({ listing: await describeListing(req.scope, req.params.id) })
}

/** Forgets a downloaded listing; the next download brings it back unlinked. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = req.params
  await forgetListingsWorkflow(req.scope).run({
    input: { ids: [id], user_id: req.auth_context.actor_id },
  })
  res.json({ id, object: "listing", deleted: true })
}
