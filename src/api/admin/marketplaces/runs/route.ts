import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { toRuns } from "./helpers"
import { GetRunsType } from "./validators"

/** Runs, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetRunsType>,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order: _o,
    fields: _f,
    ...filters
  } = req.validatedQuery
  const [rows, count] = await marketplacesOf(
    req.scope
  ).listAndCountMarketplaceRuns(filters, {
    take: limit,
    skip: offset,
    order: { created_at: "DESC", id: "DESC" },
  })
  const runs = await toRuns(req.scope, rows)
  res.json({ runs, count, offset, limit })
}
