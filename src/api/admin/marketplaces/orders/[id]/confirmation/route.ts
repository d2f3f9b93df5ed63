import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { readConfirmation } from "../../../../../../workflows/order-actions/read-confirmation"

/** What the seller may decide about an order, read from the marketplace now. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json({ confirmation: await readConfirmation(req.scope, req.params.id) })
}
