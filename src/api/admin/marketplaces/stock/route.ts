import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { GetStockType } from "./validators"

/** What each listing should show, what was written and read back, and what is shown. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetStockType>,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields: _, ...filters } = req.validatedQuery
  const { stock, count } = await marketplacesOf(req.scope).stockReader.list(
    filters,
    { limit, offset, order }
  )
  res.json({ stock, count, limit, offset })
}
