import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { confirmSettlements } from "../../../../../workflows/statements/decide-settlements"
import { showSettlements } from "../show-settlements"
import { PostConfirmationsType } from "../validators"

/** Agrees with what was settled; it changes no payment and can be taken back. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostConfirmationsType>,
  res: MedusaResponse
) => {
  const { settlements, refused } = await confirmSettlements(req.scope, {
    ids: req.validatedBody.ids,
    actor: req.auth_context.actor_id,
  })
  res.json({
    settlements: await showSettlements(req.scope, settlements),
    refused,
  })
}
