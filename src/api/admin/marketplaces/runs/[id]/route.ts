import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { toRun } from "../helpers"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const row = await marketplacesOf(req.scope).retrieveMarketplaceRun(
    req.params.id
  )
  res.json({ run: await toRun(req.scope, row) })
}
