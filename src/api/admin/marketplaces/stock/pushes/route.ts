import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { pushStockNowWorkflow } from "../../../../../workflows/stock/workflows/push-stock-now"
import { PostStockPushesType } from "../validators"

/** Has the named listings, or all of a channel, looked at and written at once. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostStockPushesType>,
  res: MedusaResponse
) => {
  const marketplaces = marketplacesOf(req.scope)
  const { channel_id } = req.validatedBody
  if (channel_id) {
    await marketplaces.retrieveMarketplaceChannel(channel_id)
  }
  const listing_ids = await marketplaces.stockReader.listFollowed(
    req.validatedBody
  )
  await pushStockNowWorkflow(req.scope).run({
    input: { listing_ids, actor: req.auth_context.actor_id },
  })
  res.status(202).json({ listings: listing_ids.length })
}
