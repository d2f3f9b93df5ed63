import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { GetStockOfChannelsType } from "../validators"

const LIMIT = 20

/** The certificates of the newest full comparisons. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetStockOfChannelsType>,
  res: MedusaResponse
) => {
  const { channel_id } = req.validatedQuery
  const [sweeps, count] = await marketplacesOf(
    req.scope
  ).listAndCountMarketplaceStockSweeps(channel_id ? { channel_id } : {}, {
    select: [
      "id",
      "channel_id",
      "started_at",
      "finished_at",
      "compared",
      "equal",
      "repaired",
      "explained",
      "unexplained",
    ],
    order: { started_at: "DESC" },
    take: LIMIT,
  })
  res.json({ sweeps, count, limit: LIMIT, offset: 0 })
}
