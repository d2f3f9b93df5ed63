import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../../workflows/marketplaces"
import { showLine } from "../../show-statements"
import { GetStatementLinesType } from "../../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetStatementLinesType>,
  res: MedusaResponse
) => {
  const { limit, offset, order: _, fields: __, ...filters } = req.validatedQuery
  const marketplaces = marketplacesOf(req.scope)
  await marketplaces.retrieveMarketplaceStatement(req.params.id)
  const { lines, count } = await marketplaces.settlementReader.listLines(
    req.params.id,
    filters,
    { limit, offset }
  )
  res.json({ lines: lines.map(showLine), count, offset, limit })
}
