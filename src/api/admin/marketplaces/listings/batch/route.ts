import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { forgetListingsWorkflow } from "../../../../../workflows/listings/workflows/forget-listings"
import { linkListingsWorkflow } from "../../../../../workflows/listings/workflows/link-listings"
import { PostListingBatchType } from "../validators"

/**
 * Links listings, then forgets others; each of both wholly or not at all. What was forgotten
 * before is no reason to refuse the rest.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostListingBatchType>,
  res: MedusaResponse
) => {
  const { link, delete: forget } = req.validatedBody
  const { actor_id } = req.auth_context
  if (link.length) {
    await linkListingsWorkflow(req.scope).run({
      input: { links: link, linked_by: actor_id },
    })
  }
  const known = forget.length
    ? await marketplacesOf(req.scope).listMarketplaceListings(
        { id: forget },
        { select: ["id"], take: forget.length }
      )
    : []
  if (known.length) {
    await forgetListingsWorkflow(req.scope).run({
      input: { ids: known.map(({ id }) => id), user_id: actor_id },
    })
  }
  res.json({
    linked: link.map(({ listing_id }) => listing_id),
    deleted: forget,
  })
}
