import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { startSettlementOrders } from "../../../../../workflows/statements/start-settlement-orders"
import { PostSettlementOrderDownloadsType } from "../validators"

/** Downloads orders that statements name and that were never downloaded; followed as a run. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostSettlementOrderDownloadsType>,
  res: MedusaResponse
) => {
  const run = await startSettlementOrders(req.scope, {
    ...req.validatedBody,
    created_by: req.auth_context.actor_id,
  })
  res.status(202).json({ run })
}
