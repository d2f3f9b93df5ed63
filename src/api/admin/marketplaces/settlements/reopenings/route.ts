import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { reopenSettlements } from "../../../../../workflows/statements/decide-settlements"
import { showSettlements } from "../show-settlements"
import { PostReopeningsType } from "../validators"

/** Takes confirmations back. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostReopeningsType>,
  res: MedusaResponse
) => {
  const { ids, reason } = req.validatedBody
  const { settlements, refused } = await reopenSettlements(req.scope, {
    ids,
    reason: reason || null,
    actor: req.auth_context.actor_id,
  })
  res.json({
    settlements: await showSettlements(req.scope, settlements),
    refused,
  })
}
