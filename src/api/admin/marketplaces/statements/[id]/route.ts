import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { takeBackStatement } from "../../../../../workflows/statements/take-back-statement"
import { showStatements } from "../show-statements"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const row = await marketplacesOf(req.scope).retrieveMarketplaceStatement(
    req.params.id
  )
  const [statement] = await showStatements(req.scope, [row])
  res.json({ statement })
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
