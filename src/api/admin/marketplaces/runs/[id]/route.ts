import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { toRuns } from "../helpers"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const row = await marketplacesOf(req.scope).retrieveMarketplaceRun(
    req.params.id
  )
  const [run] = await toRuns(req.scope, [row])
  res.json({ run })
}
