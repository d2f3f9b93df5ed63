import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../../workflows/marketplaces"
import { toResult } from "../../helpers"
import { GetRunResultsType } from "../../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetRunResultsType>,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order: _o,
    fields: _f,
    ...filters
  } = req.validatedQuery
  const marketplaces = marketplacesOf(req.scope)
  const { id: run_id } = await marketplaces.retrieveMarketplaceRun(
    req.params.id,
    { select: ["id"] }
  )
  const [rows, count] = await marketplaces.listAndCountMarketplaceRunResults(
    { run_id, ...filters },
    { take: limit, skip: offset, order: { created_at: "ASC", id: "ASC" } }
  )
  const results = rows.map(toResult)
  res.json({ results, count, offset, limit })
}
