import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { undoBatchWorkflow } from "../../../../../../../workflows/stock/workflows/undo-batch"

/** Limits the listings that a batch of writes raised to the number from before it. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { result } = await undoBatchWorkflow(req.scope).run({
    input: {
      batch_id: req.params.batch_id,
      actor: req.auth_context.actor_id,
    },
  })
  res.status(202).json({
    listings: result.listing_ids.length,
    left: result.left,
  })
}
