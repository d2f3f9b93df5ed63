import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { GetStockOfChannelsType } from "../validators"

/** From a change of stock to its number on the marketplace, over the last hour. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetStockOfChannelsType>,
  res: MedusaResponse
) => {
  const lag = await marketplacesOf(req.scope).stockReader.lag(
    req.validatedQuery.channel_id,
    new Date()
  )
  res.json({ lag })
}
