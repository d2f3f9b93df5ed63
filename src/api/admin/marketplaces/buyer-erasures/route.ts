import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { eraseBuyers } from "../../../../workflows/buyers/erase-buyers"
import { PostBuyerErasuresType } from "./validators"

/** Erases what is known of the buyers of orders, or tells what that would be. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostBuyerErasuresType>,
  res: MedusaResponse
) => {
  const { preview } = req.validatedBody
  const erasures = await eraseBuyers(req.scope, {
    ...req.validatedBody,
    actor: req.auth_context.actor_id,
  })
  res.json({ erasures, preview })
}
