import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { GetBlockedCausesType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetBlockedCausesType>,
  res: MedusaResponse
) => {
  const causes = await marketplacesOf(req.scope).orderReader.blockedCauses(
    req.validatedQuery.channel_id
  )
  res.json({ causes })
}
