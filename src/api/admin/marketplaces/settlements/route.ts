import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { showSettlements } from "./show-settlements"
import { GetSettlementsType } from "./validators"

/** What each order was paid beside what it should bring; the newest settled first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetSettlementsType>,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields: _, ...filters } = req.validatedQuery
  const { settlements, count } = await marketplacesOf(
    req.scope
  ).settlementReader.listSettlements(filters, { limit, offset, order })
  res.json({
    settlements: await showSettlements(req.scope, settlements),
    count,
    offset,
    limit,
  })
}
