import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { describeListing } from "../../../../../../workflows/listings/describe-listings"
import { linkListingsWorkflow } from "../../../../../../workflows/listings/workflows/link-listings"
import { unlinkListingsWorkflow } from "../../../../../../workflows/listings/workflows/unlink-listings"
import { PostListingLinkType } from "../../validators"

/** Links a listing; linking it again confirms its changes. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostListingLinkType>,
  res: MedusaResponse
) => {
  const { id } = req.params
  const { variant_id } = req.validatedBody
  await linkListingsWorkflow(req.scope).run({
    input: {
      links: [{ listing_id: id, variant_id }],
      linked_by: req.auth_context.actor_id,
    },
  })
  res.json({ listing: await describeListing(req.scope, id) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = req.params
  await unlinkListingsWorkflow(req.scope).run({
    input: { ids: [id], user_id: req.auth_context.actor_id },
  })
  res.json({
    id,
    object: "listing_link",
    deleted: true,
    listing: await describeListing(req.scope, id),
  })
}
