import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { takeBackStatement } from "../../../../../workflows/statements/take-back-statement"
import { showCrossCheck, showStatements } from "../show-statements"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const marketplaces = marketplacesOf(req.scope)
  const row = await marketplaces.retrieveMarketplaceStatement(req.params.id)
  const [[statement], check] = await Promise.all([
    showStatements(req.scope, [row]),
    marketplaces.settlementReader.readCrossCheck(row.id),
  ])
  res.json({
    statement: {
      ...statement,
      cross_check: check && showCrossCheck(check, row.currency_code),
    },
  })
}

/** Takes a statement out of the ledger again, as if it had never been uploaded. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = req.params
  await takeBackStatement(req.scope, id)
  res.json({ id, object: "statement", deleted: true })
}
